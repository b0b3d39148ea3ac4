import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import type { Viewer } from '../../../schema/viewer.ts';
import { migrations } from '../../../subgraphs/governance/migrations/migrations.ts';
import { kitMigrations } from '../../../subgraphs/kit/kit-migrations.ts';
import { openTestDatabase } from '../../support/stores.ts';
import { asAnalyst, asCitizen, asOperator, asPublic, asStaff, asSystem } from '../../support/viewers.ts';
import { openDesk, type Desk } from './desk.ts';

const ROLES: Readonly<Record<string, Viewer>> = {
  public: asPublic,
  citizen: asCitizen('c1_lin'),
  'staff with a purpose': asStaff('public-security', '310104', 'objection-decision'),
  'staff without a purpose': asStaff('public-security', '310104', null),
  analyst: asAnalyst,
  operator: asOperator,
  system: asSystem,
  source: { ...asOperator, role: 'source', subject: 'source', sources: ['personal.citizens'] },
};

const INPUT = `{ item: "Citizen.sex", subject: "c1_nobody", claim: "?", requestKey: "k" }`;
const ROOTS: Readonly<Record<string, { text: string; type?: 'mutation'; open: readonly string[] }>> = {
  me: { text: 'me { id }', open: Object.keys(ROLES).filter((role) => role !== 'public') },
  dataCatalogue: { text: 'dataCatalogue(first: 1) { totalCount }', open: Object.keys(ROLES) },
  sources: { text: 'sources { code }', open: ['staff with a purpose', 'staff without a purpose', 'operator'] },
  objectionsToDecide: { text: 'objectionsToDecide { totalCount }', open: ['staff with a purpose'] },
  raiseObjection: { text: `raiseObjection(input: ${INPUT}) { id }`, type: 'mutation', open: ['citizen'] },
  withdrawObjection: {
    text: 'withdrawObjection(id: "x", requestKey: "k") { id }',
    type: 'mutation',
    open: ['citizen'],
  },
  decideObjection: {
    text: 'decideObjection(id: "x", accept: true, reason: "是", requestKey: "k") { id }',
    type: 'mutation',
    open: ['staff with a purpose'],
  },
};

describe('who may enter governance by which field', () => {
  let desk: Desk;
  let close: () => Promise<void>;
  beforeAll(async () => {
    const database = await openTestDatabase({ governance: { ...kitMigrations('governance'), ...migrations } });
    desk = await openDesk(database);
    await desk.tell({ subject: 'c1_lin' });
    close = async () => {
      await desk.close();
      await database.close();
    };
  }, 60_000);
  afterAll(() => close());

  const cells = Object.entries(ROOTS).flatMap(([root, { text, type = 'query', open }]) =>
    Object.entries(ROLES).map(([role, viewer]) => ({
      root,
      role,
      viewer,
      open: open.includes(role),
      query: `${type} { ${text} }`,
    })),
  );

  it('has every root field in it', () => {
    const { schema } = desk.subgraph;
    const fields = [schema.getQueryType(), schema.getMutationType()].flatMap((type) =>
      Object.keys(type?.getFields() ?? {}),
    );
    expect(fields.filter((field) => !field.startsWith('_')).sort()).toEqual(Object.keys(ROOTS).sort());
  });

  it.each(cells)('$root: $role, open: $open', async ({ root, role, viewer, open, query }) => {
    const { data, errors = [] } = await desk.as(viewer, query);
    const codes = errors.map(({ extensions }) => extensions);
    // Who enters a mutation finds nothing to act on.
    if (open) expect(codes).toEqual(query.startsWith('mutation') ? [{ code: 'NOT_FOUND' }] : []);
    else if (role === 'public') expect(codes).toEqual([{ code: 'UNAUTHENTICATED' }]);
    else
      expect(codes).toEqual([
        {
          code: 'FORBIDDEN',
          missing:
            role === 'staff without a purpose' && !['raiseObjection', 'withdrawObjection'].includes(root)
              ? 'purpose'
              : 'role',
        },
      ]);
    if (!open) expect(data?.[root] ?? null).toBeNull();
  });

  it('lets a citizen object at sign-in level 2 alone', async () => {
    const { errors } = await desk.as(
      asCitizen('c1_lin', { assurance: 1 }),
      `mutation { raiseObjection(input: ${INPUT}) { id } }`,
    );
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN', requiredAssurance: 2 } }]);
  });

  it('lets nobody see another’s objections or access log', async () => {
    const query =
      '{ _entities(representations: [{ __typename: "Citizen", id: "c1_lin" }]) { ... on Citizen { id objections { totalCount } accessLog { totalCount } } } }';
    expect((await desk.as(asCitizen('c1_lin'), query)).errors).toBeUndefined();
    await desk.tell({ subject: 'c1_other' });
    for (const viewer of [
      asCitizen('c1_other'),
      asAnalyst,
      asOperator,
      asStaff('commerce', '310000', 'objection-decision'),
    ]) {
      const { data, errors } = await desk.as(viewer, query);
      expect(data).toEqual({ _entities: [null] });
      expect(errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
    }
    const staff = await desk.as(asStaff('public-security', '310104', 'objection-decision'), query);
    expect(staff.data).toEqual({ _entities: [{ id: 'c1_lin', objections: null, accessLog: null }] });
    const { rows } = await desk.store.read({ holder: 'test' }, (executor) =>
      sql`select items from governance.outbox
        where kind = 'file.read' and string_to_array(items, ' ') && '{Citizen.objections,Citizen.accessLog}'`.execute(
        executor,
      ),
    );
    expect(rows).toEqual([]);
  });
});
