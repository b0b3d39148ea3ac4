/** Ids that nobody has, in the form of those that somebody has. */
export const GHOST = {
  Citizen: 'c1_AAAAAAAAAAAAAAAAAAAAAA',
  Enterprise: '91310104MA1FRM165F',
  Premise: 'FW3101049999',
  Licence: 'l1_00000000000000000000000000000000',
  Application: 'BJ310104-2026-999999',
} as const;
