import { access, constants } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { errorCodeOf } from './error-code.ts';
import type { Ingest } from './ingest.ts';
import { parseManifest, type Manifest } from './manifest.ts';
import { toProgressBar } from './progress-bar.ts';
import { readQuarantine, toQuarantineJson, toQuarantineText } from './quarantine-list.ts';
import { IngestRefusal } from './reasons.ts';
import { sumReports, toJsonLine, toText, type IngestReport } from './report.ts';

/** What a registry's ingest does for the command. */
export type CommandIngest = Pick<Ingest, 'ingestFile' | 'requeue' | 'findQuarantined'>;

/** What the command needs: the registries' sources, in this process or in a running server, and a terminal. */
export interface IngestCommandHost {
  listSources(): Promise<readonly string[]>;
  /** Opens the registries, which takes time; not asked for before everything that was said is found good. */
  withIngest<T>(use: (ingest: CommandIngest) => Promise<T>): Promise<T>;
  /** Lines of the report, or of the quarantine. */
  print(line: string): void;
  /** What is said beside it: progress, complaints. */
  say(text: string): void;
  isTerminal: boolean;
}

export const INGEST_USAGE = `usage: ingest <source> <file…> [--json] [--dry-run] [--requeue]
       [--kind full|delta] [--sequence N] [--date YYYY-MM-DD] [--encoding utf-8|gb18030]
       ingest <source> --requeue [--json] [--dry-run]
       ingest <source> --quarantine [--json]     rows set aside, as they came; for the operator's eyes`;

const OPTIONS = {
  json: { type: 'boolean', default: false },
  'dry-run': { type: 'boolean', default: false },
  requeue: { type: 'boolean', default: false },
  quarantine: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
  kind: { type: 'string' },
  sequence: { type: 'string' },
  date: { type: 'string' },
  encoding: { type: 'string' },
} as const;

/** `ingest <source> <file…>`. Resolves to the exit code: 0 done, 1 a drop was refused, 2 no such source, file or option. */
export const runIngest = async (args: readonly string[], host: IngestCommandHost): Promise<number> => {
  const asked = parseCommand(args);
  if (asked === 'help') {
    host.print(INGEST_USAGE);
    return 0;
  }
  if (typeof asked === 'string') {
    host.say(`${asked}\n${INGEST_USAGE}\n`);
    return 2;
  }
  const sources = await host.listSources();
  const listed = sources.map((each) => `  ${each}\n`).join('');
  if (!sources.includes(asked.source)) {
    host.say(`There is no source ${asked.source}. There are:\n${listed}`);
    return 2;
  }
  for (const file of asked.files) {
    if (await isReadable(file)) continue;
    host.say(`There is no file ${file} to read for ${asked.source}. Sources:\n${listed}`);
    return 2;
  }
  return host.withIngest((ingest) =>
    asked.quarantine ? listQuarantine(ingest, asked, host) : ingestFiles(ingest, asked, host),
  );
};

const listQuarantine = async (ingest: CommandIngest, { source, json }: Asked, host: IngestCommandHost) => {
  let rows = 0;
  for await (const row of readQuarantine((after) => ingest.findQuarantined(source, after))) {
    host.print(json ? toQuarantineJson(row) : toQuarantineText(row));
    rows += 1;
  }
  host.say(`${source}: ${rows} ${rows === 1 ? 'row' : 'rows'} in quarantine\n`);
  return 0;
};

const ingestFiles = async (ingest: CommandIngest, asked: Asked, host: IngestCommandHost): Promise<number> => {
  const reports: IngestReport[] = [];
  const { dryRun } = asked;
  for (const file of asked.files) {
    reports.push(
      await ingest.ingestFile(asked.source, file, {
        dryRun,
        ...(asked.manifest ? { manifest: asked.manifest } : {}),
        ...(host.isTerminal ? { onProgress: (progress) => host.say(`\r${toProgressBar(progress)}`) } : {}),
      }),
    );
    if (host.isTerminal) host.say('\n');
  }
  if (asked.requeue) reports.push(await ingest.requeue(asked.source, { dryRun }));
  for (const report of reports) (asked.json ? (text: string) => host.say(`${text}\n`) : host.print)(toText(report));
  const [first, ...others] = reports;
  if (asked.json && first) host.print(toJsonLine(sumReports([first, ...others])));
  return reports.some(({ refused }) => refused !== null) ? 1 : 0;
};

interface Asked {
  source: string;
  files: readonly string[];
  json: boolean;
  dryRun: boolean;
  requeue: boolean;
  quarantine: boolean;
  manifest: Manifest | null;
}

/** What is asked for, `help`, or what is wrong with it. */
const parseCommand = (args: readonly string[]): Asked | string => {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
    if (values.help) return 'help';
    const [source, ...files] = positionals;
    if (source === undefined) return 'Which source?';
    const { quarantine, requeue } = values;
    if (quarantine && (files.length > 0 || requeue || values['dry-run']))
      return '--quarantine lists what was set aside: it takes no file, and goes with --json alone.';
    if (files.length === 0 && !requeue && !quarantine) return 'Which file?';
    const { kind, sequence, date, encoding } = values;
    const said = {
      ...(kind ? { kind } : {}),
      ...(sequence ? { sequence: Number(sequence) } : {}),
      ...(date ? { date } : {}),
      ...(encoding ? { encoding } : {}),
    };
    const manifest = Object.keys(said).length > 0 ? parseManifest(said, 'options') : null;
    return { source, files, json: values.json, dryRun: values['dry-run'], requeue, quarantine, manifest };
  } catch (error) {
    if (error instanceof IngestRefusal || errorCodeOf(error).startsWith('ERR_PARSE_ARGS'))
      return (error as Error).message;
    throw error;
  }
};

const isReadable = (file: string): Promise<boolean> =>
  access(file, constants.R_OK).then(
    () => true,
    () => false,
  );
