import type { RequestContext } from '../subgraphs/kit/definition.ts';
import {
  byArguments,
  loadByKey,
  loadByOwner,
  type ByArguments,
  type ByKey,
  type ByOwner,
} from '../subgraphs/kit/loaders.ts';
import { findBeliefsOf, findStale, type BeliefOf } from './derivation/ledger.ts';
import * as repository from './repository.ts';
import type { ContestRow } from './rows.ts';
import type { TaggingRules } from './rules.ts';
import { createDisclosure, type Disclosure } from './tag-index/disclosure.ts';
import type { Tagger } from './tagger.ts';

/** What the resolvers ask beside the tables. */
export interface TaggingParts {
  readonly tagging: TaggingRules;
  readonly tagger: Pick<Tagger, 'index' | 'checkReady' | 'refresh'>;
}

/** One request's loaders, by subject. */
export interface Context extends RequestContext<repository.TaggingDB>, TaggingParts {
  /** What is believed, or was at an instant (RFC 3339). */
  readonly beliefs: ByArguments<[knownAt: string | null], ByOwner<BeliefOf>>;
  readonly contests: ByOwner<ContestRow>;
  /** Null unless the subject's tags are to be derived again. */
  readonly stale: ByKey<string>;
  readonly preferences: ByKey<{ subject: string; isPersonalised: boolean }>;
  /** When what is published came into force, by name. */
  readonly published: () => Promise<ReadonlyMap<string, string>>;
  readonly disclosure: () => Promise<Disclosure>;
}

/** Asked for once a request, if at all. */
const once = <Result>(ask: () => Promise<Result>): (() => Promise<Result>) => {
  let asked: Promise<Result> | undefined;
  return () => (asked ??= ask());
};

const subjectOf = ({ subject }: { subject: string }): string => subject;

export const createContext =
  (parts: TaggingParts) =>
  (base: RequestContext<repository.TaggingDB>): Context => ({
    ...base,
    ...parts,
    beliefs: byArguments((knownAt) =>
      loadByOwner((subjects) => base.read((executor) => findBeliefsOf(executor, subjects, knownAt)), subjectOf),
    ),
    contests: loadByOwner(
      (subjects) => base.read((executor) => repository.findContestsOf(executor, subjects)),
      subjectOf,
    ),
    stale: loadByKey(
      async (subjects) => [...(await base.read((executor) => findStale(executor, subjects)))],
      (subject) => subject,
    ),
    preferences: loadByKey(
      (subjects) => base.read((executor) => repository.findPreferences(executor, subjects)),
      subjectOf,
    ),
    published: once(() => base.read(repository.findPublished)),
    disclosure: once(async () => createDisclosure(await base.read(repository.findPerturbationSecret))),
  });
