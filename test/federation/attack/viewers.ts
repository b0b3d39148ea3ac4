import { SUBGRAPHS, type SubgraphName } from '../../../schema/sdl.ts';
import type { Viewer } from '../../../schema/viewer.ts';
import { asAnalyst, asCitizen, asOperator, asPublic, asStaff, asSystem, TODAY } from '../../support/viewers.ts';
import { demoPeople, idNumberOf } from '../../support/people.ts';
import { GHOST } from './ghost.ts';
import type { AttackingDuty } from './staff-duties.ts';
import type { World } from './world.ts';

/** Somebody who asks, and how failures name them. */
export interface Attacker {
  name: string;
  viewer: Viewer;
  /** The doors that are tried: `references` for who is like somebody else in another district, `me` for who acts for somebody. */
  tries: 'every door' | 'references' | 'me';
  /** Whose doors. */
  at: readonly SubgraphName[];
}

/** Children of the cast, who sign in nowhere. */
const CHILDREN: Readonly<Record<string, string>> = {
  'zhou-kexin': '310104202103080242',
  'chen-yutong': '310107201602290409',
  'sun-xiaobao': '310110201906010179',
};
const [MINGMEI, ZHIQIANG] = ['91310104MA1FPAA18P', '91310105MA1FWBB23B'];

/** Who acts for whom: parents and guardians, representatives, handlers, and everybody who once was or never will be. */
const ACTING: readonly (readonly [slug: string, subject: string])[] = [
  ['lin-xiaomei', 'lin-xiaomei'],
  ['lin-xiaomei', 'zhou-kexin'],
  ['chen-gang', 'chen-yutong'],
  ['sun-guoping', 'sun-xiaobao'],
  ['zhou-ming', MINGMEI],
  ['wu-qian', MINGMEI],
  ['lin-xiaomei', 'zhou-ming'],
  ['lin-xiaomei', MINGMEI],
  ['lin-xiaomei', 'chen-yutong'],
  ['wang-li', 'chen-gang'],
  ['wu-qian', ZHIQIANG],
  ['he-jun', ZHIQIANG],
  ['he-jun', 'sun-xiaobao'],
  ['ma-xiaodong', 'sun-xiaobao'],
  ['ma-xiaodong', 'chen-yutong'],
  ['ma-xiaodong', ZHIQIANG],
  ['ma-xiaodong', MINGMEI],
  ['ma-xiaodong', GHOST.Citizen],
  ['ma-xiaodong', GHOST.Enterprise],
];

/** One district, which is another's to most subjects, and the whole city. */
const DISTRICTS = ['310104', '310000'];

/** Every role, each citizen of the cast, and every kind of duties in its own, another, and all districts. */
export const createAttackers = async (world: World, duties: readonly AttackingDuty[]): Promise<readonly Attacker[]> => {
  const slugs = demoPeople.flatMap(({ id, role }) => (role === 'citizen' ? [id] : []));
  const ids = new Map(
    await Promise.all(slugs.map(async (slug) => [slug, (await world.idOf(idNumberOf(slug))) ?? ''] as const)),
  );
  const wards = await Promise.all(
    Object.entries(CHILDREN).map(async ([slug, number]) => [slug, (await world.idOf(number)) ?? ''] as const),
  );
  const subjects = new Map([...ids, ...wards]);
  const citizen = (slug: string, more: Partial<Viewer> = {}): Attacker => ({
    name: [slug, ...Object.entries(more).map(([key, value]) => `${key}=${String(value)}`)].join(' '),
    viewer: asCitizen(ids.get(slug) ?? '', more),
    tries: 'every door' as const,
    at: SUBGRAPHS,
  });
  const staff = (
    department: string,
    district: string,
    purpose: string | null,
    more: Partial<Viewer> = {},
  ): Attacker => ({
    name: ['staff', department, district, purpose ?? 'without purpose', ...Object.keys(more)].join(' '),
    viewer: { ...asStaff(department, district, purpose), ...more },
    tries: 'every door' as const,
    at: SUBGRAPHS,
  });
  const other = (name: string, viewer: Viewer): Attacker => ({
    name,
    viewer,
    tries: 'every door' as const,
    at: SUBGRAPHS,
  });
  const mother = ids.get('lin-xiaomei') ?? '';
  /** What somebody might put into a seal of another role in vain. */
  const borrowed = {
    subject: mother,
    department: 'public-security',
    district: '310000',
    purpose: 'household-registration',
  };
  const acting = (slug: string, subject: string): Attacker => ({
    name: `${slug} acting for ${subject}`,
    viewer: asCitizen(ids.get(slug) ?? '', { actingFor: subjects.get(subject) ?? subject }),
    tries: 'me',
    at: SUBGRAPHS,
  });
  return [
    other('public', asPublic),
    other('public with borrowed claims', { ...asPublic, ...borrowed }),
    ...slugs.map((slug) => citizen(slug)),
    citizen('lin-xiaomei', { assurance: 1 }),
    citizen('sun-guoping', { assurance: 1 }),
    citizen('zhou-ming', { assurance: 1 }),
    citizen('wu-qian', { today: '2028-01-01' }),
    citizen('ma-xiaodong', { today: '2026-11-21' }),
    citizen('ma-xiaodong', { department: 'public-security', district: '310000', purpose: 'household-registration' }),
    ...duties.flatMap(({ department, purpose, at }, duty) =>
      DISTRICTS.map((district, index) => ({
        ...staff(department, district, purpose),
        at,
        tries: (duty + index) % DISTRICTS.length === 0 ? ('every door' as const) : ('references' as const),
      })),
    ),
    staff('civil-affairs', '310109', 'elderly-care'),
    staff('market-regulation', '310109', 'enterprise-supervision'),
    staff('education', '310104', 'enterprise-registration'),
    staff('tax', '310000', 'pension-review'),
    staff('public-security', '310104', null),
    staff('market-regulation', '310000', null),
    staff('public-security', '310000', 'household-registration', { today: '2023-12-31' }),
    staff('archives', '310104', 'marriage-registration', { today: '2028-01-01' }),
    staff('public-security', '310104', 'household-registration', { subject: mother, assurance: 1 }),
    other('staff of no district', { ...asStaff('public-security', '', 'household-registration'), district: null }),
    other('analyst', asAnalyst),
    other('analyst with borrowed claims', { ...asAnalyst, ...borrowed }),
    other('operator', asOperator),
    other('operator with borrowed claims', { ...asOperator, ...borrowed }),
    other('source', { ...asOperator, role: 'source', subject: 'source', sources: ['personal.citizens'] }),
    other('source with borrowed claims', { ...asOperator, ...borrowed, role: 'source' }),
    other('system', asSystem),
    other('system with borrowed claims', { ...asSystem, ...borrowed }),
    ...ACTING.map(([slug, subject]) => acting(slug, subject)),
    ...[asStaff('market-regulation', '310000', 'enterprise-supervision'), asSystem, asAnalyst, asPublic].map(
      (viewer): Attacker => ({
        name: `${viewer.role} acting for an enterprise`,
        viewer: { ...viewer, actingFor: MINGMEI },
        tries: 'me',
        at: SUBGRAPHS,
      }),
    ),
    other('citizen without a subject', { ...asCitizen(''), subject: null, today: TODAY }),
  ];
};
