import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { SUBGRAPHS, type SubgraphName } from '../../../schema/sdl.ts';
import { asStaff } from '../../support/viewers.ts';
import type { Contract } from './contract.ts';
import type { Reference } from './reference.ts';

/** What staff of a department ask for. */
export interface Duty {
  department: string;
  purpose: string;
}

/** A duty, and the registries whose doors it tries. */
export interface AttackingDuty extends Duty {
  at: readonly SubgraphName[];
}

interface Parts {
  contracts: Readonly<Record<SubgraphName, Contract>>;
  reference: Reference;
}

/** The registries that ask for the department itself, whose objection or application it is to decide. */
const ASKING_FOR_DEPARTMENT: readonly SubgraphName[] = ['governance', 'transactions'];
/** Of the duties of one kind, so many try a registry's doors. */
const OF_EACH_KIND = 2;
/** Of those who are granted nothing that a registry holds, one in so many tries its doors: all are strangers there. */
const STRANGERS = 8;

const DEMAND = join(import.meta.dirname, '../../../schema/catalogue/demand.yaml');

/** Every duty of the lists and more, with what is written of it, department and purpose apart. */
const readDuties = (more: readonly Duty[]): readonly { duty: Duty; listed: readonly object[] }[] => {
  const duties = new Map<string, { duty: Duty; listed: readonly object[] }>();
  for (const { department, purpose, ...entry } of [...(parse(readFileSync(DEMAND, 'utf8')) as Duty[]), ...more]) {
    const key = `${department} ${purpose}`;
    const listed = duties.get(key)?.listed ?? [];
    duties.set(key, { duty: { department, purpose }, listed: [...listed, entry] });
  }
  return [...duties.values()];
};

/**
 * The duties that attack, with the registries where they do. Duties are of one kind when the same is written of them for one
 * purpose, department apart, and comes to the same items by 负面清单; where the department itself is asked for, when it has
 * nothing to decide as well. Answers to them differ in nothing, and there are three dozen departments that handle
 * applications: the first of each kind ask for all.
 */
export const chooseDuties = (more: readonly Duty[], { contracts, reference }: Parts): readonly AttackingDuty[] => {
  const items = Object.values(contracts).flatMap((contract) => contract.items);
  const decides = (department: string) => {
    const viewer = asStaff(department, '310000', null);
    return (
      reference.idsOf('Application').some((id) => reference.isDecidedBy(viewer, id)) ||
      reference.objections.some((objection) => objection.department === department)
    );
  };
  const met = new Map<string, number>();
  const isOfThoseWhoAsk = (kind: string) => {
    met.set(kind, (met.get(kind) ?? 0) + 1);
    return (met.get(kind) ?? 0) <= OF_EACH_KIND;
  };
  return readDuties(more).flatMap(({ duty, listed }, index) => {
    const { department, purpose } = duty;
    const viewer = asStaff(department, '310000', purpose);
    // Whoever is given a grant for the attack's sake tries every door.
    const isSent = more.some((one) => one.department === department && one.purpose === purpose);
    const granted = new Set(items.filter((item) => reference.isGranted(viewer, item)));
    const at = SUBGRAPHS.filter((name, place) => {
      const isStranger = !contracts[name].items.some((item) => granted.has(item));
      if (isStranger && !isSent && (index + place) % STRANGERS !== 0) return false;
      const own = ASKING_FOR_DEPARTMENT.includes(name) && decides(department) ? department : null;
      return isOfThoseWhoAsk(JSON.stringify([name, own, purpose, listed, [...granted]]));
    });
    return at.length === 0 ? [] : [{ ...duty, at }];
  });
};
