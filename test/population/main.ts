import { readOrder, USAGE } from './options.ts';
import { tellStory } from './story.ts';
import { writeCity } from './write-city.ts';

/** `npm run population -- --citizens N --seed S --out DIR`: writes the drops of a synthetic city. */
const run = (): number => {
  let order;
  try {
    order = readOrder(process.argv.slice(2));
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
    return 2;
  }
  if (order.story !== null) {
    for (const line of tellStory(order, order.story)) console.log(line);
    return 0;
  }
  const report = writeCity(order);
  for (const [source, rows] of [...report.bySource].sort())
    console.log(`${source.padEnd(36)} ${String(rows).padStart(12)}`);
  const { rows, seconds, processor } = report;
  console.log(`${'all'.padEnd(36)} ${String(rows).padStart(12)}`);
  console.log(
    `${seconds.toFixed(1)} s, ${processor.toFixed(1)} s of processor time: ${Math.round(rows / processor)} rows/s`,
  );
  return 0;
};

process.exitCode = run();
