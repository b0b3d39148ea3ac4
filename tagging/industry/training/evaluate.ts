import { parseArgs } from 'node:util';
import { classifyIndustry, type BroadIndustry, type Industry } from '../classify-industry.ts';
import { loadModel, quantise } from '../model-file.ts';
import { readListed, readRegister, readRegistrations, readStandard, type Labelled } from './examples.ts';
import { fit, pickWeak, toHints } from './fit.ts';
import { seeded } from './seeded.ts';

// usage: industry:evaluate --data FOLDER [--folds 4]; each labelled row is judged by a model that never saw it.
const { data, folds: foldsAsked } = parseArgs({
  options: { data: { type: 'string', default: '../shared/data' }, folds: { type: 'string', default: '4' } },
}).values;
const folds = Number(foldsAsked);

interface Judged {
  readonly row: Labelled;
  readonly found: Industry;
}

const registrations = readRegistrations(data);
const listed = readListed(data);
const register = readRegister(data);
const hints = toHints(readStandard(data), pickWeak(register, new Set(registrations.map(({ name }) => name))));

const judgedRegistrations: Judged[] = [];
const judgedListed: Judged[] = [];
for (let fold = 0; fold < folds; fold += 1) {
  const isSeen = (_: Labelled, index: number) => index % folds !== fold;
  const model = quantise(fit(hints, registrations.filter(isSeen), listed.filter(isSeen)));
  const judge = (rows: readonly Labelled[]): Judged[] =>
    rows.filter((row, index) => !isSeen(row, index)).map((row) => ({ row, found: classifyIndustry(model, row) }));
  judgedRegistrations.push(...judge(registrations));
  judgedListed.push(...judge(listed));
}

const RESAMPLES = 1_000;
const random = seeded(11);
/** A measure with its 95 % interval by the bootstrap. */
const show = (name: string, rows: readonly Judged[], measure: (rows: readonly Judged[]) => number): void => {
  const resampled = Array.from({ length: RESAMPLES }, () =>
    measure(rows.flatMap(() => rows[Math.floor(random() * rows.length)] ?? [])),
  )
    .filter(Number.isFinite)
    .sort((one, other) => one - other);
  const at = (share: number) => (resampled[Math.floor(share * resampled.length)] ?? NaN).toFixed(3);
  console.log(`${name.padEnd(44)} ${measure(rows).toFixed(3)}  [${at(0.025)}, ${at(0.975)}]  of ${rows.length}`);
};

const f1 = (pairs: readonly (readonly [isTrue: boolean, isSaid: boolean])[]): number => {
  const hits = pairs.filter(([isTrue, isSaid]) => isTrue && isSaid).length;
  const said = pairs.filter(([, isSaid]) => isSaid).length;
  const truth = pairs.filter(([isTrue]) => isTrue).length;
  return (2 * hits) / (said + truth);
};
const answered = (rows: readonly Judged[]) => rows.filter(({ found }) => found.section !== null);
const share = (rows: readonly Judged[], is: (judged: Judged) => boolean) => rows.filter(is).length / rows.length;
const isAcceptable = ({ row, found }: Judged) => row.acceptable.includes(found.section ?? '');
const isExact = ({ row, found }: Judged) => found.section !== null && row.section === found.section;

show('registrations: answered', judgedRegistrations, (rows) => answered(rows).length / rows.length);
show('registrations: acceptable of the answered', judgedRegistrations, (rows) => share(answered(rows), isAcceptable));
show(
  'registrations: division exact',
  judgedRegistrations.filter(({ row }) => row.division !== null),
  (rows) => share(rows, ({ row, found }) => row.division === found.division),
);
for (const broad of ['科技', '制造', '医疗', '金融'] satisfies BroadIndustry[])
  show(
    `registrations: F1 of ${broad}`,
    judgedRegistrations.filter(({ row }) => !row.unsure.includes(broad)),
    (rows) => f1(rows.map(({ row, found }) => [row.broad.includes(broad), found.broad.includes(broad)])),
  );

const sectioned = judgedListed.filter(({ row }) => row.section !== null);
show('listed: section micro-F1', sectioned, (rows) => {
  const hits = rows.filter(isExact).length;
  return (2 * hits) / (answered(rows).length + rows.length);
});
show('listed: acceptable of the answered', sectioned, (rows) => share(answered(rows), isAcceptable));
for (const section of [...new Set(sectioned.map(({ row }) => row.section))].sort())
  show(`listed: F1 of ${section ?? ''}`, sectioned, (rows) =>
    f1(rows.map(({ row, found }) => [row.section === section, found.section === section])),
  );
for (const broad of ['金融', '医疗'] satisfies BroadIndustry[])
  show(`listed: F1 of ${broad}`, judgedListed, (rows) =>
    f1(rows.map(({ row, found }) => [row.broad.includes(broad), found.broad.includes(broad)])),
  );

const model = loadModel();
const counts = new Map<string, number>();
for (const registration of register) {
  const { section, broad } = classifyIndustry(model, registration);
  for (const each of [section ?? 'UNKNOWN', ...broad]) counts.set(each, (counts.get(each) ?? 0) + 1);
}
console.log(
  `register of ${register.length}: ${[...counts]
    .sort()
    .map(([each, count]) => `${each} ${count}`)
    .join(', ')}`,
);
