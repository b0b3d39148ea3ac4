import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { runIngest } from '../../../../subgraphs/kit/ingest/command.ts';
import type { QuarantinedRow, QuarantinePlace } from '../../../../subgraphs/kit/ingest/quarantine-list.ts';
import { toReport } from '../../../../subgraphs/kit/ingest/report.ts';
import { createTally } from '../../../../subgraphs/kit/ingest/tally.ts';

const setAside = (batch: number, line: number): QuarantinedRow => ({
  batch,
  line,
  id: batch * 100 + line,
  raw: `9131\u001b[2J,"商店\r\n${line}"`,
  reasons: [
    { code: 'BAD_DATE', column: '成立日期' },
    { code: 'COLUMN_COUNT', column: null },
  ],
  drop: `shops-${batch}.csv`,
  date: '2026-04-30',
  seenAt: '2026-05-01T02:00:00Z',
});

const run = async (...args: string[]) => {
  const printed: string[] = [];
  let said = '';
  let opened = 0;
  const asked: unknown[] = [];
  const report = toReport(
    'enterprises.shops',
    { ...createTally(), rows: 3, accepted: 2, quarantined: 1, reasons: { BAD_DATE: 1 } },
    { seconds: 0.5, encoding: 'utf-8', resumed: false, dryRun: false, batch: 1 },
  );
  const ingest = {
    ingestFile: async (_source: string, file: string, options?: object) => {
      asked.push([path.basename(file), options]);
      return file.endsWith('bad.csv')
        ? {
            ...report,
            rows: 0,
            accepted: 0,
            quarantined: 0,
            reasons: {},
            refused: { code: 'EMPTY_FILE', message: 'The file is empty.' },
          }
        : report;
    },
    requeue: async () => report,
    findQuarantined: async (_source: string, after: QuarantinePlace | null) =>
      after === null ? [setAside(2, 3), setAside(2, 9)] : after.batch === 2 && after.line === 9 ? [setAside(1, 4)] : [],
  };
  const code = await runIngest(args, {
    withIngest: async (use) => {
      opened += 1;
      return use(ingest);
    },
    listSources: async () => ['enterprises.shops', 'personal.citizens'],
    print: (line) => printed.push(line),
    say: (text) => (said += text),
    isTerminal: false,
  });
  return { code, printed, said, asked, opened };
};
const folder = await mkdtemp(path.join(tmpdir(), 'onefile-command-'));
const file = path.join(folder, 'a.csv');
const bad = path.join(folder, 'bad.csv');
await writeFile(file, 'x');
await writeFile(bad, '');

describe('runIngest', () => {
  it('prints with --json exactly the report as its last line, and leaves quarantine to exit 0', async () => {
    const { code, printed } = await run('enterprises.shops', file, '--json');
    expect(code).toBe(0);
    expect(printed.at(-1)).toBe(
      '{"source":"enterprises.shops","rows":3,"accepted":2,"changed":0,"unchanged":0,"quarantined":1,"reasons":{"BAD_DATE":1},"seconds":0.5}',
    );
  });

  it('sums several files', async () => {
    const { printed } = await run('enterprises.shops', file, file, '--json');
    expect(JSON.parse(printed.at(-1) ?? '')).toMatchObject({
      rows: 6,
      accepted: 4,
      quarantined: 2,
      reasons: { BAD_DATE: 2 },
      seconds: 1,
    });
  });

  it('explains each reason to people', async () =>
    expect((await run('enterprises.shops', file)).printed.join('\n')).toContain(
      '1 × BAD_DATE: Not a day of the calendar',
    ));

  it('hands on what is said of the drop', async () => {
    const { asked } = await run(
      'enterprises.shops',
      file,
      '--dry-run',
      '--kind',
      'full',
      '--sequence',
      '7',
      '--date',
      '2026-01-02',
    );
    expect(asked).toEqual([['a.csv', { dryRun: true, manifest: { kind: 'full', sequence: 7, date: '2026-01-02' } }]]);
  });

  it.each([[['enterprises.nothing', file]], [['enterprises.shops', path.join(folder, 'none.csv')]]])(
    'exits 2 with the list of sources for %j',
    async (args) => {
      const { code, said, opened } = await run(...args);
      expect({ code, opened }).toEqual({ code: 2, opened: 0 });
      expect(said).toContain('personal.citizens');
    },
  );

  it.each([
    [[]],
    [['enterprises.shops']],
    [['enterprises.shops', file, '--nonsense']],
    [['enterprises.shops', file, '--date', 'today']],
    [['enterprises.shops', file, '--quarantine']],
    [['enterprises.shops', '--quarantine', '--requeue']],
    [['enterprises.shops', '--quarantine', '--dry-run']],
  ])('exits 2 with its usage for %j', async (args) => {
    const { code, said, opened } = await run(...args);
    expect({ code, opened }).toEqual({ code: 2, opened: 0 });
    expect(said).toContain('usage: ingest');
  });

  it('explains itself without opening anything', async () => {
    const { code, printed, opened } = await run('--help');
    expect({ code, opened }).toEqual({ code: 0, opened: 0 });
    expect(printed.join()).toContain('usage: ingest');
  });

  it('lists the quarantine page by page, with what is wrong and the text, which cannot steer the terminal', async () => {
    const { code, printed, said } = await run('enterprises.shops', '--quarantine');
    expect(code).toBe(0);
    expect(printed).toHaveLength(3);
    expect(printed[0]).toBe(
      'shops-2.csv of 2026-04-30, line 3, set aside 2026-05-01T02:00:00Z\n' +
        '  BAD_DATE at 成立日期: Not a day of the calendar in the form YYYY-MM-DD.\n' +
        '  COLUMN_COUNT: The row has more or fewer columns than the header.\n' +
        '  9131\\u001b[2J,"商店\\u000d\\u000a3"',
    );
    expect(said).toBe('enterprises.shops: 3 rows in quarantine\n');
  });

  it('lists it for programs with the text as it came, and says nothing of it beside', async () => {
    const { printed, said } = await run('enterprises.shops', '--quarantine', '--json');
    expect(printed.map((line) => JSON.parse(line) as unknown)).toEqual(
      [setAside(2, 3), setAside(2, 9), setAside(1, 4)].map(({ line, reasons, raw, drop, date, seenAt }) => ({
        line,
        reasons,
        raw,
        drop,
        date,
        seenAt,
      })),
    );
    expect(said).not.toContain('9131');
  });

  it('exits 1 when a drop was refused, with the reason in the report', async () => {
    const { code, printed } = await run('enterprises.shops', bad, '--json');
    expect([code, (JSON.parse(printed.at(-1) ?? '') as { reasons: unknown }).reasons]).toEqual([1, { EMPTY_FILE: 1 }]);
  });

  it('tries the quarantine again', async () =>
    expect((await run('enterprises.shops', '--requeue', '--json')).printed).toHaveLength(1));
});
