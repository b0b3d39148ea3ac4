import { isCitizen, isStaffWithPurpose } from '../subgraphs/kit/access/rules.ts';
import { allow } from '../subgraphs/kit/access/shield.ts';

/** Who may enter by which root field; what tags there are and by which rules is told to everybody. */
export const permissions = {
  Query: { tags: allow, tag: allow, tagRules: allow, contestedTags: isStaffWithPurpose },
  Mutation: { contestTag: isCitizen, decideContest: isStaffWithPurpose, setPersonalisation: isCitizen },
};
