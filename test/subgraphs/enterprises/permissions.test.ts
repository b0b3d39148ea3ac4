import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Viewer } from '../../../schema/viewer.ts';
import { eachEngine } from '../../support/stores.ts';
import { asAnalyst, asCitizen, asOperator, asPublic, asStaff, asSystem } from '../../support/viewers.ts';
import { citizenOf, openEnterprises, USCC, type OpenEnterprises } from './demo.ts';

const citizen = (slug: string) => asCitizen(citizenOf(slug));
const marketStaff = (district: string, purpose: string | null = 'enterprise-supervision') =>
  asStaff('market-regulation', district, purpose);

/** What each viewer gets of `name`, `shareholders` and `handlers`: seen, or refused with FORBIDDEN. */
const SEES: readonly [
  who: string,
  viewer: Viewer,
  uscc: string,
  name: boolean,
  shareholders: boolean,
  handlers: boolean,
][] = [
  ['the legal representative', citizen('zhou-ming'), USCC.mingmei, true, true, true],
  ['the handler', citizen('wu-qian'), USCC.mingmei, true, false, true],
  ['a shareholder who once represented it', citizen('lin-xiaomei'), USCC.mingmei, true, false, false],
  ['a supervisor', citizen('he-jun'), USCC.zhiqiang, true, false, false],
  ['an officer of its district', marketStaff('310104'), USCC.mingmei, true, true, true],
  ['an officer of the city', marketStaff('310000'), USCC.mingmei, true, true, true],
  [
    'a tax officer of its district',
    asStaff('tax', '310104', 'enterprise-supervision'),
    USCC.mingmei,
    true,
    true,
    false,
  ],
  [
    'a health officer of its district',
    asStaff('health', '310104', 'health-supervision'),
    USCC.mingmei,
    true,
    false,
    false,
  ],
  [
    'an inspector of transport elsewhere',
    asStaff('transport', '310109', 'enterprise-supervision'),
    USCC.mingmei,
    true,
    false,
    false,
  ],
  ['the system', asSystem, USCC.mingmei, true, true, false],
];

/** Who may not know that it exists, and how they are told. */
const REFUSED: readonly [who: string, viewer: Viewer, uscc: string, code: string, missing: string | null][] = [
  ['a stranger', citizen('zhao-wei'), USCC.mingmei, 'NOT_FOUND', null],
  ['a representative who left long ago', citizen('shen-jianguo'), USCC.hujiang, 'NOT_FOUND', null],
  ['a handler whose mandate ran out', citizen('wu-qian'), USCC.zhiqiang, 'NOT_FOUND', null],
  ['the representative of its parent', citizen('he-jun'), USCC.mingmeiFood, 'NOT_FOUND', null],
  ['an officer of another district', marketStaff('310105'), USCC.mingmei, 'NOT_FOUND', null],
  [
    'an officer of a department without a grant',
    asStaff('education', '310104', 'school-enrolment'),
    USCC.mingmei,
    'NOT_FOUND',
    null,
  ],
  ['an officer with another purpose', marketStaff('310104', 'elderly-care'), USCC.mingmei, 'NOT_FOUND', null],
  ['an officer without a purpose', marketStaff('310104', null), USCC.mingmei, 'FORBIDDEN', 'purpose'],
  ['an analyst', asAnalyst, USCC.mingmei, 'FORBIDDEN', 'role'],
  ['an operator', asOperator, USCC.mingmei, 'FORBIDDEN', 'role'],
  ['nobody in particular', asPublic, USCC.mingmei, 'UNAUTHENTICATED', null],
  ['a citizen, of what does not exist', citizen('zhou-ming'), USCC.unknown, 'NOT_FOUND', null],
  ['an officer of the city, of what does not exist', marketStaff('310000'), USCC.unknown, 'NOT_FOUND', null],
  [
    'an inspector who sees all, of what does not exist',
    asStaff('court', '310109', 'enterprise-supervision'),
    USCC.unknown,
    'NOT_FOUND',
    null,
  ],
  ['the system, of what does not exist', asSystem, USCC.unknown, 'NOT_FOUND', null],
];

const FIELDS = 'name shareholders { share } handlers { id }';
const ROOT = `query ($uscc: ID!) { enterprise(uscc: $uscc) { ${FIELDS} } }`;
const ENTITY = `query ($uscc: ID!) { _entities(representations: [{ __typename: "Enterprise", uscc: $uscc }]) {
  ... on Enterprise { ${FIELDS} } } }`;

eachEngine((database) => {
  let registry: OpenEnterprises;
  beforeAll(async () => {
    registry = await openEnterprises(database().store('enterprises'));
    await registry.loadDemo();
  }, 120_000);
  afterAll(() => registry.close());

  const doors = [
    ['the root', (viewer: Viewer, uscc: string) => registry.as(viewer, ROOT, { uscc }), 'enterprise'],
    [
      '_entities',
      (viewer: Viewer, uscc: string) =>
        registry.as(viewer, ENTITY.replace('($uscc: ID!)', '').replace('$uscc', JSON.stringify(uscc))),
      '_entities',
    ],
  ] as const;

  describe.each(doors)('by %s', (_door, ask, root) => {
    it.each(SEES)('%s sees what the lists say', async (_who, viewer, uscc, ...sees) => {
      const { data, errors } = await ask(viewer, uscc);
      const file = [data?.[root]].flat()[0] as Record<string, unknown>;
      expect([file['name'] !== null, file['shareholders'] !== null, file['handlers'] !== null]).toEqual(sees);
      expect((errors ?? []).map(({ extensions }) => extensions?.['code'])).toEqual(
        sees.filter((seen) => !seen).map(() => 'FORBIDDEN'),
      );
    });

    it.each(REFUSED.filter(([who]) => root === 'enterprise' || !who.startsWith('the system')))(
      '%s is refused',
      async (_who, viewer, uscc, code, missing) => {
        const { data, errors } = await ask(viewer, uscc);
        expect([data?.[root]].flat()[0] ?? null).toBeNull();
        expect(errors).toHaveLength(1);
        // _entities has no rule of role of its own: whoever is nothing to anybody finds nothing.
        const byRole = missing === 'role' && root === '_entities';
        expect(errors?.[0]?.extensions?.['code']).toBe(byRole ? 'NOT_FOUND' : code);
        if (missing !== null && !byRole) expect(errors?.[0]?.extensions?.['missing']).toBe(missing);
      },
    );
  });

  it('says the same of what may not be seen and of what does not exist', async () => {
    const viewer = citizen('zhao-wei');
    const [hidden, absent] = [
      await registry.as(viewer, ROOT, { uscc: USCC.mingmei }),
      await registry.as(viewer, ROOT, { uscc: USCC.unknown }),
    ];
    expect(hidden).toEqual(absent);
  });

  it('hides an enterprise behind a holding that has ended', async () => {
    const { data, errors } = await registry.as(
      citizen('shen-jianguo'),
      '{ me { enterprises { edges { node { role until enterprise { name } } } } } }',
    );
    expect(data).toMatchObject({
      me: {
        enterprises: { edges: [{ node: { role: 'LEGAL_REPRESENTATIVE', until: '2013-06-14', enterprise: null } }] },
      },
    });
    expect(errors?.[0]?.extensions?.['code']).toBe('NOT_FOUND');
  });

  it('keeps lists of enterprises to those whom they are for', async () => {
    const codes = async (viewer: Viewer, root: string) =>
      (await registry.as(viewer, `{ ${root} }`)).errors?.map(({ extensions }) => extensions?.['code']);
    const list = 'enterprises { totalCount }';
    const batch = `enterprisesByUscc(usccs: ["${USCC.mingmei}"]) { name }`;
    for (const viewer of [citizen('zhou-ming'), asAnalyst, asOperator, asSystem]) {
      expect(await codes(viewer, list)).toEqual(['FORBIDDEN']);
    }
    for (const viewer of [citizen('zhou-ming'), asAnalyst, asOperator, marketStaff('310000')]) {
      expect(await codes(viewer, batch)).toEqual(['FORBIDDEN']);
    }
    expect(await codes(asPublic, list)).toEqual(['UNAUTHENTICATED']);
    expect(await codes(marketStaff('310104', null), list)).toEqual(['FORBIDDEN']);
    expect(await codes(marketStaff('310104', 'elderly-care'), list)).toEqual(['FORBIDDEN']);
  });
});
