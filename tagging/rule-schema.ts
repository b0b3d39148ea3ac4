import { z } from 'zod';
import { EXPRESSIONS, nested } from './engine/expression.ts';
import { ruleShape } from './engine/rule.ts';

const EXPRESSION = '#/$defs/expression';

/** JSON Schema (2020-12) of a rule's file, by which editors complete and check it. */
export const createRuleSchema = (): Record<string, unknown> => {
  const toSchema = (shape: z.ZodType) =>
    z.toJSONSchema(shape, {
      io: 'input',
      override: ({ zodSchema, jsonSchema }) => {
        if ((zodSchema as unknown) === nested) jsonSchema.$ref = EXPRESSION;
      },
    });
  const { properties, ...rule } = toSchema(ruleShape);
  const expressions = Object.values(EXPRESSIONS).map((shape) => {
    const { $schema: dialect, ...expression } = toSchema(shape);
    return dialect === rule.$schema ? expression : { $schema: dialect, ...expression };
  });
  return {
    ...rule,
    title: 'A rule: which subjects hold a tag, and when',
    properties: { ...properties, holds: { $ref: EXPRESSION } },
    $defs: { expression: { anyOf: expressions } },
  };
};
