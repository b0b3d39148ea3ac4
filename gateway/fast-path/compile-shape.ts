import {
  assertCompositeType,
  GraphQLError,
  isAbstractType,
  isCompositeType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
  Kind,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import type { Conditions, Truths } from './conditions.ts';
import { leafCheckOf } from './leaf-check.ts';
import type { JsonObject } from './merge.ts';

export interface Shaped {
  data: JsonObject | null;
  /** Violations of the schema by the subgraphs' answers (`INVALID_GRAPHQL`). */
  errors: GraphQLError[];
}
export type Shape = (merged: JsonObject) => Shaped;

/** Null, and the error that says so is known. */
const NULLED = Symbol('nulled');
/** Null where null may not be: the parent is null as well. */
const INVALID = Symbol('invalid');

interface ShapeRun {
  errors: GraphQLError[];
  path: (string | number)[];
}
type Complete = (value: unknown, run: ShapeRun) => unknown;
type ShapeObject = (value: JsonObject, run: ShapeRun) => JsonObject | typeof NULLED;

interface FieldGroup {
  key: string;
  name: string;
  parent: GraphQLCompositeType;
  sets: SelectionSetNode[];
}

const violation = (run: ShapeRun, what: string): typeof NULLED => {
  run.errors.push(new GraphQLError(what, { path: [...run.path], extensions: { code: 'INVALID_GRAPHQL' } }));
  return NULLED;
};

const place = (run: ShapeRun, type: GraphQLOutputType, parent: GraphQLCompositeType): string => {
  const last = run.path.at(-1);
  return typeof last === 'number'
    ? `array element of type ${String(type)} at index ${last}`
    : `field ${parent.name}.${last ?? ''}`;
};

/** Compiles, for documents that `checkCoverage` lets pass, how an operation's answer is cut from the merged answers of the subgraphs, as Apollo Gateway cuts it. */
export const compileShape = (
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  conditions: Conditions,
  truths: Truths,
): Shape => {
  const fragments = new Map<string, FragmentDefinitionNode>(
    document.definitions.flatMap((definition) =>
      definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition] as const] : [],
    ),
  );

  const applies = (condition: string, runtime: GraphQLCompositeType): boolean => {
    if (condition === runtime.name) return true;
    const type = schema.getType(condition);
    return isAbstractType(type) && !isUnionType(runtime) && schema.isSubType(type, runtime);
  };

  const collect = (
    set: SelectionSetNode,
    parent: GraphQLCompositeType,
    runtime: GraphQLCompositeType | undefined,
    groups: Map<string, FieldGroup>,
  ): void => {
    for (const selection of set.selections) {
      if (!conditions.isIncluded(selection, truths)) continue;
      if (selection.kind === Kind.FIELD) {
        const name = selection.name.value;
        const key = selection.alias?.value ?? name;
        let group = groups.get(key);
        if (group === undefined) groups.set(key, (group = { key, name, parent, sets: [] }));
        if (selection.selectionSet !== undefined) group.sets.push(selection.selectionSet);
        continue;
      }
      const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection;
      if (fragment === undefined) continue;
      const condition = fragment.typeCondition?.name.value;
      if (condition !== undefined && !applies(condition, runtime ?? parent)) continue;
      const narrowed = condition === undefined ? parent : assertCompositeType(schema.getType(condition));
      collect(fragment.selectionSet, narrowed, runtime, groups);
    }
  };

  const typename = ({ key, parent }: FieldGroup): ((value: JsonObject) => string | typeof INVALID) => {
    return (value) => {
      const given = value[key] ?? value['__typename'];
      const type = typeof given === 'string' ? (schema.getType(given) ?? parent) : parent;
      return isObjectType(type) ? type.name : INVALID;
    };
  };

  const shapeObject = (
    sets: readonly SelectionSetNode[],
    parent: GraphQLCompositeType,
    runtime: GraphQLCompositeType | undefined,
  ): ShapeObject => {
    const groups = new Map<string, FieldGroup>();
    for (const set of sets) collect(set, parent, runtime, groups);
    const fields = [...groups.values()].map((group): [string, Complete, boolean] => {
      if (group.name === '__typename') {
        const typenameOf = typename(group);
        return [group.key, (value) => typenameOf(value as JsonObject), true];
      }
      const field = 'getFields' in group.parent ? group.parent.getFields()[group.name] : undefined;
      if (field === undefined) throw new Error(`There is no field ${group.parent.name}.${group.name}.`);
      return [group.key, complete(field.type, group.sets, group.parent), false];
    });
    return (value, run) => {
      const output: JsonObject = {};
      for (const [key, completeField, isTypename] of fields) {
        run.path.push(key);
        const completed = completeField(isTypename ? value : (value[key] ?? null), run);
        run.path.pop();
        if (completed === INVALID) return NULLED;
        output[key] = completed === NULLED ? null : completed;
      }
      return output;
    };
  };

  const completeComposite = (
    type: GraphQLCompositeType,
    sets: readonly SelectionSetNode[],
    parent: GraphQLCompositeType,
  ): Complete => {
    const shapes = new Map<string, ShapeObject>();
    let untyped: ShapeObject | undefined;
    const shapeOf = (name: string): ShapeObject | null => {
      const known = shapes.get(name);
      if (known !== undefined) return known;
      const runtime = schema.getType(name);
      if (!isCompositeType(runtime)) return null;
      const shape = shapeObject(sets, type, runtime);
      shapes.set(name, shape);
      return shape;
    };
    return (value, run) => {
      if (value === null) return null;
      if (typeof value !== 'object')
        throw new Error(`Invalid non-object value returned by subgraph for composite type ${type.name}`);
      const object = value as JsonObject;
      const name = object['__typename'];
      if (name === undefined || name === '') return (untyped ??= shapeObject(sets, type, undefined))(object, run);
      const shape = typeof name === 'string' ? shapeOf(name) : null;
      return shape === null
        ? violation(run, `Invalid __typename found for object at ${place(run, type, parent)}.`)
        : shape(object, run);
    };
  };

  const completeList = (item: Complete, type: GraphQLOutputType): Complete => {
    return (value, run) => {
      if (value === null) return null;
      if (!Array.isArray(value))
        throw new Error(`Invalid non-list value returned by subgraph for list type ${String(type)}`);
      const items = value.map((element: unknown, index) => {
        run.path.push(index);
        const completed = item(element ?? null, run);
        run.path.pop();
        return completed === NULLED ? null : completed;
      });
      return items.includes(INVALID) ? NULLED : items;
    };
  };

  const complete = (
    type: GraphQLOutputType,
    sets: readonly SelectionSetNode[],
    parent: GraphQLCompositeType,
  ): Complete => {
    if (isNonNullType(type)) {
      const nullable = complete(type.ofType, sets, parent);
      return (value, run) => {
        const completed = nullable(value, run);
        if (completed === null)
          violation(run, `Cannot return null for non-nullable ${place(run, type.ofType, parent)}.`);
        return completed === null || completed === NULLED ? INVALID : completed;
      };
    }
    if (isListType(type)) return completeList(complete(type.ofType, sets, parent), type);
    if (!isLeafType(type)) return completeComposite(type, sets, parent);
    const isValid = leafCheckOf(type);
    return (value, run) =>
      value === null || isValid(value) ? value : violation(run, `Invalid value found for ${place(run, type, parent)}.`);
  };

  const rootType = schema.getRootType(operation.operation);
  if (!rootType) throw new Error(`The schema has no ${operation.operation}.`);
  const root = shapeObject([operation.selectionSet], rootType, rootType);
  return (merged) => {
    const run: ShapeRun = { errors: [], path: [] };
    const data = root(merged, run);
    return { data: data === NULLED ? null : data, errors: run.errors };
  };
};
