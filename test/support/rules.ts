import { loadTaggingRules } from '../../tagging/rules.ts';

/** The rules of the repository, compiled once a process. */
export const loadTagging = (() => {
  let loaded: ReturnType<typeof loadTaggingRules> | undefined;
  return () => (loaded ??= loadTaggingRules());
})();
