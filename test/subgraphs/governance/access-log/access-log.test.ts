import { mkdtemp, rm, writeFile, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { anchorFile, readAnchors, writeAnchor } from '../../../../subgraphs/governance/access-log/anchors.ts';
import { appendWaitingReadings } from '../../../../subgraphs/governance/access-log/append.ts';
import { emptyEntry } from '../../../../subgraphs/kit/directory/empty-entry.ts';
import { kitMigrations } from '../../../../subgraphs/kit/kit-migrations.ts';
import { createReadingCollector } from '../../../../subgraphs/governance/access-log/collect.ts';
import { checkAppended } from '../../../../subgraphs/governance/access-log/overdue.ts';
import { verifyAccessLog } from '../../../../subgraphs/governance/access-log/verify.ts';
import { migrations } from '../../../../subgraphs/governance/migrations/migrations.ts';
import type { GovernanceDB } from '../../../../subgraphs/governance/repository/database.ts';
import type { ChangeEvent } from '../../../../subgraphs/kit/feed/change.ts';
import { migrate } from '../../../../subgraphs/kit/migrate.ts';
import type { Store } from '../../../../subgraphs/kit/store/store.ts';
import { eachEngine } from '../../../support/stores.ts';

const READER = {
  role: 'staff',
  reader: 'officer',
  department: 'civil-affairs',
  district: '310104',
  purpose: 'elderly-care',
  caseNo: null,
  actingFor: null,
};

let count = 0;
const reading = (registry: string, operationId: string, subject: string, ...items: string[]): ChangeEvent => ({
  kind: 'file.read',
  lane: 'own',
  affects: [subject],
  items,
  operationId,
  traceId: null,
  payload: READER,
  registry,
  sequence: String(++count).padStart(40, '0'),
  at: '2026-11-22T02:00:00.123456Z',
  schemaVersion: 1,
});

describe('the access log', () => {
  eachEngine((database) => {
    let store: Store<GovernanceDB>;
    let folder: string;

    const run = async (statement: string) => {
      await store.transaction({ holder: 'test' }, (executor) => sql.raw(statement).execute(executor));
    };
    /** As if the feed's lag had passed. */
    const settle = async () => {
      await run(`update governance.access_reading set received_at = received_at - interval '1 minute'`);
      return appendWaitingReadings(store);
    };
    const verify = async () => verifyAccessLog(store, await readAnchors(anchorFile(folder)));
    const tamper = async (statement: string) => {
      await run('alter table governance.access_line disable trigger access_line_append_only');
      await run(statement);
    };

    beforeEach(async () => {
      store = database().store<GovernanceDB>('governance');
      await migrate(store, { ...kitMigrations('governance'), ...migrations });
      folder = await mkdtemp(join(tmpdir(), 'onefile-anchors-'));
      const collect = createReadingCollector(store);
      await collect([
        reading('personal', 'op1', 'c1_lin', 'Citizen.name'),
        reading('personal', 'op1', 'c1_zhou', 'Citizen.sex'),
      ]);
      await collect([reading('enterprises', 'op1', 'c1_lin', 'Citizen.enterprises')]);
      await collect([reading('personal', 'op2', 'c1_lin', 'Citizen.phone')]);
    });
    afterEach(async () => {
      await rm(folder, { recursive: true });
      await run('drop schema governance cascade');
    });

    it('merges what several registries tell of an operation into one line a subject', async () => {
      expect(await settle()).toBe(3);
      const { rows } = await store.read({ holder: 'test' }, (executor) =>
        sql`select operation_id, subject, items from governance.access_detail order by operation_id, subject`.execute(
          executor,
        ),
      );
      expect(rows).toEqual([
        { operation_id: 'op1', subject: 'c1_lin', items: ['Citizen.enterprises', 'Citizen.name'] },
        { operation_id: 'op1', subject: 'c1_zhou', items: ['Citizen.sex'] },
        { operation_id: 'op2', subject: 'c1_lin', items: ['Citizen.phone'] },
      ]);
    });

    it('writes no line of somebody who was erased meanwhile', async () => {
      const gone = JSON.stringify(emptyEntry('c1_lin'));
      await run(
        `insert into governance.subject_directory (subject, registry, version, entry) values ('c1_lin', 'personal', 1, '${gone}')`,
      );
      expect(await settle()).toBe(1);
      const { rows } = await store.read({ holder: 'test' }, (executor) =>
        sql`select subject from governance.access_reading union all select subject from governance.access_detail`.execute(
          executor,
        ),
      );
      expect(JSON.stringify(rows)).not.toContain('c1_lin');
    });

    it('waits for the other registries before it writes a line, and takes a repeated event for one', async () => {
      expect(await appendWaitingReadings(store)).toBe(0);
      const again = reading('personal', 'op2', 'c1_lin', 'Citizen.phone');
      await createReadingCollector(store)([again]);
      await createReadingCollector(store)([again]);
      expect(await settle()).toBe(3);
    });

    it('keeps what a second fetch of the same registry read in the same operation', async () => {
      await createReadingCollector(store)([reading('personal', 'op2', 'c1_lin', 'Citizen.idNumber')]);
      await settle();
      const { rows } = await store.read({ holder: 'test' }, (executor) =>
        sql`select items from governance.access_detail where operation_id = 'op2'`.execute(executor),
      );
      expect(rows).toEqual([{ items: ['Citizen.idNumber', 'Citizen.phone'] }]);
    });

    it('gives a reading that comes late a line of its own', async () => {
      await settle();
      await createReadingCollector(store)([reading('governance', 'op1', 'c1_lin', 'Citizen.objections')]);
      expect(await settle()).toBe(1);
      expect(await verify()).toEqual({ lines: 4, expired: 0, anchors: 0, faults: [], notes: [] });
    });

    it('chains lines of appenders that run at once', async () => {
      await run(`update governance.access_reading set received_at = received_at - interval '1 minute'`);
      const appended = await Promise.all([1, 2, 3, 4].map(() => appendWaitingReadings(store)));
      expect(appended.reduce((sum, lines) => sum + lines)).toBe(3);
      expect((await verify()).faults).toEqual([]);
    });

    it('refuses to change or delete a line', async () => {
      await settle();
      await expect(run(`update governance.access_line set at = now()`)).rejects.toThrow('append-only');
      await expect(run(`delete from governance.access_line`)).rejects.toThrow('append-only');
    });

    it('stays whole when details expire', async () => {
      await settle();
      await run(`delete from governance.access_detail where subject = 'c1_zhou'`);
      expect(await verify()).toEqual({ lines: 3, expired: 1, anchors: 0, faults: [], notes: [] });
    });

    it.each([
      [
        'a changed detail',
        `update governance.access_detail set items = '{Citizen.sex}' where sequence = 1`,
        'The detail of line 1 was changed.',
      ],
      [
        'a changed reader',
        `update governance.access_detail set reader = reader || '{"department":"tax"}' where sequence = 2`,
        'The detail of line 2 was changed.',
      ],
      [
        'a changed line',
        `update governance.access_line set at = at + interval '1 day' where sequence = 2`,
        'Line 2 was changed.',
      ],
      [
        'a changed hash',
        `update governance.access_line set hash = 'x' where sequence = 1`,
        'Line 2 does not follow from the line before it.',
      ],
      [
        'a removed line',
        `with gone as (delete from governance.access_detail where sequence = 2) delete from governance.access_line where sequence = 2`,
        'Line 3 follows line 1.',
      ],
    ])('finds %s', async (_name, statement, fault) => {
      await settle();
      if (statement.startsWith('with gone')) await run(`delete from governance.access_detail where sequence = 2`);
      await tamper(statement);
      expect((await verify()).faults).toContain(fault);
    });

    it('finds by its anchors a chain that was cut, and one that was written anew', async () => {
      await settle();
      await writeAnchor(store, anchorFile(folder), new Date('2026-11-22T02:00:00Z'));
      await run(`delete from governance.access_detail where sequence = 3`);
      await tamper(`delete from governance.access_line where sequence = 3`);
      await run(
        `update governance.access_head set (sequence, hash) = (select sequence, hash from governance.access_line where sequence = 2)`,
      );
      expect((await verify()).faults).toEqual(['Lines after 2 are missing: on 2026-11-22 there were 3.']);
    });

    it('anchors the head once, and only when there is something to anchor', async () => {
      const file = anchorFile(folder);
      await writeAnchor(store, file, new Date());
      expect(await readAnchors(file)).toEqual({ anchors: [], spoilt: [], torn: 0 });
      await settle();
      await writeAnchor(store, file, new Date('2026-11-22T16:30:00Z'));
      await writeAnchor(store, file, new Date('2026-11-23T16:30:00Z'));
      const { anchors } = await readAnchors(file);
      expect(anchors).toEqual([expect.objectContaining({ day: '2026-11-23', sequence: 3 })]);
    });

    describe('with an anchor file', () => {
      const file = () => anchorFile(folder);
      const append = async (text: string) => writeFile(file(), `${await readFile(file(), 'utf8')}${text}`);
      const appendReading = async () => {
        await createReadingCollector(store)([reading('personal', `op${count}`, 'c1_wang', 'Citizen.name')]);
        await settle();
      };
      beforeEach(async () => {
        await settle();
        await writeAnchor(store, file(), new Date('2026-11-22T02:00:00Z'));
      });

      it.each(['{', '{"day":"2026-11-23","sequence":4,"ha', '\0\0\0\0'])(
        'takes a line whose writer was killed for not written, and writes the next in its place: %j',
        async (torn) => {
          await append(torn);
          expect(await verify()).toMatchObject({
            anchors: 1,
            faults: [],
            notes: ['The last anchor was cut short as it was written; it counts as not written.'],
          });
          await appendReading();
          await writeAnchor(store, file(), new Date('2026-11-23T02:00:00Z'));
          expect(await readFile(file(), 'utf8')).toMatch(/^\{[^\n{]*\}\n\{[^\n{]*\}\n$/);
          expect(await verify()).toMatchObject({ anchors: 2, faults: [], notes: [] });
        },
      );

      it('counts a line that lacks nothing but its end, and goes on behind it', async () => {
        const text = await readFile(file(), 'utf8');
        await writeFile(file(), text.trimEnd());
        expect(await verify()).toMatchObject({ anchors: 1, faults: [], notes: [] });
        await appendReading();
        await writeAnchor(store, file(), new Date('2026-11-23T02:00:00Z'));
        expect(await verify()).toMatchObject({ anchors: 2, faults: [], notes: [] });
      });

      it('still finds by what stands before a torn line that the chain was cut', async () => {
        await append('{"day"');
        await run(`delete from governance.access_detail where sequence = 3`);
        await tamper(`delete from governance.access_line where sequence = 3`);
        expect((await verify()).faults).toContain('Lines after 2 are missing: on 2026-11-22 there were 3.');
      });

      it.each(['{"day":"2026-11-24"}', 'x', '[]', '{"day":"2026-11-24","sequence":-1,"hash":"x"}'])(
        'names a whole line that is no anchor: %s',
        async (line) => {
          await append(`${line}\n`);
          expect((await verify()).faults).toEqual(['Line 2 of the anchors was changed.']);
          await appendReading();
          await writeAnchor(store, file(), new Date('2026-11-25T02:00:00Z'));
          expect(await verify()).toMatchObject({ anchors: 2, faults: ['Line 2 of the anchors was changed.'] });
        },
      );
    });

    it('says how many readings wait for their line for longer than a minute, and since when', async () => {
      await run(`update governance.access_reading set received_at = clock_timestamp() - interval '50 seconds'`);
      expect((await verify()).notes).toEqual([]);
      await expect(checkAppended(store)).resolves.toBeUndefined();
      await run(`update governance.access_reading set received_at = '2026-11-22T01:00:00Z' where operation_id = 'op1'`);
      const message = '3 readings wait to be appended to the access log, the first since 2026-11-22T01:00:00Z.';
      expect(await verify()).toMatchObject({ faults: [], notes: [message] });
      await expect(checkAppended(store)).rejects.toThrow(message);
      await appendWaitingReadings(store);
      expect((await verify()).notes).toEqual([]);
      await expect(checkAppended(store)).resolves.toBeUndefined();
    });
  });
});
