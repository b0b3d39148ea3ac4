import { addYears, type Day } from '../days.ts';
import type { Random } from '../random.ts';

/** A licence as its issuer registers it. */
export interface Licence {
  /** Its name, as the drops write it. */
  readonly kind: string;
  readonly record: string;
  readonly number: string;
  /** ID number or unified social credit code. */
  readonly holder: string;
  readonly office: string;
  readonly issued: Day;
  /** The last valid day; null: valid for ever. */
  readonly until: Day | null;
  /** What the kind has beside, by header. */
  readonly more: Readonly<Record<string, string | number>>;
  readonly changes: { readonly day: Day; readonly status: string; readonly ground: string }[];
  readonly endorsements: Endorsement[];
}

export interface Endorsement {
  readonly destination: '香港' | '澳门' | '台湾';
  readonly kind: string;
  readonly since: Day;
  readonly until: Day;
  readonly entries: number | null;
  readonly left: number | null;
}

export interface Issue {
  kind: string;
  record: string;
  number: string;
  holder: string;
  office: string;
  issued: Day;
  /** Years that it is valid for; null: for ever. */
  years: number | null;
  more?: Readonly<Record<string, string | number>>;
}

/** A term of so many years from a day ends on the day before that day's anniversary. */
export const issue = ({ kind, record, number, holder, office, issued, years, more = {} }: Issue): Licence => ({
  kind,
  record,
  number,
  holder,
  office,
  issued,
  until: years === null ? null : addYears(issued, years) - 1,
  more,
  changes: [],
  endorsements: [],
});

export interface Renewals {
  first: Day;
  /** Nothing is issued after this day. */
  end: Day;
  /** Probability that an expiring one is renewed, and the days around its end on which that happens. */
  renewing: number;
  early: number;
  late: number;
}

/** One licence after the other, each renewed around its end or not at all; what was renewed in time is marked as replaced. */
export const renewals = (
  random: Random,
  { first, end, renewing, early, late }: Renewals,
  make: (day: Day, index: number) => Licence,
): Licence[] => {
  const made: Licence[] = [];
  for (let day = first; day <= end;) {
    const licence = make(day, made.length);
    const before = made.at(-1);
    if (before && (before.until === null || before.until >= day))
      before.changes.push({ day, status: '换发', ground: '有效期届满换发' });
    made.push(licence);
    if (licence.until === null || !random.chance(renewing)) break;
    day = licence.until + random.between(-early, late);
    if (day <= licence.issued) break;
  }
  return made;
};

/** Ends what is in force when its holder dies. */
export const cancelAtDeath = (licences: readonly Licence[], died: Day | null): void => {
  if (died === null) return;
  for (const { until, changes, issued } of licences)
    if (issued < died && (until === null || until >= died) && changes.length === 0)
      changes.push({ day: died, status: '注销', ground: '持证人死亡' });
};
