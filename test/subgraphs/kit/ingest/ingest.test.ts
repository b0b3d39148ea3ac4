import { describe, expect, it } from '@jest/globals';
import { gzipSync } from 'node:zlib';
import { writeFile } from 'node:fs/promises';
import { readQuarantine } from '../../../../subgraphs/kit/ingest/quarantine-list.ts';
import { eachEngine } from '../../../support/stores.ts';
import { CODES, createShops, drop, HEADER, row, type TestRegistry } from './registry.ts';

const SOURCE = 'enterprises.shops';
const counts = async ({ ingest, file }: TestRegistry, content: string | Buffer, options = {}) => {
  const { rows, accepted, changed, unchanged, quarantined, reasons, refused } = await ingest.ingestFile(
    SOURCE,
    await file(content),
    options,
  );
  expect(accepted + changed + unchanged + quarantined).toBe(rows);
  return { rows, accepted, changed, unchanged, quarantined, reasons, refused: refused?.code ?? null };
};
const clean = { changed: 0, unchanged: 0, quarantined: 0, reasons: {}, refused: null };
const gb18030 = Buffer.from(
  'd0c5d3c3b4fac2eb2cc3fbb3c62cb3c9c1a2c8d5c6da2cd7cabdf00a39313331303130344d413146504141313850',
  'hex',
);

eachEngine((database) => {
  describe('a drop', () => {
    it('is taken in with its rows, and each makes one change', async () => {
      const registry = await createShops(database());
      expect(await counts(registry, drop(row(0), row(1), row(4)))).toEqual({ ...clean, rows: 3, accepted: 3 });
      expect(
        await registry.rows(
          'select uscc, name, opened_on, amount, currency, stated from $s.shop order by uscc limit 1',
        ),
      ).toEqual([
        {
          uscc: CODES[4],
          name: '商店4',
          opened_on: '2004-03-01',
          amount: '500000',
          currency: 'CNY',
          stated: '50(万元人民币)',
        },
      ]);
      expect(await registry.rows('select kind, affects, lane from $s.outbox order by id limit 1')).toEqual([
        { kind: 'enterprise.changed', affects: [CODES[0]], lane: 'bulk' },
      ]);
      expect(
        await registry.rows(
          "select payload->'counts'->'accepted' as accepted, payload->'quality'->'completeness'->'区' as filled from $s.outbox where kind = 'source.arrived'",
        ),
      ).toEqual([{ accepted: 3, filled: 0 }]);
    });

    it('changes nothing and emits nothing when it comes twice', async () => {
      const registry = await createShops(database());
      const content = drop(row(0), row(1, '商店', '2004-02-30'));
      await counts(registry, content);
      const before = {
        ...((await registry.snapshot()) as object),
        all: await registry.rows('select count(*) from $s.outbox'),
      };
      expect(await counts(registry, content)).toEqual({
        rows: 2,
        accepted: 0,
        changed: 0,
        unchanged: 1,
        quarantined: 1,
        reasons: { BAD_DATE: 1 },
        refused: null,
      });
      expect({
        ...((await registry.snapshot()) as object),
        all: await registry.rows('select count(*) from $s.outbox'),
      }).toEqual(before);
    });

    it('finds what is held already behind a chunk of which nothing was', async () => {
      const registry = await createShops(database(), { chunkRows: 1 });
      await counts(registry, drop(row(1), row(3)), { manifest: { date: '2026-01-01' } });
      const next = drop(row(0), row(1), row(2), row(4, '禁用'), row(3, '新名'));
      expect(await counts(registry, next, { manifest: { date: '2026-01-02' } })).toMatchObject({
        accepted: 2,
        changed: 1,
        unchanged: 1,
        quarantined: 1,
        reasons: { REFUSED_BY_STORE: 1 },
      });
      expect(
        await registry.rows(
          'select affects[1] as uscc, count(*)::int as times from $s.outbox group by 1 having count(*) > 1 order by 1',
        ),
      ).toEqual([
        { uscc: CODES[3], times: 2 },
        { uscc: 'source:enterprises.shops', times: 2 },
      ]);
      expect(await counts(registry, drop(row(0), row(2, '旧名')), { manifest: { date: '2026-01-01' } })).toMatchObject({
        unchanged: 1,
        quarantined: 1,
        reasons: { OLDER_THAN_HELD: 1 },
      });
    });

    it('tells which items of a record changed', async () => {
      const registry = await createShops(database());
      await counts(registry, drop(row(0), row(1)), { manifest: { date: '2026-01-01' } });
      expect(await counts(registry, drop(row(0, '新名'), row(1)), { manifest: { date: '2026-01-02' } })).toMatchObject({
        changed: 1,
        unchanged: 1,
      });
      expect(
        await registry.rows(
          "select affects, string_to_array(items, ' ') as items from $s.outbox where kind = 'enterprise.changed' order by id desc limit 1",
        ),
      ).toEqual([{ affects: [CODES[0]], items: ['Enterprise.name'] }]);
    });

    it.each([
      ['with a BOM', Buffer.from('\ufeff' + drop(row(0)))],
      ['with CRLF', Buffer.from(drop(row(0)).replaceAll('\n', '\r\n'))],
      ['as gzip', gzipSync(drop(row(0)))],
      [
        'in GB18030',
        Buffer.concat([
          gb18030,
          Buffer.from(',', 'latin1'),
          Buffer.from('c9ccb5ea30', 'hex'),
          Buffer.from(',2004-03-01,', 'latin1'),
          Buffer.from('3530', 'hex'),
          Buffer.from('28cdf2d4aac8cbc3f1b1d2290a', 'hex'),
        ]),
      ],
      ['with spaces around', Buffer.from(drop(row(0).replaceAll(',', ' ,　')))],
      ['with empty lines', Buffer.from(`${drop(row(0))}\n\n`)],
    ])('is the same drop %s', async (_, content) => {
      const registry = await createShops(database());
      expect(await counts(registry, content)).toEqual({ ...clean, rows: 1, accepted: 1 });
      expect(await registry.rows('select name, amount from $s.shop')).toEqual([{ name: '商店0', amount: '500000' }]);
    });

    it.each([
      ['empty', '', 'EMPTY_FILE'],
      ['blank', '\ufeff \n\n', 'EMPTY_FILE'],
      ['binary', Buffer.from([80, 75, 3, 4, 0, 0, 1, 2]), 'BINARY_FILE'],
      ['full of zeros', Buffer.alloc(4096), 'BINARY_FILE'],
      [
        'neither UTF-8 nor GB18030',
        Buffer.from([...Buffer.from('a,b\n'), 0xff, 0xff, 10, 0xff, 0xfe, 10]),
        'UNKNOWN_ENCODING',
      ],
      ['broken gzip', Buffer.from([0x1f, 0x8b, 8, 0, 1, 2, 3]), 'BAD_GZIP'],
      ['without its columns', '信用代码,名称\nx,y\n', 'MISSING_COLUMNS'],
      ['with a column twice', `${HEADER},名称\n`, 'DUPLICATE_COLUMNS'],
      ['of 100 MB on one line', Buffer.alloc(100 * 1024 * 1024, 'x'), 'HEADER_TOO_LONG'],
    ])('is refused whole when it is %s', async (_, content, code) => {
      const registry = await createShops(database());
      expect(await counts(registry, content)).toMatchObject({ rows: 0, refused: code });
      expect(await registry.rows('select refusal from $s.ingest_batch')).toEqual([{ refusal: code }]);
    });

    it('names the columns that are missing', async () => {
      const { ingest, file } = await createShops(database());
      expect((await ingest.ingestFile(SOURCE, await file('信用代码,名称\n'))).refused?.message).toContain(
        '成立日期, 资金',
      );
    });

    it('ignores and reports a column that is not declared', async () => {
      const { ingest, file } = await createShops(database());
      expect(await ingest.ingestFile(SOURCE, await file(`备注,${HEADER}\nx,${row(0)}\n`))).toMatchObject({
        accepted: 1,
        warnings: { EXTRA_COLUMN: 1 },
      });
    });

    it.each([
      ['in the middle of a character', 4, { BAD_ENCODING: 1 }],
      ['in the middle of a column', 8, { TRUNCATED: 1 }],
      ['in its last column', 3, { TRUNCATED: 1 }],
      ['before its line end', 0, { TRUNCATED: 1 }],
    ])('cut %s keeps its good rows and sets the last one aside', async (_, bytes, reasons) => {
      const registry = await createShops(database());
      const content = Buffer.from(drop(row(0), row(1, '商店', '2004-03-01', '美元')));
      expect(await counts(registry, content.subarray(0, content.length - 1 - bytes))).toEqual({
        rows: 2,
        accepted: 1,
        changed: 0,
        unchanged: 0,
        quarantined: 1,
        reasons,
        refused: null,
      });
      expect(await registry.rows('select uscc from $s.shop')).toEqual([{ uscc: CODES[0] }]);
    });

    it('takes a last row without a line end when the sender vouches for the bytes', async () => {
      const registry = await createShops(database());
      const content = drop(row(0)).trimEnd();
      const { createHash } = await import('node:crypto');
      const sha256 = createHash('sha256').update(content).digest('hex');
      expect(await counts(registry, content, { manifest: { sha256 } })).toMatchObject({ accepted: 1 });
      expect(
        await counts(registry, content, { manifest: { sha256: sha256.replace(/./, '0').replace(/.$/, 'e') } }),
      ).toMatchObject({ refused: 'HASH_MISMATCH' });
    });

    it('cut within its gzip keeps what can be unpacked', async () => {
      const registry = await createShops(database());
      const packed = gzipSync(drop(row(0), row(1), ...Array.from({ length: 5000 }, () => `x,${Math.random()},,`)));
      const report = await registry.ingest.ingestFile(
        SOURCE,
        await registry.file(packed.subarray(0, packed.length - 4000)),
      );
      expect(report).toMatchObject({ accepted: 2, warnings: { DROP_ENDS_EARLY: 1 } });
    });

    it('sets a line of 100 MB aside without holding it', async () => {
      const registry = await createShops(database());
      const before = process.memoryUsage().rss;
      const content = Buffer.concat([
        Buffer.from(`${HEADER}\n${row(0)}\n`),
        Buffer.alloc(100 * 1024 * 1024, 'x'),
        Buffer.from(`\n${row(1)}\n`),
      ]);
      const path = await registry.file(content);
      expect(await registry.ingest.ingestFile(SOURCE, path)).toMatchObject({
        rows: 3,
        accepted: 2,
        reasons: { LINE_TOO_LONG: 1 },
      });
      expect(await registry.rows('select line, length(raw_text) as kept from $s.ingest_quarantine')).toEqual([
        { line: 3, kept: 2048 },
      ]);
      expect(process.memoryUsage().rss - before).toBeLessThan(400 * 1024 * 1024);
    });

    it('keeps line numbers and raw text exact across quoted line ends and stray quotes', async () => {
      const registry = await createShops(database());
      const stray = `${CODES[2]},"商店,2004-03-01,`;
      expect(
        await counts(
          registry,
          drop(`${CODES[0]},"商\n店",2004-03-01,"1,000(万元人民币)"`, stray, row(1), row(3, '商店', '坏')),
        ),
      ).toMatchObject({
        rows: 4,
        accepted: 2,
        reasons: { BAD_QUOTES: 1, BAD_DATE: 1 },
      });
      expect(await registry.rows('select line, raw_text from $s.ingest_quarantine order by line')).toEqual([
        { line: 4, raw_text: stray },
        { line: 6, raw_text: row(3, '商店', '坏') },
      ]);
      expect(await registry.rows(`select name, amount from $s.shop where uscc = '${CODES[0]}'`)).toEqual([
        { name: '商\n店', amount: '10000000' },
      ]);
    });

    it('sets every row aside that cannot be trusted, with its reasons', async () => {
      const registry = await createShops(database());
      const report = await counts(
        registry,
        drop(
          row(0, ''),
          row(1, '太长'.repeat(11)),
          '91310104MA1FPAA18X,商店,2004-03-01,50',
          row(2, '商店', '2003-02-29', '34.9000(万)'),
          row(3, '商\ufffd店'),
          `${row(4)},x`,
          row(4, '禁用'),
        ),
      );
      expect(report).toMatchObject({
        rows: 7,
        quarantined: 7,
        reasons: {
          REQUIRED: 1,
          TOO_LONG: 1,
          BAD_USCC: 1,
          NO_CURRENCY: 2,
          BAD_DATE: 1,
          MOJIBAKE: 1,
          COLUMN_COUNT: 1,
          REFUSED_BY_STORE: 1,
        },
      });
    });
  });

  describe('keys', () => {
    it('that come twice in a drop are unchanged when alike, set aside when not, across chunks too', async () => {
      const content = drop(row(0), row(0), row(0, '别名'), row(1));
      for (const chunkRows of [1000, 1, 2]) {
        const registry = await createShops(database(), { chunkRows });
        expect(await counts(registry, content)).toEqual({
          rows: 4,
          accepted: 2,
          changed: 0,
          unchanged: 1,
          quarantined: 1,
          reasons: { DUPLICATE_KEY: 1 },
          refused: null,
        });
        expect(await registry.rows('select line from $s.ingest_quarantine')).toEqual([{ line: 4 }]);
      }
    });
  });

  describe('the order of drops', () => {
    it('lets an older one add what is new and revert nothing', async () => {
      const registry = await createShops(database());
      await counts(registry, drop(row(0, '新')), { manifest: { sequence: 7, date: '2026-02-01' } });
      expect(
        await counts(registry, drop(row(0, '旧'), row(1)), { manifest: { sequence: 6, date: '2026-02-01' } }),
      ).toMatchObject({ accepted: 1, changed: 0, reasons: { OLDER_THAN_HELD: 1 } });
      expect(await registry.rows('select name from $s.shop order by uscc')).toEqual([
        { name: '新' },
        { name: '商店1' },
      ]);
    });

    it('knows that a newer drop has confirmed a record', async () => {
      const registry = await createShops(database());
      await counts(registry, drop(row(0, '甲')), { manifest: { date: '2026-01-01' } });
      await counts(registry, drop(row(0, '甲'), row(1)), { manifest: { date: '2026-03-01' } });
      expect(await counts(registry, drop(row(0, '乙')), { manifest: { date: '2026-02-01' } })).toMatchObject({
        reasons: { OLDER_THAN_HELD: 1 },
      });
    });

    it('reads the manifest beside the file, or in its first line', async () => {
      const registry = await createShops(database());
      const beside = await registry.file(drop(row(0, '新')));
      await writeFile(`${beside}.manifest.json`, JSON.stringify({ kind: 'full', sequence: 9, date: '2026-03-01' }));
      await registry.ingest.ingestFile(SOURCE, beside);
      expect(await counts(registry, `# {"kind":"delta","date":"2026-02-01"}\n${drop(row(0, '旧'))}`)).toMatchObject({
        reasons: { OLDER_THAN_HELD: 1 },
      });
      expect(await registry.rows('select kind, date from $s.ingest_batch order by id')).toEqual([
        { kind: 'full', date: '2026-03-01' },
        { kind: 'delta', date: '2026-02-01' },
      ]);
      await writeFile(`${beside}.manifest.json`, '{"kind":"whole"}');
      expect((await registry.ingest.ingestFile(SOURCE, beside)).refused?.code).toBe('BAD_MANIFEST');
    });
  });

  describe('what is gone', () => {
    it('is closed when a full drop leaves it out, and stays after a delta', async () => {
      const registry = await createShops(database());
      await counts(registry, drop(row(0), row(1), row(2)), { manifest: { date: '2026-01-01' } });
      await counts(registry, drop(row(0)), { manifest: { date: '2026-01-02' } });
      expect(await registry.rows('select count(closed_on) as closed from $s.shop')).toEqual([{ closed: 0 }]);
      const report = await registry.ingest.ingestFile(SOURCE, await registry.file(drop(row(0), row(2))), {
        manifest: { kind: 'full', date: '2026-01-03' },
      });
      expect(report).toMatchObject({ rows: 2, unchanged: 2, closed: 1 });
      expect(await registry.rows('select uscc, closed_on from $s.shop where closed_on is not null')).toEqual([
        { uscc: CODES[1], closed_on: '2026-01-03' },
      ]);
      expect(
        await registry.rows("select affects from $s.outbox where kind = 'enterprise.changed' order by id desc limit 1"),
      ).toEqual([{ affects: [CODES[1]] }]);
    });

    it('is not taken for gone when most of it is missing, or when a row cannot be read', async () => {
      const registry = await createShops(database());
      await counts(registry, drop(row(0), row(1), row(2)), { manifest: { date: '2026-01-01' } });
      const few = await registry.ingest.ingestFile(SOURCE, await registry.file(drop(row(0))), {
        manifest: { kind: 'full', date: '2026-01-02' },
      });
      expect(few).toMatchObject({ closed: 0, warnings: { TOO_MANY_MISSING: 2 } });
      const broken = await registry.ingest.ingestFile(
        SOURCE,
        await registry.file(drop(row(0), row(1), 'x,商店,2004-03-01,')),
        { manifest: { kind: 'full', date: '2026-01-03' } },
      );
      expect(broken).toMatchObject({ closed: 0, warnings: { UNREADABLE_KEYS: 1 } });
    });

    it('is closed by a delta that says so', async () => {
      const registry = await createShops(database());
      await counts(registry, drop(row(0), row(1)), { manifest: { date: '2026-01-01' } });
      const content = `op,${HEADER}\nD,${CODES[0]},,,\nU,${row(1, '新名')}\nD,${CODES[2]},,,\n`;
      expect(await counts(registry, content, { manifest: { date: '2026-01-02' } })).toMatchObject({
        rows: 3,
        changed: 2,
        unchanged: 1,
      });
      expect(await registry.rows('select uscc from $s.shop where closed_on is not null')).toEqual([{ uscc: CODES[0] }]);
    });
  });

  describe('people', () => {
    const withKeeper = (...rows: string[]): string => [`${HEADER},店主`, ...rows, ''].join('\n');

    it('are known by their id alone; whom nobody knows is set aside and tried again', async () => {
      let known = new Map([['310104198603050171', 'c1_zhou']]);
      const identities = {
        resolve: async (numbers: readonly string[]) => numbers.map((number) => known.get(number) ?? null),
      };
      const registry = await createShops(database(), { identities });
      expect(
        await counts(
          registry,
          withKeeper(`${row(0)},31010419860305017x`.replace('17x', '171'), `${row(1)},310104198809210222`),
        ),
      ).toMatchObject({ accepted: 1, reasons: { UNKNOWN_PERSON: 1 } });
      expect(await registry.rows('select uscc, citizen_id from $s.keeper')).toEqual([
        { uscc: CODES[0], citizen_id: 'c1_zhou' },
      ]);
      known = new Map([...known, ['310104198809210222', 'c1_lin']]);
      expect(await registry.ingest.requeue(SOURCE)).toMatchObject({ rows: 1, accepted: 1, quarantined: 0 });
      expect(await registry.rows('select citizen_id from $s.keeper order by 1')).toEqual([
        { citizen_id: 'c1_lin' },
        { citizen_id: 'c1_zhou' },
      ]);
      expect(await registry.rows('select state from $s.ingest_quarantine')).toEqual([{ state: 'RESOLVED' }]);
      expect(await registry.ingest.requeue(SOURCE)).toMatchObject({ rows: 0 });
    });
  });

  describe('quarantine', () => {
    it('is settled by a later drop that brings the record in good order', async () => {
      const registry = await createShops(database());
      await counts(registry, drop(row(0, '商店', '坏')), { manifest: { date: '2026-01-01' } });
      await counts(registry, drop(row(0)), { manifest: { date: '2026-01-02' } });
      expect(await registry.rows('select state from $s.ingest_quarantine')).toEqual([{ state: 'RESOLVED' }]);
    });

    it('keeps one open row when another drop brings the same bad row on another line', async () => {
      const registry = await createShops(database());
      await counts(registry, drop('x,商店,2004-03-01,'));
      await counts(registry, drop(row(0), 'x,商店,2004-03-01,'));
      expect(await registry.rows('select line, state from $s.ingest_quarantine order by line')).toEqual([
        { line: 2, state: 'SUPERSEDED' },
        { line: 3, state: 'OPEN' },
      ]);
    });
  });

  describe('the list of the quarantine', () => {
    const listOf = async ({ ingest }: TestRegistry) => {
      const rows = [];
      for await (const each of readQuarantine((after) => ingest.findQuarantined(SOURCE, after))) rows.push(each);
      return rows;
    };

    it('gives the open rows as they came, the newest drop first, each in the order of its file', async () => {
      const registry = await createShops(database());
      await registry.ingest.ingestFile(SOURCE, await registry.file(drop('x,"商,店",2004-03-01,'), 'old.csv'), {
        manifest: { date: '2026-01-01' },
      });
      await registry.ingest.ingestFile(
        SOURCE,
        await registry.file(drop(row(0, '商店', '坏'), row(1), 'y,,,'), 'new.csv'),
      );
      const rows = await listOf(registry);
      expect(rows.map(({ line, raw, drop: name, date }) => ({ line, raw, name, date }))).toEqual([
        { line: 2, raw: row(0, '商店', '坏'), name: 'new.csv', date: '2026-05-01' },
        { line: 4, raw: 'y,,,', name: 'new.csv', date: '2026-05-01' },
        { line: 2, raw: 'x,"商,店",2004-03-01,', name: 'old.csv', date: '2026-01-01' },
      ]);
      expect(rows[0]).toMatchObject({
        reasons: [{ code: 'BAD_DATE', column: '成立日期' }],
        seenAt: '2026-05-01T02:00:00Z',
      });
    });

    it('leaves out what is settled, and comes whole over several pages', async () => {
      const registry = await createShops(database());
      await counts(registry, drop(row(0, '商店', '坏')), { manifest: { date: '2026-01-01' } });
      await counts(registry, drop(row(0), ...Array.from({ length: 230 }, (_, at) => `x${at},,,`)));
      const rows = await listOf(registry);
      expect(rows.map(({ line }) => line)).toEqual(Array.from({ length: 230 }, (_, at) => at + 3));
    });
  });

  it('writes nothing in a dry run and counts the same', async () => {
    const registry = await createShops(database());
    await counts(registry, drop(row(0)), { manifest: { date: '2026-01-01' } });
    const before = await registry.snapshot();
    expect(await counts(registry, drop(row(0, '新名'), row(1), 'x,,,'), { dryRun: true })).toMatchObject({
      accepted: 1,
      changed: 1,
      quarantined: 1,
    });
    expect(await registry.snapshot()).toEqual(before);
    expect(await registry.rows('select count(*) as batches from $s.ingest_batch')).toEqual([{ batches: 1 }]);
  });

  it('goes on where it was interrupted, to the same end and the same report', async () => {
    const rows = Array.from({ length: 5 }, (_, at) => row(at));
    const content = drop(...rows, 'x,y,,', row(0, '别名'), row(0));
    const whole = await createShops(database(), { chunkRows: 1 });
    const expected = await counts(whole, content);
    const registry = await createShops(database(), { chunkRows: 1 });
    const path = await registry.file(content);
    for (let stops = 1; stops < 8; stops += 2) {
      const controller = new AbortController();
      let chunks = 0;
      const onProgress = (): void => {
        if (++chunks === 2) controller.abort();
      };
      await registry.ingest.ingestFile(SOURCE, path, { signal: controller.signal, onProgress }).catch(() => undefined);
    }
    expect(await counts(registry, content)).toMatchObject({ rows: expected.rows });
    expect(await registry.rows('select count(*) as batches from $s.ingest_batch')).toEqual([
      { batches: expect.anything() },
    ]);
    expect(await registry.snapshot()).toEqual(await whole.snapshot());
  });

  it('takes one drop of a source at a time', async () => {
    const registry = await createShops(database());
    const path = await registry.file(drop(row(0), row(1)));
    const [one, other] = await Promise.all([
      registry.ingest.ingestFile(SOURCE, path),
      registry.ingest.ingestFile(SOURCE, path),
    ]);
    expect([one.refused?.code, other.refused?.code].sort()).toEqual(['BUSY', undefined]);
  });
});
