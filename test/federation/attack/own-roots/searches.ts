import type { Viewer } from '../../../../schema/viewer.ts';
import { idsOf } from '../ids.ts';
import { GHOST } from '../ghost.ts';
import type { Reference } from '../reference.ts';
import type { RootField, RootTools } from '../root-field.ts';

/** Searches of staff: by name, former name, number, district and status. */
export const searchRoots = ({ reference, guarded, selectionOf, hold }: RootTools): RootField[] => {
  const list = (
    alias: string,
    args: string,
    district: string | null,
    matches: (one: Reference['enterprises'][number], viewer: Viewer) => boolean,
  ) =>
    guarded(
      'enterprises',
      alias,
      `enterprises(${args}) { totalCount edges { node { ...OfEnterprise } } }`,
      ({ toEntity, refuse }, viewer) => {
        const all = reference.enterprises.filter(
          ({ uscc }) => reference.admission(viewer, 'Enterprise', uscc) === null,
        );
        const reach = listReach(reference, viewer);
        if (reach === 'nothing') return refuse([alias], { code: 'FORBIDDEN', missing: 'grant:Enterprise.name' });
        if (reach === 'no district') return refuse([alias], { code: 'FORBIDDEN', missing: 'district' });
        if (district !== null && reach !== 'all' && reach !== district) {
          return refuse([alias], { code: 'FORBIDDEN', missing: `district:${district}` });
        }
        const found = all.filter(
          (one) => one.name !== null && (district === null || one.district === district) && matches(one, viewer),
        );
        return {
          totalCount: found.length,
          edges: found.map(({ uscc }, index) => ({
            node: toEntity(selectionOf('Enterprise'), 'Enterprise', uscc, hold('Enterprise'), [
              alias,
              'edges',
              index,
              'node',
            ]),
          })),
        };
      },
    );
  return [
    list('all', 'first: 100', null, () => true),
    list('named', 'first: 100, search: "上海明梅"', null, ({ name }) => name?.includes('上海明梅') === true),
    list('formerly', 'first: 100, search: "小梅点心"', null, ({ uscc }, viewer) => {
      const item = 'Enterprise.formerNames';
      const verdict = reference.verdict(viewer, 'Enterprise', uscc, item, null, false);
      return verdict.kind === 'whole' && reference.wasCalled(uscc, '小梅点心');
    }),
    ...idsOf(reference, 'Enterprise')
      .slice(0, 4)
      .map((uscc, index) => list(`number${index}`, `search: "${uscc}"`, null, (one) => one.uscc === uscc)),
    list('ghost', `search: "${GHOST.Enterprise}"`, null, () => false),
    list('xuhui', 'first: 100, district: "310104"', '310104', () => true),
    list('changning', 'first: 100, district: "310105"', '310105', () => true),
    list('revoked', 'first: 100, status: REVOKED', null, ({ status }) => status === 'REVOKED'),
  ];
};

/** How far staff may search: the whole city, one district, or not at all. */
const listReach = (reference: Reference, viewer: Viewer): string => {
  const inCity = reference.enterprises.some(
    ({ uscc }) => reference.admission({ ...viewer, district: '310000' }, 'Enterprise', uscc) === null,
  );
  if (!inCity) return 'nothing';
  const nowhere = reference.enterprises.some(
    ({ uscc }) => reference.admission({ ...viewer, district: null }, 'Enterprise', uscc) === null,
  );
  if (nowhere || viewer.district === '310000') return 'all';
  return viewer.district ?? 'no district';
};
