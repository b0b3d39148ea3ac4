import { Kind, type DocumentNode, type FragmentDefinitionNode, type SelectionSetNode } from 'graphql';
import { badInput } from '../../schema/errors.ts';
import { MAX_FIELDS, tooComplex, type Limits } from './limits.ts';

/** What a selection set amounts to with its fragments written out. */
interface Measure {
  depth: number;
  aliases: number;
  fields: number;
  directives: number;
  /** Fields of the set itself. */
  top: number;
  isIntrospecting: boolean;
}

const NOTHING: Measure = { depth: 0, aliases: 0, fields: 0, directives: 0, top: 0, isIntrospecting: false };

const add = (one: Measure, other: Measure): Measure => ({
  depth: Math.max(one.depth, other.depth),
  aliases: one.aliases + other.aliases,
  fields: one.fields + other.fields,
  directives: one.directives + other.directives,
  top: one.top + other.top,
  isIntrospecting: one.isIntrospecting || other.isIntrospecting,
});

const createMeasurer = (fragments: ReadonlyMap<string, FragmentDefinitionNode>) => {
  const measured = new Map<string, Measure>();
  const open = new Set<string>();

  const ofFragment = (name: string): Measure => {
    const known = measured.get(name);
    if (known !== undefined) return known;
    if (open.has(name)) throw badInput('query', 'FRAGMENT_CYCLE', `The fragment ${name} contains itself.`);
    open.add(name);
    const definition = fragments.get(name);
    const measure = definition === undefined ? NOTHING : ofSet(definition.selectionSet);
    open.delete(name);
    measured.set(name, measure);
    return measure;
  };

  const ofSet = (set: SelectionSetNode): Measure =>
    set.selections.reduce((sum, selection) => {
      const directives = selection.directives?.length ?? 0;
      if (selection.kind === Kind.FRAGMENT_SPREAD) {
        const inner = ofFragment(selection.name.value);
        return add(sum, { ...inner, directives: inner.directives + directives });
      }
      if (selection.kind === Kind.INLINE_FRAGMENT) {
        const inner = ofSet(selection.selectionSet);
        return add(sum, { ...inner, directives: inner.directives + directives });
      }
      // Answers are merged as plain objects, whose prototype this would be.
      if (selection.alias?.value === '__proto__') throw badInput('query', 'RESERVED', 'No alias may be __proto__.');
      const inner = selection.selectionSet === undefined ? NOTHING : ofSet(selection.selectionSet);
      const isIntrospecting = selection.name.value === '__schema' || selection.name.value === '__type';
      return add(sum, {
        // graphql-js has a depth rule of its own for introspection, whose usual query is deeper than any of ours.
        depth: isIntrospecting ? 1 : inner.depth + 1,
        aliases: inner.aliases + (selection.alias === undefined ? 0 : 1),
        fields: inner.fields + 1,
        directives: inner.directives + directives,
        top: 1,
        isIntrospecting: isIntrospecting || inner.isIntrospecting,
      });
    }, NOTHING);

  return { ofSet, ofFragment };
};

/**
 * Refuses a parsed document beyond the limits, in time linear in its length and before it is validated. Throws
 * TOO_COMPLEX, and BAD_USER_INPUT for a fragment cycle or an alias that cannot be answered.
 */
export const measureDocument = ({ definitions }: DocumentNode, limits: Limits): { isIntrospecting: boolean } => {
  const fragments = new Map(
    definitions.flatMap((definition) =>
      definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition] as const] : [],
    ),
  );
  const measurer = createMeasurer(fragments);
  for (const name of fragments.keys()) measurer.ofFragment(name);
  let total = NOTHING;
  for (const definition of definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
    const measure = measurer.ofSet(definition.selectionSet);
    if (measure.top > limits.rootFields) throw tooComplex('root fields', limits.rootFields);
    const own = definition.directives?.length ?? 0;
    total = add(total, { ...measure, directives: measure.directives + own });
  }
  if (total.depth > limits.depth) throw tooComplex('levels', limits.depth);
  if (total.aliases > limits.aliases) throw tooComplex('aliases', limits.aliases);
  if (total.directives > limits.directives) throw tooComplex('directives', limits.directives);
  if (total.fields > MAX_FIELDS) throw tooComplex('fields', MAX_FIELDS);
  return { isIntrospecting: total.isIntrospecting };
};
