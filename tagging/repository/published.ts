import type { Executor } from '../../subgraphs/kit/store/store.ts';
import type { TaggingDB } from './database.ts';

type Db = Executor<TaggingDB>;

/** When what is published under these names came into force, RFC 3339. */
export const findPublished = async (executor: Db): Promise<ReadonlyMap<string, string>> => {
  const rows = await executor.selectFrom('published').select(['name', 'published_at']).execute();
  return new Map(rows.map(({ name, published_at }) => [name, published_at]));
};

/** The secret by which figures are perturbed, the same for all processes. */
export const findPerturbationSecret = async (executor: Db): Promise<string> =>
  (await executor.selectFrom('perturbation').select('secret').executeTakeFirstOrThrow()).secret;
