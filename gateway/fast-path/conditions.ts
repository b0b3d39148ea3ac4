import {
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  Kind,
  visit,
  type DocumentNode,
  type OperationDefinitionNode,
  type SelectionNode,
} from 'graphql';
import { NotCovered } from './not-covered.ts';

type Variables = Readonly<Record<string, unknown>>;
/** The truth of each variable that `@skip` and `@include` name, one bit each. */
export type Truths = number;

export interface Conditions {
  read(variables: Variables): Truths;
  isTrue(variable: string, truths: Truths): boolean;
  isIncluded(selection: SelectionNode, truths: Truths): boolean;
}

/** Each combination of truths is compiled apart, so there must be few. */
const MAX_VARIABLES = 4;

const conditionOf = (selection: SelectionNode, name: string) => {
  const directive = selection.directives?.find((applied) => applied.name.value === name);
  return directive?.arguments?.find((argument) => argument.name.value === 'if')?.value;
};

/** Finds the variables that decide which selections of an operation are in its answer. */
export const readConditions = (document: DocumentNode, operation: OperationDefinitionNode): Conditions => {
  const names: string[] = [];
  visit(document, {
    Directive(directive) {
      const name = directive.name.value;
      if (name !== GraphQLSkipDirective.name && name !== GraphQLIncludeDirective.name) return;
      const value = directive.arguments?.[0]?.value;
      if (value?.kind === Kind.VARIABLE && !names.includes(value.name.value)) names.push(value.name.value);
    },
  });
  if (names.length > MAX_VARIABLES) throw new NotCovered(`${names.length} variables in @skip and @include`);
  const defaults = new Map(
    (operation.variableDefinitions ?? []).map((definition) => [
      definition.variable.name.value,
      definition.defaultValue?.kind === Kind.BOOLEAN ? definition.defaultValue.value : undefined,
    ]),
  );

  const isTrue = (variable: string, truths: Truths): boolean => {
    const bit = names.indexOf(variable);
    if (bit === -1) throw new Error(`The plan asks for $${variable}, which the document has in no condition.`);
    return (truths & (1 << bit)) !== 0;
  };
  const holds = (value: ReturnType<typeof conditionOf>, truths: Truths): boolean =>
    value?.kind === Kind.VARIABLE ? isTrue(value.name.value, truths) : value?.kind === Kind.BOOLEAN && value.value;

  return {
    read: (variables) =>
      names.reduce((truths, name, bit) => {
        const given = Object.hasOwn(variables, name) ? variables[name] : undefined;
        return (given ?? defaults.get(name)) === true ? truths | (1 << bit) : truths;
      }, 0),
    isTrue,
    isIncluded: (selection, truths) => {
      const skip = conditionOf(selection, GraphQLSkipDirective.name);
      const include = conditionOf(selection, GraphQLIncludeDirective.name);
      return !(skip !== undefined && holds(skip, truths)) && !(include !== undefined && !holds(include, truths));
    },
  };
};
