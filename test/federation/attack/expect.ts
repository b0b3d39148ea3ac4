import type { Viewer } from '../../../schema/viewer.ts';
import { ENTITIES, isEntity, type EntityType } from './entities.ts';
import { masked, type Reference } from './reference.ts';
import type { SelectedField, Selection } from './selection.ts';

/** An error as it must be, its words apart; `path` is joined by dots. */
export interface ExpectedError {
  path: string;
  code: string;
  missing?: string;
  requiredAssurance?: number;
}

/** The whole of an answer as it must be. */
export interface ExpectedAnswer {
  data: Record<string, unknown> | null;
  errors: ExpectedError[];
  /** Subject → coordinates that the access log must name beside the key. */
  readings: Map<string, Set<string>>;
  /** Subject → coordinates of the keys by which the viewer learned of it: its own, and those of records in its file. */
  admissions: Map<string, Set<string>>;
  /** Decisions about a field or an entity in it. */
  cells: number;
}

type Row = Readonly<Record<string, unknown>>;
type Path = readonly (string | number)[];

/** A subject whose fields are answered: an entity, or the value objects below it. */
interface Owner {
  type: EntityType;
  id: string;
}

/** What the access log must say: whoever was only learned of is there by the key. */
export const loggedOf = ({ readings, admissions }: ExpectedAnswer): ReadonlyMap<string, ReadonlySet<string>> =>
  new Map([...admissions, ...readings]);

/**
 * Makes answers of what the registries hold: takes whole objects and lets of them what the reference allows, field by
 * field, as a reader of the contract would.
 */
export const createExpectation = (
  reference: Reference,
  viewer: Viewer,
  find: (type: EntityType, id: string) => Row | null = () => null,
) => {
  const answer: ExpectedAnswer = { data: {}, errors: [], readings: new Map(), admissions: new Map(), cells: 0 };

  const refuse = (path: Path, error: Omit<ExpectedError, 'path'>): null => {
    answer.errors.push({ path: path.join('.'), ...error });
    return null;
  };

  const note = (owner: Owner, coordinate: string) => {
    if (!reference.isLogged(viewer, owner.type, owner.id)) return;
    add(answer.readings, reference.fileOf(viewer, owner.type, owner.id), coordinate);
  };
  const add = (log: Map<string, Set<string>>, file: string, coordinate: string) => {
    log.set(file, (log.get(file) ?? new Set()).add(coordinate));
  };

  /** The entity as the viewer gets it; `held` finds what the registry holds of the id that is answered for. */
  const toEntity = (
    selection: Selection | undefined,
    type: EntityType,
    asked: string,
    held: (id: string) => Row | null,
    path: Path,
  ): unknown => {
    answer.cells += 1;
    const refusal = reference.admission(viewer, type, asked);
    if (refusal !== null) return refuse(path, refusal);
    const id = viewer.role === 'system' || type !== 'Citizen' ? asked : reference.survivorOf(asked);
    const row = held(id);
    if (viewer.role !== 'system' && reference.isLogged(viewer, type, id))
      add(answer.admissions, reference.fileOf(viewer, type, id), `${type}.${ENTITIES[type].key}`);
    return toObject(selection, row ?? {}, { type, id }, path, type);
  };

  const toObject = (
    selection: Selection | undefined,
    row: Row,
    owner: Owner | null,
    path: Path,
    typeName: unknown,
  ): unknown =>
    Object.fromEntries([
      ['__typename', typeName],
      ...(selection?.fields ?? []).map((selected) => [
        selected.alias,
        toField(selected, row, owner, [...path, selected.alias], selection?.type.key ?? null),
      ]),
    ]);

  const toField = (selected: SelectedField, row: Row, owner: Owner | null, path: Path, key: string | null): unknown => {
    const { field, coordinate } = selected;
    if (owner !== null && field.name === key) return owner.id;
    if (coordinate === 'EnterpriseConnection.totalCount' && owner !== null) return countBranches(owner.id);
    // The registries were read on the day of the demonstration, on which the demo's last month is October 2026.
    const isOver = coordinate === 'ContributionPeriod.until' && viewer.today >= '2026-12-01';
    const value = narrow(coordinate, row[field.name] ?? (isOver ? '2026-11-01' : null));
    if (!field.isItem || owner === null) return toValue(selected, value, owner, path);
    answer.cells += 1;
    const verdict = reference.verdict(viewer, owner.type, owner.id, coordinate, field.mask, selected.reveal);
    if (verdict.kind === 'forbidden') {
      const { missing, requiredAssurance } = verdict;
      return refuse(path, {
        code: 'FORBIDDEN',
        ...(missing === undefined ? {} : { missing }),
        ...(requiredAssurance === undefined ? {} : { requiredAssurance }),
      });
    }
    note(owner, coordinate);
    if (verdict.kind === 'masked') return masked(field.mask ?? '', value);
    return toValue(selected, value, owner, path);
  };

  const toValue = (selected: SelectedField, value: unknown, owner: Owner | null, path: Path): unknown => {
    if (Array.isArray(value))
      return value.map((one: unknown, index) => toValue(selected, one, owner, [...path, index]));
    if (value === null || selected.inner === null) return value;
    const row = value as Row;
    const typeName = String(row['__typename']);
    const selection = selected.inner.get(typeName);
    const key = selection?.type.key ?? null;
    if (key === null || !isEntity(typeName)) return toObject(selection, row, owner, path, typeName);
    const id = String(row[key]);
    return toEntity(selection, typeName, id, (file) => (file === id ? row : find(typeName, file)), path);
  };

  /** Staff learn of the applications that their department decides, and of no other's number. */
  const narrow = (coordinate: string, value: unknown): unknown => {
    if (value === null || viewer.role !== 'staff') return value;
    if (coordinate === 'Citizen.appointments') {
      return (value as { application: { id: string } }[]).filter(({ application }) =>
        reference.isDecidedBy(viewer, application.id),
      );
    }
    if (coordinate !== 'Citizen.applications' && coordinate !== 'Enterprise.applications') return value;
    const connection = value as { edges: { cursor: string; node: { id: string } }[]; pageInfo: object };
    const edges = connection.edges.filter(({ node }) => reference.isDecidedBy(viewer, node.id));
    const pageInfo = {
      ...connection.pageInfo,
      startCursor: edges.at(0)?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    };
    return { ...connection, edges, pageInfo, totalCount: edges.length };
  };

  /** Staff learn of branches that they may know of, others than staff and the system of no number at all. */
  const countBranches = (uscc: string): number | null => {
    if (viewer.role === 'citizen') return null;
    return reference.branchesOf(uscc).filter((branch) => reference.admission(viewer, 'Enterprise', branch) === null)
      .length;
  };

  return { answer, toEntity, toObject, refuse };
};

export type Expectation = ReturnType<typeof createExpectation>;
