import { BUCKETS, type Feature } from './features.ts';

/** A linear model: of each bucket, a weight for each class. */
export interface LinearModel {
  readonly classes: readonly string[];
  /** `weights[bucket * classes.length + class]`. */
  readonly weights: Float32Array | Int8Array;
  /** What a weight is multiplied by. */
  readonly scale: number;
  readonly bias: readonly number[];
}

/** The score of each class, before it is made a probability. */
export const scoresOf = ({ classes, weights, scale, bias }: LinearModel, features: readonly Feature[]): number[] => {
  const count = classes.length;
  const scores = new Float64Array(count);
  for (const { bucket, weight } of features) {
    const row = bucket * count;
    for (let at = 0; at < count; at += 1) scores[at] = (scores[at] ?? 0) + weight * (weights[row + at] ?? 0);
  }
  return Array.from(scores, (score, at) => score * scale + (bias[at] ?? 0));
};

/** Probabilities, which sum to 1. */
export const toProbabilities = (scores: readonly number[]): number[] => {
  const highest = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - highest));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
};

/** Rows with the share of each class that a careful coder would give them, and how much they count. */
export interface Example {
  readonly features: readonly Feature[];
  /** By class: shares that sum to 1. */
  readonly target: readonly number[];
  readonly weight: number;
}

export interface TrainingOptions {
  readonly classes: readonly string[];
  readonly epochs: number;
  readonly rate: number;
  /** L2, of each step in which a bucket has part. */
  readonly decay: number;
  /** Numbers in [0, 1), by which rows are shuffled. */
  readonly random: () => number;
}

/** Multinomial logistic regression by stochastic gradients with Adagrad (Duchi et al. 2011). The same seed, the same weights. */
export const trainSoftmax = (
  examples: readonly Example[],
  { classes, epochs, rate, decay, random }: TrainingOptions,
): LinearModel => {
  const count = classes.length;
  const weights = new Float32Array(BUCKETS * count);
  const squares = new Float32Array(BUCKETS * count).fill(1e-3);
  const bias = new Array<number>(count).fill(0);
  const order = examples.map((_, index) => index);
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    shuffle(order, random);
    for (const index of order) {
      const example = examples[index];
      if (example === undefined) continue;
      const probabilities = toProbabilities(scoresOf({ classes, weights, scale: 1, bias }, example.features));
      const errors = probabilities.map((probability, at) => (probability - (example.target[at] ?? 0)) * example.weight);
      for (const { bucket, weight } of example.features) {
        const row = bucket * count;
        for (let at = 0; at < count; at += 1) {
          const gradient = (errors[at] ?? 0) * weight + decay * (weights[row + at] ?? 0);
          const square = (squares[row + at] ?? 0) + gradient * gradient;
          squares[row + at] = square;
          weights[row + at] = (weights[row + at] ?? 0) - (rate * gradient) / Math.sqrt(square);
        }
      }
      errors.forEach((error, at) => {
        bias[at] = (bias[at] ?? 0) - 0.01 * error;
      });
    }
  }
  return { classes, weights, scale: 1, bias };
};

const shuffle = (items: number[], random: () => number): void => {
  for (let at = items.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    [items[at], items[other]] = [items[other] ?? 0, items[at] ?? 0];
  }
};
