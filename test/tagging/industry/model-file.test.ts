import { existsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { BUCKETS } from '../../../tagging/industry/features.ts';
import { hashOf, loadModel, quantise, readCard } from '../../../tagging/industry/model-file.ts';
import {
  readListed,
  readRegister,
  readRegistrations,
  readStandard,
} from '../../../tagging/industry/training/examples.ts';
import { fit, pickWeak, toHints } from '../../../tagging/industry/training/fit.ts';
import { hashInputs } from '../../../tagging/industry/training/inputs.ts';
import { REAL_REGISTER } from '../../support/real-register.ts';

const data = dirname(REAL_REGISTER);
const describeWithData = existsSync(REAL_REGISTER) ? describe : describe.skip;

describe('the committed model', () => {
  it('is what its card names, and at most 2 MB', () => {
    const { weights, classes } = loadModel();
    expect(weights).toHaveLength(BUCKETS * classes.length);
    expect(hashOf(new Uint8Array(weights.buffer, weights.byteOffset, weights.byteLength))).toBe(readCard().weights);
    expect(statSync(new URL('../../../tagging/industry/model/weights.bin', import.meta.url)).size).toBeLessThan(
      2_000_000,
    );
  });

  it('keeps in a byte a weight what it was', () => {
    const weights = Float32Array.from({ length: 1_000 }, (_, at) => Math.sin(at));
    const { weights: steps, scale } = quantise({ classes: ['A'], weights, scale: 1, bias: [0] });
    expect(Math.max(...steps.map((step, at) => Math.abs(step * scale - (weights[at] ?? 0))))).toBeLessThan(0.01);
  });
});

describeWithData('the training', () => {
  it('gives the committed weights again from the inputs that the card names', () => {
    const card = readCard();
    expect(hashInputs(data)).toEqual(card.inputs);
    const registrations = readRegistrations(data);
    const weak = pickWeak(readRegister(data), new Set(registrations.map(({ name }) => name)));
    const { weights } = quantise(fit(toHints(readStandard(data), weak), registrations, readListed(data)));
    expect(hashOf(new Uint8Array(weights.buffer, weights.byteOffset, weights.byteLength))).toBe(card.weights);
  }, 900_000);
});
