import DataLoader from 'dataloader';
import { AppError, notFound, unauthenticated, unavailable } from '../../../schema/errors.ts';
import type { Viewer } from '../../../schema/viewer.ts';
import type { Directory, DirectoryEntry, Relation } from '../directory/directory.ts';
import { coversCity } from '../directory/district.ts';
import { areBoundByMandate, relationOf } from '../directory/relation.ts';
import type { AccessMatrix } from './matrix.ts';

/** Rules deny what the directory cannot vouch for when it is further behind than this. */
const MAX_DIRECTORY_LAG_MS = 10_000;

/** The registry whose word counts on a subject. */
const ownerOf = (subject: string): string => (subject.startsWith('c1_') ? 'personal' : 'enterprises');

/** Relations in which reading leaves no line in the access log: the subject, the guardian, the spouse (and an enterprise's own representative). */
const UNLOGGED: ReadonlySet<Relation> = new Set<Relation>(['SELF', 'WARD', 'SPOUSE', 'REPRESENTED']);

/** An item of the catalogue as the gates know it. */
export interface GatedItem {
  coordinate: string;
  index: number;
}

/** What the viewer is to a record that stands in somebody's file, whose reading is logged there, e.g. an application. */
export interface RelatedRecord {
  relation: Relation;
  /** Whose file; null when there is no such record. */
  subject: string | null;
}

/** Finds the relation of the viewer to each id of an entity type that is no subject itself, e.g. a premise. */
export type Relate = (ids: readonly string[]) => Promise<readonly (Relation | RelatedRecord)[]>;

/** One request's view of who may see whom. Relations are found once per subject; everything not yet related is denied. */
export interface Access {
  readonly viewer: Viewer;
  /** The relation when it is known without I/O or was found before. */
  knownRelation(type: string, id: string): Relation | undefined;
  relate(type: string, id: string): Promise<Relation>;
  /** The error with which this subject is to be answered, or null when the viewer may know of it. */
  refusal(relation: Relation, itemsOfType: readonly number[]): AppError | null;
  /** The id under which the file is kept: another than the one asked for when that was merged into it. */
  fileOf(id: string): string;
  /** Whether the viewer sees the item of this subject, of those related so far. */
  sees(subject: string, item: GatedItem): boolean;
  /** Throws FORBIDDEN unless the viewer sees the item of this subject. */
  checkItem(subject: string, item: GatedItem): void;
  /** Notes for the access log that somebody learned of the subject, by the coordinate of its key. */
  noteAdmission(subject: string, key: string): void;
  /** Notes for the access log that the item was answered. */
  noteReading(subject: string, item: GatedItem): void;
  /** Whether a masked item is shown whole: `asked` is the field's `reveal` argument. Throws FORBIDDEN when it may not be. */
  showsWhole(subject: string, item: GatedItem, asked: boolean, wholeToOneself: boolean): boolean;
  checkAssurance(level: number): void;
  /** The districts in which staff may know of entities with these items: `all`, or their own alone. */
  reach(itemsOfType: readonly number[]): 'all' | 'own';
  /** What was read of whom by somebody whose reading is logged: subject → coordinates, of the key when nothing else was. */
  readings(): ReadonlyMap<string, ReadonlySet<string>>;
}

export interface AccessParts {
  viewer: Viewer;
  matrix: AccessMatrix;
  directory: Directory;
  relate: Readonly<Record<string, Relate>>;
}

const forbiddenItem = (item: GatedItem): AppError =>
  new AppError('FORBIDDEN', 'This item is not granted to you here.', { missing: `grant:${item.coordinate}` });

/** The relations that need no look-up: oneself, the system, and roles that are nothing to anybody. */
const relationWithoutLookUp = (viewer: Viewer, id: string, type = 'Citizen'): Relation | undefined => {
  if (viewer.role === 'citizen') return type === 'Citizen' && viewer.subject === id ? 'SELF' : undefined;
  if (viewer.role === 'system') return 'SYSTEM';
  return viewer.role === 'staff' ? undefined : 'OTHER';
};

/** Which entries of the directory an entity type is about; a USCC is nobody's as a citizen, however it is asked for. */
const KIND_OF: Readonly<Record<string, DirectoryEntry['kind']>> = { Citizen: 'citizen', Enterprise: 'enterprise' };

export const createAccess = ({ viewer, matrix, directory, relate }: AccessParts): Access => {
  /** By type and id, as an id of one type may be asked for as another's. */
  const admitted = new Map<string, Relation>();
  /** By id, for the items of files that were admitted. */
  const relations = new Map<string, Relation>();
  const files = new Map<string, string>();
  /** By id of a record: in whose file it stands. */
  const owners = new Map<string, string>();
  const readings = new Map<string, Set<string>>();
  /** Subjects admitted, with the coordinates of the keys by which: their own, and those of records in their files. */
  const admissions = new Map<string, Set<string>>();

  const isStale = (registry: string) => directory.lag(registry) > MAX_DIRECTORY_LAG_MS;

  /** Whoever gave the viewer a mandate or holds the viewer's, of people who are nothing else to the viewer. */
  const findMandated = async (viewerIds: readonly (string | null)[], citizens: readonly string[]) => {
    if (citizens.length === 0) return new Set<string>();
    const enterprises = await directory.findWithHandlers(viewerIds.filter((id) => id !== null));
    return new Set(citizens.filter((id) => areBoundByMandate(viewerIds, [id, fileOf(id)], enterprises, viewer.today)));
  };

  const relateByDirectory =
    (kind: DirectoryEntry['kind'] | undefined) =>
    async (subjects: readonly string[]): Promise<readonly Relation[]> => {
      // With the viewer's own entry, which tells what id the file has that the viewer's was merged into.
      const own = viewer.role === 'citizen' ? viewer.subject : null;
      const entries = await directory.findMany(own === null ? subjects : [...subjects, own]);
      const survivor = entries[subjects.length]?.subject ?? null;
      const related = subjects.map((subject, index): Relation => {
        if (isStale(ownerOf(subject))) return 'STALE';
        const entry = entries[index] ?? null;
        if (entry === null || (kind !== undefined && entry.kind !== kind)) return 'UNKNOWN';
        files.set(subject, entry.subject);
        return relationOf(viewer, entry, subject, survivor);
      });
      if (own === null || kind !== 'citizen') return related;
      // Who does not exist is looked for like who does.
      const isStranger = (relation: Relation | undefined) => relation === 'OTHER' || relation === 'UNKNOWN';
      // Whether a mandate binds them is not known: they are no strangers until it is.
      if (isStale('enterprises')) return related.map((relation) => (isStranger(relation) ? 'STALE' : relation));
      const strangers = subjects.filter((_, index) => isStranger(related[index]));
      const mandated = await findMandated([own, survivor], strangers);
      return related.map((relation, index) =>
        relation === 'OTHER' && mandated.has(subjects[index] ?? '') ? 'MANDATED' : relation,
      );
    };
  const loaders = new Map<string, DataLoader<string, Relation>>();
  const loaderOf = (type: string) => {
    let loader = loaders.get(type);
    if (loader === undefined) {
      loader = new DataLoader(async (ids) => {
        const related = await (relate[type] ?? relateByDirectory(KIND_OF[type]))(ids);
        return related.map((found, index): Relation => {
          if (typeof found === 'string') return found;
          if (found.subject !== null) owners.set(ids[index] ?? '', found.subject);
          return found.relation;
        });
      });
      loaders.set(type, loader);
    }
    return loader;
  };

  const admittedRelation = (id: string) => relationWithoutLookUp(viewer, id) ?? relations.get(id);
  const fileOf = (id: string) => files.get(id) ?? id;
  /** The file in which reading the id is logged. */
  const loggedUnder = (id: string) => fileOf(owners.get(id) ?? id);

  const sees = (subject: string, { index }: GatedItem): boolean => {
    const relation = admittedRelation(subject);
    return relation !== undefined && matrix.sees(relation, index);
  };

  const isLogged = (subject: string) => {
    const relation = admittedRelation(subject);
    return relation === undefined || !UNLOGGED.has(relation);
  };
  const note = (log: Map<string, Set<string>>, file: string, coordinate: string) => {
    log.set(file, (log.get(file) ?? new Set()).add(coordinate));
  };
  const noteAdmission = (subject: string, key: string) => {
    // That `system` exchanges a number for an id, at each sign-in, tells it nothing of the file.
    if (viewer.role !== 'system' && isLogged(subject)) note(admissions, loggedUnder(subject), key);
  };
  const noteReading = (subject: string, { coordinate }: GatedItem) => {
    if (isLogged(subject)) note(readings, loggedUnder(subject), coordinate);
  };

  const checkAssurance = (level: number) => {
    if (viewer.role === 'public') throw unauthenticated();
    if (viewer.assurance >= level) return;
    throw new AppError('FORBIDDEN', `This asks for sign-in level ${level}.`, { requiredAssurance: level });
  };

  return {
    viewer,
    knownRelation: (type, id) => relationWithoutLookUp(viewer, id, type) ?? admitted.get(`${type} ${id}`),
    relate: async (type, id) => {
      const relation = await loaderOf(type).load(id);
      admitted.set(`${type} ${id}`, relation);
      if (relation !== 'UNKNOWN') {
        relations.set(id, relation);
        relations.set(fileOf(id), relation);
      }
      return relation;
    },
    fileOf,
    refusal: (relation, itemsOfType) => {
      if (viewer.role === 'public') return unauthenticated();
      if (viewer.role === 'staff' && viewer.purpose === null) {
        return new AppError('FORBIDDEN', 'Say for which purpose you ask.', { missing: 'purpose' });
      }
      if (relation === 'STALE') return unavailable();
      return matrix.seesAny(relation, itemsOfType) ? null : notFound();
    },
    sees,
    checkItem: (subject, item) => {
      if (!sees(subject, item)) throw forbiddenItem(item);
    },
    noteAdmission,
    noteReading,
    showsWhole: (subject, item, asked, wholeToOneself) => {
      const relation = admittedRelation(subject);
      const isOwn = relation === 'SELF' || relation === 'WARD';
      if (isOwn && wholeToOneself) return true;
      if (!asked) return false;
      if (relation === undefined || !matrix.reveals(relation, item.index)) throw forbiddenItem(item);
      if (isOwn) checkAssurance(2);
      return true;
    },
    checkAssurance,
    reach: (itemsOfType) => (coversCity(viewer.district) || matrix.seesAny('OTHER', itemsOfType) ? 'all' : 'own'),
    readings: () => {
      const keysAlone = [...admissions].filter(([subject]) => !readings.has(subject));
      return new Map([...readings, ...keysAlone]);
    },
  };
};
