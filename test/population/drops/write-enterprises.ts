import type { LivedBlock } from '../live-block.ts';
import { textOf } from '../days.ts';
import { largeEmployers } from '../enterprises/employers.ts';
import type { LivedEnterprise } from '../enterprises/lived-enterprise.ts';
import type { Write } from '../writing/drop.ts';
import * as drops from './enterprises.ts';

/** Writes the drops of the register of enterprises for a block. */
export const writeEnterprises = ({ block, enterprises }: LivedBlock, write: Write): void => {
  if (block.number === 0) writeLarge(write);
  for (const each of enterprises) {
    writeRegistration(each, write);
    writeRecords(each, write);
    writePeople(each, write);
  }
};

const writeLarge = (write: Write): void => {
  for (const { name, uscc, since, until, district } of largeEmployers) {
    // Public institutions are on another register.
    if (uscc.startsWith('12')) continue;
    write(drops.registrations, {
      name,
      uscc,
      since,
      kind: '国有企业',
      capital: 50_000,
      scope: '企业总部管理，企业管理，技术服务、技术开发、技术咨询',
      district: district.short,
      address: `上海市${district.name}望江路（示例）1号`,
      status: until === null ? '存续' : '注销',
      until,
    });
  }
};

const writeRegistration = ({ enterprise, history, venture }: LivedEnterprise, write: Write): void => {
  const { uscc } = enterprise;
  write(drops.registrations, drops.toRegistration(enterprise, history));
  if (venture?.premise) write(drops.workplaces, { uscc, it: venture.premise });
  const { branch } = history;
  if (branch === null) return;
  write(drops.branches, { uscc, it: branch });
  write(drops.registrations, {
    ...drops.toRegistration(enterprise, history),
    ...branch,
    kind: '分公司',
    capital: null,
    district: branch.district.short,
    status: branch.until === null ? '存续' : '注销',
  });
};

const writeRecords = ({ enterprise, history }: LivedEnterprise, write: Write): void => {
  const { uscc } = enterprise;
  for (const it of history.reports) write(drops.reports, { uscc, it });
  for (const it of history.listings) write(drops.listings, { uscc, it });
  for (const it of history.penalties) write(drops.penalties, { uscc, it });
  for (const it of history.changes) write(drops.changes, { uscc, it });
};

const writePeople = ({ enterprise, venture }: LivedEnterprise, write: Write): void => {
  if (venture === null) return;
  const { uscc, capital, kind } = enterprise;
  for (const it of venture.leaders) write(drops.representatives, { uscc, it });
  for (const it of venture.shares) write(drops.shareholders, { uscc, it, capital: capital ?? 0 });
  const [first] = venture.leaders;
  if (first && kind === '有限责任公司') write(drops.officers, { uscc, it: first, role: '董事' });
  if (venture.supervisor) write(drops.officers, { uscc, it: venture.supervisor, role: '监事' });
  const { handler } = venture;
  if (handler)
    write(drops.mandates, {
      uscc,
      it: handler,
      id: `SQ${enterprise.district.code}-${textOf(handler.since).slice(0, 4)}-${enterprise.serial}`,
    });
};
