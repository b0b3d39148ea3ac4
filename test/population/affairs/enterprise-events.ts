import type { Day } from '../days.ts';
import type { LivedEnterprise } from '../enterprises/lived-enterprise.ts';
import type { Licence } from '../lives/licence.ts';
import type { Event } from './event.ts';

/** The events of an enterprise that it applies after. */
export const enterpriseEvents = (
  { enterprise, history, venture }: LivedEnterprise,
  licences: readonly Licence[],
): Event[] => {
  const events: Event[] = [];
  const own = (kind: string, day: Day, isRenewal = false): void => {
    const led =
      venture?.leaders.findLast(({ since, until }) => since <= day && (until === null || until > day)) ??
      venture?.leaders[0];
    const mandate = venture?.handler;
    const mandated = mandate && mandate.since <= day && (mandate.until ?? day) > day ? mandate.person : null;
    const handler = mandated ?? led?.person ?? null;
    const { district, uscc } = enterprise;
    events.push({
      kind,
      applicants: 'enterprise',
      applicant: uscc,
      district: district.code,
      day,
      isRenewal,
      handler,
      ends: handler?.died ?? null,
    });
  };
  own(enterprise.kind === '个体工商户' ? 'SHOP_OPENED' : 'ESTABLISHED', enterprise.since);
  if (enterprise.until !== null && enterprise.ending === '注销') own('CLOSED', enterprise.until);
  for (const { filed } of history.reports) if (filed !== null) own('REPORT_FILED', filed);
  for (const { until, directory } of history.listings)
    if (until !== null && directory === '经营异常名录') own('DELISTED', until);
  for (const { kind, day } of history.changes) own(kind, day);
  if (history.branch) own('BRANCH_OPENED', history.branch.since);
  for (const { since } of venture?.leaders.slice(1) ?? []) own('REPRESENTATIVE_CHANGED', since);
  const seen = new Set<string>();
  for (const { kind, issued } of licences) {
    own(kind, issued, seen.has(kind));
    seen.add(kind);
  }
  return events;
};
