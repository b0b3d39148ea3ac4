import { sql } from 'kysely';
import type { Executor } from '../../kit/store/store.ts';
import { SCHEMA, type EnterprisesDB } from './database.ts';

const LINKS = [
  ['representative', 'citizen_id'],
  ['officer', 'citizen_id'],
  ['share', 'owner'],
  ['mandate', 'handler'],
] as const;

/**
 * Takes a citizen out of the files of enterprises. That somebody led, held or acted stays public (企业信息公示暂行条例 6),
 * who it was does not (PIPL 47): each row gets a name of its own that leads to nobody. Mandates end.
 */
export const eraseCitizen = async (executor: Executor<EnterprisesDB>, citizen: string): Promise<void> => {
  await executor
    .updateTable('mandate')
    .set({ until: sql<string>`greatest(since, least(until, (now() at time zone 'Asia/Shanghai')::date))` })
    .where('handler', '=', citizen)
    .execute();
  for (const [table, column] of LINKS) {
    await sql`update ${sql.table(`${SCHEMA}.${table}`)} set ${sql.ref(column)} = 'erased:' || gen_random_uuid()
      where ${sql.ref(column)} = ${citizen}`.execute(executor);
  }
};
