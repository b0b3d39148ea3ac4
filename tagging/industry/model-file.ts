import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { BUCKETS } from './features.ts';
import type { LinearModel } from './softmax.ts';

const WEIGHTS = new URL('model/weights.bin', import.meta.url);
const CARD = new URL('model/card.json', import.meta.url);

/** What is kept beside the weights. */
const cardShape = z.object({
  classes: z.array(z.string()),
  scale: z.number(),
  bias: z.array(z.number()),
  /** SHA-256, hexadecimal. */
  weights: z.string(),
  /** SHA-256 of each input of the training, by file. */
  inputs: z.record(z.string(), z.string()),
});
export type ModelCard = z.infer<typeof cardShape>;

export const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

export const readCard = (): ModelCard => cardShape.parse(JSON.parse(readFileSync(CARD, 'utf8')));

/** Reads the committed model; throws when its weights are not those that its card names. */
export const loadModel = (): LinearModel => {
  const { classes, scale, bias, weights: expected } = readCard();
  const bytes = readFileSync(WEIGHTS);
  if (hashOf(bytes) !== expected || bytes.length !== BUCKETS * classes.length)
    throw new Error('The weights of the industry model are not those that its card names: train it anew.');
  return { classes, weights: new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length), scale, bias };
};

const STEPS = 127;
/** So many weights in ten thousand are cut to the largest step: they are few, and the rest is told finer. */
const CUT = 1;

/** The model in a byte a weight. */
export const quantise = ({ classes, weights, bias }: LinearModel): LinearModel => {
  const sizes = Float32Array.from(weights, Math.abs).sort();
  const largest = sizes[Math.floor(sizes.length * (1 - CUT / 10_000))] ?? 1;
  const scale = largest / STEPS;
  const steps = Int8Array.from(weights, (weight) => Math.max(-STEPS, Math.min(STEPS, Math.round(weight / scale))));
  return { classes, weights: steps, scale, bias };
};

/** Writes weights and card; `inputs` are hashes of what it was trained on. */
export const writeModel = (
  { classes, weights, scale, bias }: LinearModel,
  inputs: Readonly<Record<string, string>>,
): void => {
  const bytes = new Uint8Array(weights.buffer, weights.byteOffset, weights.byteLength);
  writeFileSync(WEIGHTS, bytes);
  const card: ModelCard = {
    classes: [...classes],
    scale,
    bias: [...bias],
    weights: hashOf(bytes),
    inputs: { ...inputs },
  };
  writeFileSync(CARD, `${JSON.stringify(card, null, 2)}\n`);
};
