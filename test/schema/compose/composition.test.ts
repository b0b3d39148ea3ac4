import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { buildSchema, isObjectType, isNonNullType, parse, type GraphQLField } from 'graphql';
import { composeSubgraphs, loadServices } from '../../../schema/compose/composition.ts';
import { SUBGRAPHS } from '../../../schema/sdl.ts';

const committed = (file: string) => readFileSync(new URL(`../../../schema/${file}`, import.meta.url), 'utf8');
const { supergraphSdl, apiSdl } = composeSubgraphs(loadServices());

describe('the composition', () => {
  it('is what is committed', () => {
    expect(supergraphSdl).toBe(committed('supergraph.graphql'));
    expect(apiSdl).toBe(committed('api.graphql'));
  });

  it('gives each subgraph an address of its own on loopback', () => {
    const urls = [...supergraphSdl.matchAll(/@join__graph\(name: "(\w+)", url: "([^"]+)"\)/gu)];
    expect(Object.fromEntries(urls.map(([, name, url]) => [name, url]))).toEqual({
      archive: 'http://127.0.0.1:4004',
      enterprises: 'http://127.0.0.1:4002',
      governance: 'http://127.0.0.1:4003',
      licences: 'http://127.0.0.1:4005',
      personal: 'http://127.0.0.1:4001',
      tagging: 'http://127.0.0.1:4007',
      transactions: 'http://127.0.0.1:4006',
    });
    expect(urls).toHaveLength(SUBGRAPHS.length);
  });

  it('carries @item and @assurance, with their arguments, into the supergraph', () => {
    expect(supergraphSdl).toMatch(/phone\(.*?\): String @join__field\(graph: PERSONAL\) @item\(mask: PHONE\)/su);
    expect(supergraphSdl).toMatch(/grantMandate\(.*?@assurance\(level: 2\)/su);
  });

  it('refuses a subgraph that only hints at a mistake', () => {
    const services = loadServices().map((service) =>
      service.name === 'personal' ? changed(service, 'type Money @shareable', 'type Money') : service,
    );
    expect(() => composeSubgraphs(services)).toThrow(/do not compose[\s\S]*Money/u);
  });

  it('refuses what merely differs between two subgraphs', () => {
    const services = loadServices().map((service) =>
      service.name === 'personal' ? changed(service, 'An amount of money.', 'Money.') : service,
    );
    expect(() => composeSubgraphs(services)).toThrow('Money');
  });
});

describe('what clients see', () => {
  const types = Object.values(buildSchema(apiSdl).getTypeMap()).filter(
    (type) => isObjectType(type) && !type.name.startsWith('__'),
  );
  const fields = types.flatMap((type) =>
    isObjectType(type)
      ? Object.values(type.getFields()).map((field) => [`${type.name}.${field.name}`, field] as const)
      : [],
  );
  const leadsToSubject = (field: GraphQLField<unknown, unknown>) =>
    /^[[\]!]*(Citizen|Enterprise|Premise|Licence|Owner|Holder|Application|Applicant)[[\]!]*$/u.test(String(field.type));

  it('lets a subject that may not be seen be null wherever it is reached', () => {
    const strict = fields.filter(
      ([, field]) =>
        leadsToSubject(field) &&
        /(Citizen|Enterprise|Premise|Licence|Owner|Holder|Application|Applicant)!/u.test(String(field.type)),
    );
    expect(strict.map(([coordinate]) => coordinate)).toEqual([]);
  });

  it('asks every mutation for a request key', () => {
    const mutations = buildSchema(apiSdl).getMutationType()?.getFields() ?? {};
    const without = Object.values(mutations).filter(
      ({ args }) =>
        !args.some(({ type }) => isNonNullType(type) && /Input!$/u.test(String(type))) &&
        !args.some(({ name }) => name === 'requestKey'),
    );
    expect(without.map(({ name }) => name)).toEqual([]);
  });
});

function changed<S extends { name: string; typeDefs: ReturnType<typeof parse> }>(
  service: S,
  from: string,
  to: string,
): S {
  const text = service.typeDefs.loc?.source.body ?? '';
  expect(text).toContain(from);
  return { ...service, typeDefs: parse(text.replace(from, to)) };
}
