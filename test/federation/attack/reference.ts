import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { sql } from 'kysely';
import { parse } from 'yaml';
import type { Viewer } from '../../../schema/viewer.ts';
import { ENTITIES, type EntityType } from './entities.ts';
import type { World } from './world.ts';

/*
 * What the answer to every question must be, by the lists as they are written and the registries' rows, told apart from
 * the rules themselves: this file reads YAML and tables and calls nothing that it is to judge.
 */

type Selected = '*' | readonly string[] | { except: readonly string[] };
type Selections = Readonly<Record<string, Selected>>;

interface Demand {
  department: string;
  purpose: string;
  scope: 'ALL' | 'OWN_DISTRICT' | 'MASKED';
  since: string;
  until?: string;
  items: Selections;
}

/** A grant beside the lists, as a row decided later would be. */
export type ExtraGrant = Omit<Demand, 'items'> & { item: string };

/** How an item is answered. */
export type Verdict =
  { kind: 'whole' } | { kind: 'masked' } | { kind: 'forbidden'; missing?: string; requiredAssurance?: number };

/** What becomes of an entity that somebody asks for: null when the viewer may know of it. */
export type Refusal = { code: 'NOT_FOUND' | 'UNAUTHENTICATED' | 'FORBIDDEN'; missing?: string } | null;

export interface Reference {
  admission(viewer: Viewer, type: EntityType, id: string): Refusal;
  verdict(viewer: Viewer, type: EntityType, id: string, item: string, mask: string | null, reveal: boolean): Verdict;
  /** Whether reading leaves a line in the access log. */
  isLogged(viewer: Viewer, type: EntityType, id: string): boolean;
  /** The id under which a merged citizen lives on; any other is itself. */
  survivorOf(id: string): string;
  relation(viewer: Viewer, type: EntityType, id: string): string | null;
  /** The file in which reading an entity is logged. */
  fileOf(viewer: Viewer, type: EntityType, id: string): string;
  /** Whether staff work for the department that decides an application; nobody else is asked. */
  isDecidedBy(viewer: Viewer, application: string): boolean;
  /** Ids that somebody has: all, and of records in files one of each owner and kind. */
  idsOf(type: EntityType): readonly string[];
  readonly citizens: readonly string[];
  readonly enterprises: readonly { uscc: string; name: string | null; district: string | null; status: string }[];
  /** Whether an enterprise once had a name with these words in it. */
  wasCalled(uscc: string, words: string): boolean;
  /** Branches in force by enterprise. */
  branchesOf(uscc: string): readonly string[];
  /** How many declared sources a department has; null: how many there are. */
  sourcesOf(department: string | null): number;
  /** Open contests of tags. */
  readonly contests: readonly { heldTag: string; tag: string; subject: string; claim: string; openedAt: string }[];
  /** Open objections: whose file, and the department that decides. */
  readonly objections: readonly { id: string; item: string; subject: string; department: string }[];
  /** Whether the purpose of staff grants an item, somewhere at least. */
  isGranted(viewer: Viewer, item: string): boolean;
  /** Whether staff work for the district of a subject. */
  worksFor(viewer: Viewer, type: EntityType, id: string): boolean;
  /** Columns of the registers that a field shows as they are, by coordinate and id: for a check on the values. */
  readonly values: ReadonlyMap<string, unknown>;
}

const LISTS = join(import.meta.dirname, '../../../schema/catalogue');
const readList = (name: string): unknown => parse(readFileSync(join(LISTS, `${name}.yaml`), 'utf8'));

const SERVICES = join(import.meta.dirname, '../../../subgraphs/transactions/catalogue/services');
/** Services stand in folders of the departments that decide them. */
const departmentOf: ReadonlyMap<string, string> = new Map(
  readdirSync(SERVICES, { recursive: true, encoding: 'utf8' }).map((path) => [basename(path, '.yaml'), dirname(path)]),
);

const isSelected = (selections: Selections, item: string): boolean => {
  const [type = '', field = ''] = item.split('.');
  const selected = selections[type];
  if (selected === undefined) return false;
  if (selected === '*') return true;
  return 'except' in selected ? !selected.except.includes(field) : selected.includes(field);
};

interface Link {
  from: string;
  to: string;
  since: string | null;
  until: string | null;
}

export const createReference = async (
  world: World,
  items: readonly string[],
  extraGrants: readonly ExtraGrant[] = [],
): Promise<Reference> => {
  const query = async <Row>(statement: string): Promise<Row[]> =>
    world.store('personal').read({ holder: 'reference' }, async (executor) => {
      const { rows } = await sql.raw<Row>(statement).execute(executor);
      return rows;
    });

  const relations = readList('relations') as Record<string, Selections>;
  const demand = readList('demand') as Demand[];
  const negative = new Map((readList('negative') as { item: string }[]).map(({ item }) => [item, true]));
  const responsibility = readList('responsibility') as { department: string; items: Selections }[];
  const grants = [
    ...demand.map((entry) => ({ ...entry, covers: (item: string) => isSelected(entry.items, item) })),
    ...extraGrants.map((entry) => ({ ...entry, covers: (item: string) => entry.item === item })),
  ];
  const ownerOf = (item: string) => responsibility.find((entry) => isSelected(entry.items, item))?.department;

  // Persons.
  const people = await query<{
    id: string;
    merged_into: string | null;
    birth_date: string | null;
    death_date: string | null;
  }>(
    'select c.id, c.merged_into, c.birth_date::text, d.death_date::text from personal.citizen c left join personal.death d on d.citizen_id = c.id',
  );
  const personOf = new Map(people.map((person) => [person.id, person]));
  const parents = await query<Link>(
    'select parent_id as from, child_id as to, since::text, until::text from personal.parent_child',
  );
  const marriages = await query<Link>(
    'select one_id as from, other_id as to, since::text, until::text from personal.marriage',
  );
  const guardianships = await query<Link & { kind: string }>(
    'select guardian_id as from, ward_id as to, since::text, until::text, kind from personal.guardianship',
  );
  const homes = await query<{ id: string; district: string | null; until: string | null; since: string; rank: number }>(
    `select r.citizen_id as id, coalesce(r.district, p.district) as district, r.until::text, r.since::text, 1 as rank
     from personal.residence r left join personal.premise p on p.id = r.premise_id
     union all select citizen_id, district, until::text, since::text, 2 from personal.household_member`,
  );
  // Buildings.
  const premises = await query<{ id: string; district: string | null }>('select id, district from personal.premise');
  const ties = await query<Link>(
    `select owner_id as from, premise_id as to, since::text, until::text from personal.premise_owner
     union all select citizen_id, premise_id, since::text, until::text from personal.residence where premise_id is not null`,
  );
  // Enterprises.
  const enterprises = await query<{ uscc: string; name: string | null; district: string | null; status: string }>(
    'select uscc, name, district, status from enterprises.enterprise order by name collate "C", uscc',
  );
  const representatives = await query<Link>(
    'select citizen_id as from, uscc as to, since::text, until::text from enterprises.representative',
  );
  const handlers = await query<Link>(
    'select handler as from, uscc as to, since::text, until::text from enterprises.mandate',
  );
  const holders = await query<Link>(
    `select citizen_id as from, uscc as to, since::text, until::text from enterprises.officer
     union all select owner, uscc, since::text, until::text from enterprises.share`,
  );
  const branches = await query<Link>(
    'select branch_uscc as from, parent_uscc as to, since::text, until::text from enterprises.branch',
  );

  const formerNames = await query<{ uscc: string; name: string }>(
    "select uscc, before as name from enterprises.registered_change where kind = 'name-changed'",
  );
  const sources = await query<{ department: string }>('select department from governance.source');
  const objections = await query<{ id: string; item: string; subject: string }>(
    "select id, item, subject from governance.objection where state = 'OPEN' order by opened_at, id",
  );

  const contests = await query<Reference['contests'][number]>(
    `select held_tag as "heldTag", tag, subject, claim, opened_at as "openedAt" from tagging.contest
     where state = 'OPEN' order by opened_at, held_tag`,
  );

  const survivorOf = (id: string): string => personOf.get(id)?.merged_into ?? id;
  const holds = ({ since, until }: Pick<Link, 'since' | 'until'>, day: string) =>
    (since === null || since <= day) && (until === null || until > day);
  const linked = (links: readonly Link[], from: string, to: string, day: string) =>
    links.some((link) => link.from === from && link.to === to && holds(link, day));
  const isDead = (id: string, day: string) => {
    const died = personOf.get(id)?.death_date ?? null;
    return died !== null && died <= day;
  };
  /** 满十八周岁; born on 29 February, on 1 March. */
  const isOfAge = (birth: string, day: string) => {
    const birthday = `${Number(birth.slice(0, 4)) + 18}${birth.slice(4) === '-02-29' ? '-03-01' : birth.slice(4)}`;
    return birthday <= day;
  };
  const isGuardian = (viewer: string, ward: string, day: string): boolean => {
    if (isDead(viewer, day) || isDead(ward, day)) return false;
    const birth = personOf.get(ward)?.birth_date ?? null;
    const cameOfAge = (since: string | null) =>
      birth !== null && isOfAge(birth, day) && !(since !== null && isOfAge(birth, since));
    const appointed = guardianships.filter(({ kind, since }) => kind !== 'PARENT' && !cameOfAge(since));
    if (linked(appointed, viewer, ward, day)) return true;
    if (birth === null || birth > day || isOfAge(birth, day)) return false;
    if (!linked(parents, viewer, ward, day)) return false;
    const ended = guardianships.find(({ kind, from, to }) => kind === 'PARENT' && from === viewer && to === ward);
    return ended?.until === undefined || ended.until === null || ended.until > day;
  };
  const isKin = (one: string, other: string, day: string) =>
    linked(parents, one, other, day) || linked(parents, other, one, day);
  const areMarried = (one: string, other: string, day: string) =>
    (linked(marriages, one, other, day) || linked(marriages, other, one, day)) &&
    !isDead(one, day) &&
    !isDead(other, day);

  /** Whether somebody acts for an enterprise that the other represents. */
  const isMandatedBy = (handler: string, representative: string, day: string) =>
    enterprises.some(
      ({ uscc }) => linked(handlers, handler, uscc, day) && linked(representatives, representative, uscc, day),
    );

  const owners = await readOwners(query);
  const ownerIn = (type: EntityType, id: string) => owners.get(type)?.get(id);
  const isDecidedBy: Reference['isDecidedBy'] = ({ role, department, purpose }, id) => {
    if (role !== 'staff') return true;
    const service = ownerIn('Application', id)?.kind ?? '';
    // Whose purpose is a service works on that one alone.
    const isOther = purpose !== null && departmentOf.has(purpose) && purpose !== service;
    return departmentOf.get(service) === department && !(isOther && departmentOf.get(purpose) === department);
  };

  const exists = (type: EntityType, id: string): boolean => {
    if (owners.has(type)) return ownerIn(type, id) !== undefined;
    if (type === 'Citizen') return personOf.has(id);
    if (type === 'Enterprise') return enterprises.some(({ uscc }) => uscc === id);
    return premises.some((premise) => premise.id === id);
  };
  const districtOf = (type: EntityType, id: string, today: string): string | null => {
    const owner = ownerIn(type, id);
    if (owner !== undefined) return districtOf(owner.type, owner.id, today);
    if (type === 'Enterprise') return enterprises.find(({ uscc }) => uscc === id)?.district ?? null;
    if (type === 'Premise') return premises.find((premise) => premise.id === id)?.district ?? null;
    const inCity = homes
      .filter((one) => one.id === survivorOf(id) && one.district?.startsWith('31') === true)
      .sort((one, other) => one.rank - other.rank || other.since.localeCompare(one.since));
    const left = inCity
      .filter(({ until }) => until !== null && until <= today)
      .sort((one, other) => (other.until ?? '').localeCompare(one.until ?? ''));
    const [home] = [...inCity.filter((one) => holds(one, today)), ...left];
    return home?.district ?? null;
  };

  /** What a citizen is to a subject; null: nothing. */
  const relationOfCitizen = (viewer: string, type: EntityType, id: string, day: string): string | null => {
    if (owners.has(type)) {
      const owner = ownerIn(type, id);
      return owner === undefined ? null : relationOfCitizen(viewer, owner.type, owner.id, day);
    }
    if (type === 'Premise') return linked(ties, viewer, id, day) ? 'SELF' : null;
    if (type === 'Enterprise') {
      if (linked(representatives, viewer, id, day)) return 'REPRESENTED';
      if (linked(handlers, viewer, id, day)) return 'HANDLED';
      return linked(holders, viewer, id, day) ? 'HELD' : null;
    }
    const subject = survivorOf(id);
    if (viewer === id || viewer === subject) return 'SELF';
    if (isGuardian(viewer, subject, day)) return 'WARD';
    if (areMarried(viewer, subject, day)) return 'SPOUSE';
    if (isKin(viewer, subject, day)) return 'KIN';
    return isMandatedBy(viewer, subject, day) || isMandatedBy(subject, viewer, day) ? 'MANDATED' : null;
  };
  const known = new Map<string, string | null>();
  const relation = (viewer: Viewer, type: EntityType, id: string): string | null => {
    if (viewer.role === 'system') return 'SYSTEM';
    if (viewer.role !== 'citizen' || viewer.subject === null) return null;
    const key = `${viewer.subject} ${type} ${id} ${viewer.today}`;
    let found = known.get(key);
    if (found === undefined) {
      found = relationOfCitizen(viewer.subject, type, id, viewer.today);
      known.set(key, found);
    }
    return found;
  };

  const grantsOf = (viewer: Viewer, item: string) =>
    grants.filter(
      (grant) =>
        grant.department === viewer.department &&
        grant.purpose === viewer.purpose &&
        grant.since <= viewer.today &&
        (grant.until === undefined || grant.until > viewer.today) &&
        grant.covers(item) &&
        (!negative.has(item) || ownerOf(item) === viewer.department),
    );
  const worksFor: Reference['worksFor'] = ({ district, today }, type, id) =>
    district === '310000' || (district !== null && district === districtOf(type, id, today));
  const staffSees = (viewer: Viewer, type: EntityType, id: string, item: string): 'no' | 'masked' | 'revealable' => {
    if (type === 'Application' && !isDecidedBy(viewer, id)) return 'no';
    const isOwn = worksFor(viewer, type, id);
    const reaching = grantsOf(viewer, item).filter(({ scope }) => scope !== 'OWN_DISTRICT' || isOwn);
    if (reaching.length === 0) return 'no';
    return reaching.some(({ scope }) => scope !== 'MASKED') ? 'revealable' : 'masked';
  };
  const memo = new Map<string, 'no' | 'masked' | 'revealable'>();
  const sees = (viewer: Viewer, type: EntityType, id: string, item: string): 'no' | 'masked' | 'revealable' => {
    const { list } = ENTITIES[type];
    const owner = list === null || viewer.role === 'system' ? undefined : ownerIn(type, id);
    if (owner !== undefined && sees(viewer, owner.type, owner.id, `${owner.type}.${list ?? ''}`) === 'no') return 'no';
    if (viewer.role === 'staff') {
      const key = [viewer.department, viewer.purpose, viewer.district, viewer.today, type, id, item].join(' ');
      let found = memo.get(key);
      if (found === undefined) {
        found = staffSees(viewer, type, id, item);
        memo.set(key, found);
      }
      return found;
    }
    const related = relation(viewer, type, id);
    if (related === null || !isSelected(relations[related] ?? {}, item)) return 'no';
    return ['SELF', 'WARD', 'REPRESENTED', 'MANDATED'].includes(related) ? 'revealable' : 'masked';
  };

  return {
    admission: (viewer, type, id) => {
      if (viewer.role === 'public') return { code: 'UNAUTHENTICATED' };
      if (viewer.role === 'system') return null;
      if (viewer.role === 'staff' && viewer.purpose === null) return { code: 'FORBIDDEN', missing: 'purpose' };
      const mayKnow =
        (exists(type, id) || (type === 'Citizen' && viewer.role === 'citizen' && viewer.subject === id)) &&
        items.some((item) => item.startsWith(`${type}.`) && sees(viewer, type, id, item) !== 'no');
      return mayKnow ? null : { code: 'NOT_FOUND' };
    },
    verdict: (viewer, type, id, item, mask, reveal) => {
      const seen = sees(viewer, type, id, item);
      if (seen === 'no') return { kind: 'forbidden', missing: `grant:${item}` };
      if (mask === null) return { kind: 'whole' };
      const related = relation(viewer, type, id);
      const isOwn = related === 'SELF' || related === 'WARD';
      if (isOwn && (mask === 'NAME' || mask === 'ADDRESS')) return { kind: 'whole' };
      if (!reveal) return { kind: 'masked' };
      if (seen === 'masked') return { kind: 'forbidden', missing: `grant:${item}` };
      return isOwn && viewer.assurance < 2 ? { kind: 'forbidden', requiredAssurance: 2 } : { kind: 'whole' };
    },
    isLogged: (viewer, type, id) =>
      !['SELF', 'WARD', 'SPOUSE', 'REPRESENTED'].includes(relation(viewer, type, id) ?? ''),
    survivorOf,
    // `system` leaves one line for all, and is asked for nobody's sake.
    fileOf: ({ role }, type, id) => (role === 'system' ? id : survivorOf(ownerIn(type, id)?.id ?? id)),
    isDecidedBy,
    relation,
    idsOf: (type) => {
      if (type === 'Citizen') return people.map(({ id }) => id);
      if (type === 'Enterprise') return enterprises.map(({ uscc }) => uscc);
      if (type === 'Premise') return premises.map(({ id }) => id);
      const records = [...(owners.get(type) ?? [])];
      return [...new Map(records.map(([id, owner]) => [`${owner.id} ${owner.kind}`, id])).values()];
    },
    citizens: people.map(({ id }) => id),
    enterprises,
    wasCalled: (uscc, words) => formerNames.some((one) => one.uscc === uscc && one.name.includes(words)),
    branchesOf: (uscc) =>
      branches.filter((link) => link.to === uscc && holds(link, '2026-11-22')).map(({ from }) => from),
    sourcesOf: (department) => sources.filter((one) => department === null || one.department === department).length,
    worksFor,
    isGranted: (viewer, item) => grantsOf(viewer, item).length > 0,
    contests: contests.map((one) => ({ ...one, openedAt: new Date(one.openedAt).toISOString() })),
    objections: objections.map((one) => ({ ...one, department: ownerOf(one.item) ?? '' })),
    values: await readValues(query),
  };
};

interface Owner {
  type: EntityType;
  id: string;
  kind: string;
}

/** Whose each of the entities is that stand in somebody's file, by type and id. */
const readOwners = async (
  query: <Row>(statement: string) => Promise<Row[]>,
): Promise<ReadonlyMap<EntityType, ReadonlyMap<string, Owner>>> => {
  const owners = new Map<EntityType, ReadonlyMap<string, Owner>>();
  for (const [type, { owned }] of Object.entries(ENTITIES) as [EntityType, (typeof ENTITIES)[EntityType]][]) {
    if (owned === null) continue;
    const rows = await query<{ id: string; owner_type: EntityType; owner: string; kind: string }>(owned);
    owners.set(
      type,
      new Map(rows.map(({ id, owner_type, owner, kind }) => [id, { type: owner_type, id: owner, kind }])),
    );
  }
  return owners;
};

/** Plain columns of the registers, to hold the answers against. */
const readValues = async (query: <Row>(statement: string) => Promise<Row[]>): Promise<ReadonlyMap<string, unknown>> => {
  const citizens = await query<Record<string, unknown> & { key: string }>(
    `select c.id as key, c.name as "Citizen.name", c.sex as "Citizen.sex", c.birth_date::text as "Citizen.birthDate",
       d.death_date::text as "Citizen.deathDate", c.ethnicity as "Citizen.ethnicity", c.nationality as "Citizen.nationality",
       c.political_status as "Citizen.politicalStatus", t.phone as "Citizen.phone", t.email as "Citizen.email"
     from personal.citizen c left join personal.death d on d.citizen_id = c.id
     left join personal.contact t on t.citizen_id = c.id where c.merged_into is null`,
  );
  const premises = await query<Record<string, unknown> & { key: string }>(
    'select id as key, use as "Premise.use" from personal.premise',
  );
  const enterprises = await query<Record<string, unknown> & { key: string }>(
    `select uscc as key, name as "Enterprise.name", kind as "Enterprise.kind", status as "Enterprise.status",
       established_on::text as "Enterprise.establishedOn", closed_on::text as "Enterprise.closedOn",
       capital_as_stated as "Enterprise.capitalAsStated", scope as "Enterprise.scope" from enterprises.enterprise`,
  );
  const licences = await query<Record<string, unknown> & { key: string }>(
    `select id as key, number as "Licence.number", office as "Licence.issuingOffice", issued_on::text as "Licence.issuedOn",
       coalesce(valid_from, issued_on)::text as "Licence.validFrom", valid_until::text as "Licence.validUntil"
     from (select distinct on (holder) * from licences.licence order by holder, record desc) of_each`,
  );
  const applications = await query<Record<string, unknown> & { key: string }>(
    `select id as key, state as "Application.state", due_on::text as "Application.dueOn", result as "Application.result"
     from transactions.application`,
  );
  return new Map(
    [...citizens, ...premises, ...enterprises, ...licences, ...applications].flatMap(({ key, ...columns }) =>
      Object.entries(columns).map(([coordinate, value]) => [`${coordinate} ${key}`, value] as const),
    ),
  );
};

/** The masks of GB/T 35273 annex A in the contract's words, written down once more. */
export const masked = (mask: string, value: unknown): unknown => {
  if (value === null || value === undefined) return null;
  if (Array.isArray(value)) return value.map((one: unknown) => masked(mask, one));
  if (typeof value === 'object') {
    const { text } = value as { text: string | null };
    return { ...value, text: text === null ? null : maskedText(mask, text), point: null };
  }
  return typeof value === 'string' ? maskedText(mask, value) : value;
};

const maskedText = (mask: string, text: string): string => {
  const characters = [...text];
  const ends = (head: number, tail: number) =>
    characters.length <= head + tail
      ? '*'.repeat(characters.length)
      : characters.map((one, index) => (index < head || index >= characters.length - tail ? one : '*')).join('');
  switch (mask) {
    case 'NAME':
      return characters.map((one, index) => (index === 0 ? one : '*')).join('');
    case 'ID_NUMBER':
    case 'PHONE':
      return ends(3, 4);
    case 'ACCOUNT':
      return ends(2, 4);
    case 'EMAIL':
      return text.replace(/^(.).*@/u, '$1***@');
    case 'ADDRESS':
      return `${/^上海市.{1,2}[区县]|^.{0,5}?[区县]/u.exec(text)?.[0] ?? ''}****`;
    default:
      throw new Error(`The contract has no mask ${mask}.`);
  }
};
