import { createRandom } from '../../subgraphs/kit/ingest/kills.ts';
import { ask, fetchPeople, portalQuery, valueAt, type Answer, type Signed } from '../../services/client.ts';
import { until } from '../../services/command.ts';
import { demoPeople, idNumberOf } from '../../support/people.ts';
import { auditBooks } from './books.ts';
import { createActor, SERVICE, type Actor } from './actor.ts';
import { findFault, isWhole } from './judge.ts';
import { openDisturbedTown, VICTIMS, type DisturbedTown, type Victim } from './town.ts';

const ACTORS = 6;
const READERS = 10;
const READER_PAUSE = 500;
const SLOTS_IN_DEMAND = 12;
const LONGEST_AWAY = 1_000;
const LONGEST_PAUSE = 1_500;
const SLOTS = `query ($service: ID!) { service(code: $service) { offices(first: 1) {
  slots(service: $service, from: "2026-11-27", until: "2026-12-04") { id capacity }
} } }`;

export interface ServicesSoak {
  /** Milliseconds from each kill to the first whole homepage. */
  recoveries: ReadonlyMap<Victim, readonly number[]>;
  homepages: { whole: number; partial: number; none: number };
  acts: { applications: number; repeated: number };
  faults: readonly string[];
  accessLog: string;
}

const later = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const homepage = portalQuery('homepage');

/** Each victim as often as any, in an order of the seed, none twice in a row where it can be helped. */
const orderKills = (victims: readonly Victim[], kills: number, random: () => number): Victim[] => {
  const rounds = Array.from({ length: kills }, () =>
    victims.map((victim) => ({ victim, rank: random() })).sort((one, other) => one.rank - other.rank),
  );
  return rounds.flat().map(({ victim }) => victim);
};

const learnUndisturbed = async (url: string, readers: readonly Signed[]): Promise<Map<string, Answer>> => {
  const undisturbed = new Map<string, Answer>();
  for (const { id, token } of readers) {
    const { value } = await until(`the whole homepage of ${id}`, async () => {
      const [one, two] = [await ask(url, token, homepage), await ask(url, token, homepage)];
      const isDerived = (valueAt(two, 'me.tags') as readonly unknown[] | null)?.length !== 0;
      return isDerived && isWhole(one) && isWhole(two) && findFault(one, two) === null ? two : null;
    });
    undisturbed.set(id, value);
  }
  return undisturbed;
};

export interface DisturbOptions {
  /** Of each victim. */
  kills: number;
  seed: number;
  /** All, unless named. */
  victims?: readonly Victim[];
  /** Ends it after the kill under way. */
  signal?: AbortSignal;
  onKill?: (victim: Victim, recovery: number) => void;
}

/** Kills every process and both stores so many times each, while citizens read and act; resolves to what came of it. */
export const disturbServices = async (options: DisturbOptions): Promise<ServicesSoak> => {
  const town = await openDisturbedTown();
  try {
    return await disturb(town, options);
  } finally {
    await town.stop();
  }
};

const disturb = async (
  town: DisturbedTown,
  { kills, seed, victims = VICTIMS, signal, onKill = () => undefined }: DisturbOptions,
): Promise<ServicesSoak> => {
  const { url } = town;
  const random = createRandom(seed);
  const ids = new Set(demoPeople.filter(({ role }) => role === 'citizen').map(({ id }) => id));
  const citizens = (await fetchPeople(url)).filter(({ id }) => ids.has(id));
  const half = Math.ceil(citizens.length / 2);
  const [readers, actingPeople] = [citizens.slice(0, half), citizens.slice(half)];
  const undisturbed = await learnUndisturbed(url, readers);
  const offered = valueAt(await ask(url, null, SLOTS, { variables: { service: SERVICE } }), 'service.offices') as [
    { slots: { id: string; capacity: number }[] },
  ];
  const slots = offered[0].slots.slice(0, SLOTS_IN_DEMAND);

  const faults: string[] = [];
  const homepages = { whole: 0, partial: 0, none: 0 };
  const last = { victim: 'nobody', at: performance.now() };
  const read = async ({ id, token }: Signed): Promise<boolean> => {
    const expected = undisturbed.get(id);
    const answer = await ask(url, token, homepage).catch(() => null);
    if (answer === null || expected === undefined) {
      homepages.none += 1;
      return false;
    }
    const fault = findFault(expected, answer);
    if (fault !== null)
      faults.push(`after ${last.victim}, ${((performance.now() - last.at) / 1_000).toFixed(1)} s: ${id}: ${fault}`);
    homepages[isWhole(answer) ? 'whole' : 'partial'] += 1;
    return isWhole(answer);
  };

  let isOver = false;
  const actors: Actor[] = Array.from({ length: ACTORS }, (_, index) => {
    const person = actingPeople[index % actingPeople.length];
    if (person === undefined) throw new Error('There are no citizens in the demo cast.');
    return createActor({
      url,
      person,
      idNumber: idNumberOf(person.id),
      slots: slots.map(({ id }) => id),
      random: createRandom(seed + index + 1),
    });
  });
  const keepReading = async (index: number) => {
    while (!isOver) {
      const reader = readers[(index += 1) % readers.length];
      if (reader !== undefined) await read(reader);
      await later(READER_PAUSE);
    }
  };
  const keepActing = async (actor: Actor) => {
    while (!isOver) {
      await actor.act();
      await later(READER_PAUSE);
    }
  };
  const clients = [...Array.from({ length: READERS }, (_, index) => keepReading(index)), ...actors.map(keepActing)];

  const recoveries = new Map<Victim, number[]>(victims.map((victim) => [victim, []]));
  const [probe] = readers;
  for (const victim of orderKills(victims, kills, random)) {
    if (signal?.aborted === true) break;
    await later(random() * LONGEST_PAUSE);
    const began = performance.now();
    Object.assign(last, { victim, at: began });
    const { isBack } = await town.kill(victim, random() * LONGEST_AWAY);
    await until(
      `the whole homepage after ${victim} was killed`,
      async () => (probe !== undefined && (await read(probe)) ? true : null),
      120_000,
    );
    const recovery = performance.now() - began;
    recoveries.get(victim)?.push(recovery);
    onKill(victim, recovery);
    await isBack;
  }
  isOver = true;
  await Promise.all(clients);
  for (const reader of readers)
    await until(
      `the whole homepage of ${reader.id} in the end`,
      async () => ((await read(reader)) ? true : null),
      60_000,
    );
  const entries = actors.flatMap((actor) => actor.entries);
  const verified = await town.runCommand('gateway/commands/access-log.ts', ['verify']);
  return {
    recoveries,
    homepages,
    acts: { applications: entries.length, repeated: actors.reduce((sum, actor) => sum + actor.repeated(), 0) },
    faults: [
      ...faults,
      ...actors.flatMap((actor) => actor.faults),
      ...(await auditBooks(town.databaseUrl, SERVICE, slots[0]?.capacity ?? 0, entries)),
      ...(verified.code === 0 ? [] : [`access log: ${verified.stdout}${verified.stderr}`]),
    ],
    accessLog: verified.stdout.trim(),
  };
};
