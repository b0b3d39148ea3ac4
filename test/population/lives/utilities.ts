import { firstDayOf, monthIndexOf, type Day, type Month } from '../days.ts';
import type { Random } from '../random.ts';
import type { Block } from '../world/block.ts';
import { homeOf } from '../world/homes.ts';
import { isAliveOn, type Person, type Premise } from '../world/model.ts';

export interface UtilityAccount {
  utility: '水' | '电' | '燃气';
  number: string;
  holder: Person;
  premise: Premise;
  /** How many live there. */
  residents: number;
  since: Day;
}

/** The accounts of homes that are lived in, each in the name of an owner who lives there, else of the eldest. */
export const utilityAccounts = (block: Block): UtilityAccount[] => {
  const residents = new Map<Premise, Person[]>();
  for (const person of block.people) {
    const home = isAliveOn(person, block.today) ? homeOf(person) : null;
    if (home === null || home.use !== '住宅') continue;
    const found = residents.get(home);
    if (found === undefined) residents.set(home, [person]);
    else found.push(person);
  }
  return [...residents].flatMap(([premise, people]) => {
    const grown = people.filter(({ born }) => block.today - born > 6_575).sort((one, other) => one.born - other.born);
    const holder =
      grown.find((each) => premise.owners.some(({ owner, until }) => owner === each && until === null)) ?? grown[0];
    const since = holder?.stays.at(-1)?.since;
    if (holder === undefined || since === undefined) return [];
    const digits = premise.id.slice(2);
    const account = { holder, premise, residents: people.length, since };
    return [
      { ...account, utility: '电', number: `D${digits}` } as const,
      { ...account, utility: '水', number: `S${digits}` } as const,
      { ...account, utility: '燃气', number: `Q${digits}` } as const,
    ];
  });
};

export interface Bill {
  account: UtilityAccount;
  month: Month;
  usage: number;
  amount: number;
  due: Day;
  paid: Day | null;
}

/** Electricity by the month, water and gas every other month; first steps of the city's residential tariffs. */
const TARIFFS = {
  电: { every: 1, perHead: 75, price: 0.617 },
  水: { every: 2, perHead: 6, price: 3.45 },
  燃气: { every: 2, perHead: 11, price: 3 },
} as const;

export const billAccount = (random: Random, account: UtilityAccount, first: Month, today: Day): Bill[] => {
  const { every, perHead, price } = TARIFFS[account.utility];
  const bills: Bill[] = [];
  const carefulness = random.next();
  for (let month = Math.max(first, monthIndexOf(account.since) + 1); month < monthIndexOf(today); month += 1) {
    if (month % every !== 0) continue;
    const season = [1.3, 1.25, 0.9, 0.8, 0.8, 1, 1.5, 1.6, 1.1, 0.8, 0.8, 1.1][month % 12] ?? 1;
    const usage = Math.round(
      perHead *
        (0.6 + account.residents * 0.55) *
        (account.utility === '电' ? season : 1) *
        (0.8 + random.next() * 0.4),
    );
    const sent = firstDayOf(month + 1) + 4;
    if (sent > today) continue;
    const isLate = carefulness < 0.06 && random.chance(0.4);
    const paid = sent + random.between(isLate ? 20 : 1, isLate ? 60 : 14);
    bills.push({
      account,
      month,
      usage,
      amount: Math.round(usage * price * 100) / 100,
      due: sent + 15,
      paid: paid <= today ? paid : null,
    });
  }
  return bills;
};
