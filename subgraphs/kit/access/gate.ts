import {
  defaultFieldResolver,
  getNamedType,
  isObjectType,
  isUnionType,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import type { Catalogue } from '../../../schema/catalogue/catalogue.ts';
import { AppError } from '../../../schema/errors.ts';
import type { Access, GatedItem } from './access.ts';
import { maskValue, type Mask } from './masking.ts';

/** What every subgraph's context carries for the gates. */
export interface GatedContext {
  readonly access: Access;
}

/** An entity as a registry declares it to the gates. */
export interface EntityGate<C extends GatedContext> {
  /** The key field, which is also the subject for Citizen and Enterprise. */
  key: string;
  /** Whose file the entity belongs to, when its key is not the subject itself. */
  load?: (context: C, id: string) => unknown;
}

type Resolver = GraphQLFieldResolver<unknown, GatedContext>;

/** Names under which an address or a name is shown whole to oneself; numbers are masked until revealed. */
const WHOLE_TO_ONESELF: ReadonlySet<Mask> = new Set<Mask>(['NAME', 'ADDRESS']);

const isPromise = (value: unknown): value is PromiseLike<unknown> =>
  typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function';

/** Applies `next` at once when the value is in hand: promises cost graphql-js half as much again. */
const chain = (value: unknown, next: (value: unknown) => unknown): unknown =>
  isPromise(value) ? value.then(next) : next(value);

const textOf = (record: unknown, key: string): string | undefined => {
  if (typeof record !== 'object' || record === null) return undefined;
  const value: unknown = Reflect.get(record, key);
  return typeof value === 'string' ? value : undefined;
};

interface Gates<C extends GatedContext> {
  catalogue: Catalogue;
  entities: Readonly<Record<string, EntityGate<C>>>;
}

/** Items whose coordinate begins with the type's name, by catalogue index. */
const itemsOfType = (catalogue: Catalogue, type: string): readonly number[] =>
  [...catalogue.items].flatMap(([coordinate, item]) => (coordinate.startsWith(`${type}.`) ? [item.index] : []));

/** Refuses a record of an entity that the viewer may not know of. */
export const createAdmission = <C extends GatedContext>({ catalogue, entities }: Gates<C>) => {
  const items = new Map(Object.keys(entities).map((type) => [type, itemsOfType(catalogue, type)]));

  const admitOne = (access: Access, declaredType: string | undefined, record: unknown): unknown => {
    if (record === null || record === undefined || record instanceof Error) return record;
    const type = declaredType ?? textOf(record, '__typename') ?? '';
    const entity = entities[type];
    if (entity === undefined) return record;
    const id = textOf(record, entity.key);
    if (id === undefined)
      return new AppError('BAD_USER_INPUT', `A ${type} must be named by its ${entity.key}.`, {
        field: entity.key,
        reason: 'KEY',
      });
    const decide = (relation: Parameters<Access['refusal']>[0]) => {
      const refusal = access.refusal(relation, items.get(type) ?? []);
      if (refusal !== null) return refusal;
      access.noteAdmission(id, `${type}.${entity.key}`);
      return toFile(record, entity.key, access.fileOf(id));
    };
    const known = access.knownRelation(type, id);
    return known === undefined ? access.relate(type, id).then(decide) : decide(known);
  };

  return (access: Access, type: string | undefined, value: unknown): unknown => {
    if (!Array.isArray(value)) return admitOne(access, type, value);
    const admitted = value.map((record: unknown) => admitOne(access, type, record));
    return admitted.some(isPromise) ? settleEach(admitted) : admitted;
  };
};

/** A reference to a merged file becomes one to the file it was merged into, so that nothing is read or logged under the old id. */
const toFile = (record: unknown, key: string, id: string): unknown =>
  textOf(record, key) === id ? record : { ...(record as object), [key]: id };

/** A list's items stand or fall alone: a rejected one becomes its error. */
const settleEach = (values: readonly unknown[]): Promise<unknown[]> =>
  Promise.all(values.map((value) => (isPromise(value) ? value.then(null, (error: unknown) => error) : value)));

/** The entity type behind a field: its name, `'*'` for a union that may hold one, or null. */
const entityBehind = (type: GraphQLNamedType, isEntity: (name: string) => boolean): string | null => {
  if (isObjectType(type)) return isEntity(type.name) ? type.name : null;
  return isUnionType(type) && type.getTypes().some((member) => isEntity(member.name)) ? '*' : null;
};

const directiveArgument = (field: GraphQLField<unknown, GatedContext>, directive: string, argument: string) => {
  const node = field.astNode?.directives?.find(({ name }) => name.value === directive);
  const value = node?.arguments?.find(({ name }) => name.value === argument)?.value;
  return value !== undefined && 'value' in value ? value.value : undefined;
};

/**
 * Puts the gates into a subgraph's schema, so that no resolver can forget them: admission of every entity by whatever
 * field it comes, `@item` by relation, masking, `@assurance`. Fields of an entity without a resolver read its row.
 */
export const gateSchema = <C extends GatedContext>(schema: GraphQLSchema, gates: Gates<C>): void => {
  const admit = createAdmission(gates);
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    const fields: readonly GraphQLField<unknown, GatedContext>[] = Object.values(type.getFields());
    for (const field of fields) field.resolve = gateField(type, field, gates, admit);
  }
};

const gateField = <C extends GatedContext>(
  type: GraphQLObjectType,
  field: GraphQLField<unknown, GatedContext>,
  gates: Gates<C>,
  admit: ReturnType<typeof createAdmission>,
): Resolver => {
  const entity = gates.entities[type.name];
  const coordinate = `${type.name}.${field.name}`;
  const catalogued = gates.catalogue.items.get(coordinate);
  const item: GatedItem | null = catalogued === undefined ? null : { coordinate, index: catalogued.index };
  const mask = catalogued?.mask ?? null;
  const level = Number(directiveArgument(field, 'assurance', 'level') ?? 0);
  const target = entityBehind(getNamedType(field.type), (name) => name in gates.entities);
  const subjectKey = entity?.key ?? 'subject';
  const inner = resolverOf(field, entity);
  if (item === null && level === 0 && target === null) return inner;

  const finish = (
    value: unknown,
    parent: unknown,
    args: Readonly<Record<string, unknown>>,
    access: Access,
  ): unknown => {
    if (value instanceof Error) return value;
    const subject = textOf(parent, subjectKey) ?? '';
    if (mask !== null && item !== null) {
      const whole = access.showsWhole(subject, item, args['reveal'] === true, WHOLE_TO_ONESELF.has(mask));
      access.noteReading(subject, item);
      return whole ? value : maskValue(mask, value);
    }
    if (item !== null) access.noteReading(subject, item);
    return target === null ? value : admit(access, target === '*' ? undefined : target, value);
  };

  return (parent, args: Readonly<Record<string, unknown>>, context, info) => {
    if (level > 0) context.access.checkAssurance(level);
    if (item !== null) context.access.checkItem(textOf(parent, subjectKey) ?? '', item);
    return chain(inner(parent, args, context, info), (value) => finish(value, parent, args, context.access));
  };
};

const resolverOf = <C extends GatedContext>(
  field: GraphQLField<unknown, GatedContext>,
  entity: EntityGate<C> | undefined,
): Resolver => {
  if (field.resolve !== undefined && field.resolve !== defaultFieldResolver) return field.resolve;
  const load = entity?.load;
  if (entity === undefined || load === undefined || field.name === entity.key) return defaultFieldResolver;
  return (parent, _args, context) =>
    chain(load(context as C, textOf(parent, entity.key) ?? ''), (row) =>
      typeof row === 'object' && row !== null ? (Reflect.get(row, field.name) as unknown) : null,
    );
};
