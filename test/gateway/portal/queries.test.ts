import { describe, expect, it } from '@jest/globals';
import { buildSchema, isEnumType, OperationTypeNode, getOperationAST, parse, validate } from 'graphql';
import { readdirSync, readFileSync } from 'node:fs';
import { loadPeople } from '../../../gateway/issuer/people.ts';
import { loadPageModule } from './page-module.ts';

interface Question {
  query: string;
  variables: Record<string, unknown>;
  input?: string;
  purpose?: string;
}

const { questionOf, enterpriseQuestion } = await loadPageModule<{
  questionOf: (person: { id: string; role: string }) => Question;
  enterpriseQuestion: (uscc: string, question: Question) => Question;
}>('questions.js');
const { CODES } = await loadPageModule<{ CODES: Record<string, Record<string, { zh: string; en: string }>> }>(
  'codes.js',
);

const root = new URL('../../../', import.meta.url);
const schema = buildSchema(readFileSync(new URL('schema/api.graphql', root), 'utf8'));
const folder = new URL('gateway/portal/queries/', root);
const documents = new Map(
  readdirSync(folder).map((file) => [file.replace('.graphql', ''), parse(readFileSync(new URL(file, folder), 'utf8'))]),
);
const people = await loadPeople();

describe('the queries of the portal', () => {
  it.each([...documents.keys()])('%s is valid against what clients see, and only reads', (name) => {
    const document = documents.get(name) ?? parse('');
    expect(validate(schema, document)).toEqual([]);
    expect(getOperationAST(document)?.operation).toBe(OperationTypeNode.QUERY);
  });

  it.each([
    ...people,
    { id: 'nobody', role: 'public' },
    { id: 'somebody-else', role: 'staff' },
    { id: 'a-system', role: 'source' },
  ])('$id asks one of them, with variables that it declares', (person) => {
    const question = questionOf(person);
    const document = documents.get(question.query) ?? parse('');
    const declared = getOperationAST(document)?.variableDefinitions?.map(({ variable }) => variable.name.value) ?? [];
    expect(declared).toEqual(expect.arrayContaining(Object.keys(question.variables)));
    if (question.input !== undefined) expect(question.variables).toHaveProperty(question.input);
  });

  it('states a purpose for staff, and none for anyone else', () => {
    for (const person of people) {
      expect([person.id, questionOf(person).purpose !== undefined]).toEqual([person.id, person.role === 'staff']);
    }
  });

  it('reads an enterprise for the purpose for which it was found', () => {
    const found = questionOf({ id: 'market-officer-xuhui', role: 'staff' });
    expect(enterpriseQuestion('91310104MA1FPAA18P', found)).toEqual({
      query: 'enterprise',
      variables: { uscc: '91310104MA1FPAA18P' },
      purpose: 'enterprise-supervision',
    });
  });
});

describe('the codes of the portal', () => {
  const enums = Object.keys(CODES).filter((name) => isEnumType(schema.getType(name)));

  it('cover the enums of the API', () => {
    expect(enums.length).toBeGreaterThan(10);
  });

  it.each(enums)('have words in both languages for every value of %s', (name) => {
    const type = schema.getType(name);
    const values = isEnumType(type) ? type.getValues().map((value) => value.name) : [];
    expect(Object.keys(CODES[name] ?? {}).sort()).toEqual([...values].sort());
    for (const words of Object.values(CODES[name] ?? {}))
      expect(words).toEqual({ zh: expect.any(String), en: expect.any(String) });
  });
});
