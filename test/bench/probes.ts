import { randomBytes } from 'node:crypto';
import { median, round, type Bench, type Measure } from './measure.ts';
import { openTown } from '../support/town.ts';

const PROBES = 1_000;

/** Medians of an existing and a non-existing id, asked in turn by somebody who may see neither. */
const compare = async (name: string, ask: (exists: boolean) => Promise<unknown>): Promise<Measure> => {
  const times: Record<'true' | 'false', number[]> = { true: [], false: [] };
  for (let probe = -100; probe < PROBES; probe += 1) {
    // Whichever comes second finds warmer caches, so the order changes each time.
    for (const exists of probe % 2 === 0 ? [true, false] : [false, true]) {
      const began = performance.now();
      await ask(exists);
      if (probe >= 0) times[`${exists}`].push(performance.now() - began);
    }
  }
  const [existing, missing] = [median(times.true), median(times.false)];
  return {
    name,
    value: round(existing),
    unit: 'ms',
    baseline: `an id that does not exist, ${round(missing)} ms`,
    ratio: round(missing / existing),
  };
};

const run = async (): Promise<readonly Measure[]> => {
  const town = await openTown();
  try {
    const asker = await town.citizen('ma-xiaodong');
    const stranger = await town.citizen('shen-jianguo');
    const nobody = () => `c1_${randomBytes(16).toString('base64url')}`;
    const root = 'query ($id: ID!) { citizen(id: $id) { id name } }';
    const reference = 'query ($id: [_Any!]!) { _entities(representations: $id) { ... on Citizen { name } } }';
    const enterprise = 'query ($id: ID!) { enterprise(uscc: $id) { name } }';
    return [
      await compare('root_existing_over_missing', (exists) =>
        town.ask('personal', asker, root, { id: exists ? stranger.subject : nobody() }),
      ),
      await compare('reference_existing_over_missing', (exists) =>
        town.ask('personal', asker, reference, {
          id: [{ __typename: 'Citizen', id: exists ? stranger.subject : nobody() }],
        }),
      ),
      await compare('enterprise_existing_over_missing', (exists) =>
        town.ask('enterprises', asker, enterprise, { id: exists ? '91310105MA1FWBB23B' : '91310116631379248Y' }),
      ),
    ];
  } finally {
    await town.close();
  }
};

export const probes: Bench = {
  name: 'probes',
  description:
    'Whether the time of an answer tells that a file exists: medians of interleaved probes, ratio 1 tells nothing',
  run,
};
