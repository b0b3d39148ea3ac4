/** One figure of a bench: `ratio` compares it with its baseline in the same run, so that more is better. */
export interface Measure {
  name: string;
  value: number;
  unit: string;
  /** What it is compared with, in words. */
  baseline: string;
  ratio: number;
}

export interface Bench {
  name: string;
  description: string;
  run(): Promise<readonly Measure[]>;
}

export const median = (values: readonly number[]): number => percentile(values, 50);

/** The nearest-rank percentile. */
export const percentile = (values: readonly number[], rank: number): number => {
  const sorted = [...values].sort((one, other) => one - other);
  const value = sorted[Math.max(0, Math.ceil((rank / 100) * sorted.length) - 1)];
  if (value === undefined) throw new Error('There is no percentile of no values.');
  return value;
};

/** Rounds a figure to four significant digits. */
export const round = (value: number): number => Number(value.toPrecision(4));
