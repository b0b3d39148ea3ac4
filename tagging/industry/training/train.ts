import { parseArgs } from 'node:util';
import { quantise, writeModel } from '../model-file.ts';
import { readListed, readRegister, readRegistrations, readStandard } from './examples.ts';
import { fit, pickWeak, toHints } from './fit.ts';
import { hashInputs } from './inputs.ts';

// usage: industry:train --data FOLDER; writes the model that is committed. The same data, the same file.
const { data } = parseArgs({ options: { data: { type: 'string', default: '../shared/data' } } }).values;
const registrations = readRegistrations(data);
const weak = pickWeak(readRegister(data), new Set(registrations.map(({ name }) => name)));
const model = fit(toHints(readStandard(data), weak), registrations, readListed(data));
writeModel(quantise(model), hashInputs(data));
console.log(`trained on ${registrations.length} registrations, ${weak.length} by name, and listed companies`);
