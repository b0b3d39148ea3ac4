import { holdsOn } from '../../../schema/civil-day.ts';
import type { Viewer } from '../../../schema/viewer.ts';
import type { DatedLink, DirectoryEntry, EnterpriseEntry, Relation } from './directory.ts';
import { coversDistrict, districtOn } from './district.ts';

/**
 * What the viewer is to the subject on the viewer's day; a subject the directory does not know is nobody's. `OTHER` says
 * nothing in favour of anyone: for staff the grants decide, everybody else sees nothing by it.
 * `survivor` is the id that the viewer's own was merged into, if it was.
 */
export function relationOf(
  viewer: Viewer,
  entry: DirectoryEntry | null,
  subject: string,
  survivor: string | null = null,
): Relation {
  switch (viewer.role) {
    case 'citizen':
      return viewer.subject === null
        ? 'OTHER'
        : citizenRelation([viewer.subject, survivor], viewer.today, entry, subject);
    case 'system':
      return 'SYSTEM';
    case 'staff':
      return isInDistrict(viewer, entry) ? 'OWN_DISTRICT' : 'OTHER';
    default:
      return 'OTHER';
  }
}

function citizenRelation(
  viewerIds: readonly (string | null)[],
  today: string,
  entry: DirectoryEntry | null,
  subject: string,
): Relation {
  const isViewer = (id: string | null) => id !== null && viewerIds.includes(id);
  if (isViewer(subject)) return 'SELF';
  if (entry === null) return 'OTHER';
  const holds = (links: readonly DatedLink[]) => links.some((link) => isViewer(link.id) && isInForce(link, today));
  if (entry.kind === 'citizen') {
    if (isViewer(entry.subject) || isViewer(entry.mergedInto)) return 'SELF';
    if (holds(entry.guardians)) return 'WARD';
    if (holds(entry.spouses)) return 'SPOUSE';
    return holds(entry.kin) ? 'KIN' : 'OTHER';
  }
  if (holds(entry.representatives)) return 'REPRESENTED';
  if (holds(entry.handlers)) return 'HANDLED';
  return holds(entry.holders) ? 'HELD' : 'OTHER';
}

/** Whether one of the two gave the other a mandate that holds on the day, as the enterprise's representative of that day. */
export function areBoundByMandate(
  one: readonly (string | null)[],
  other: readonly string[],
  enterprises: readonly EnterpriseEntry[],
  day: string,
): boolean {
  const stands = (links: readonly DatedLink[], ids: readonly (string | null)[]) =>
    links.some((link) => ids.includes(link.id) && isInForce(link, day));
  return enterprises.some(
    ({ representatives, handlers }) =>
      (stands(representatives, one) && stands(handlers, other)) ||
      (stands(handlers, one) && stands(representatives, other)),
  );
}

/** Whether a mandate in force on the day lets one of these ids act for the enterprise in a service. */
export function handlesService(
  ids: readonly (string | null)[],
  { handlers }: EnterpriseEntry,
  service: string,
  day: string,
): boolean {
  return handlers.some(
    (handler) => ids.includes(handler.id) && isInForce(handler, day) && handler.services.includes(service),
  );
}

/** Half-open: from `since` on, before `until`. */
export function isInForce({ since, until }: Pick<DatedLink, 'since' | 'until'>, day: string): boolean {
  return holdsOn(day, since, until);
}

function isInDistrict({ district, today }: Viewer, entry: DirectoryEntry | null): boolean {
  return entry !== null && coversDistrict(district, districtOn(entry, today));
}
