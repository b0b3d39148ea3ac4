import { describe } from '@jest/globals';
import { chromium, type Browser } from 'playwright-core';
import { readConfig } from './config.ts';

const { ONEFILE_TEST_CHROMIUM: executablePath } = readConfig();

/** A browser that asks nobody on its own account. */
const launch = (path: string): Promise<Browser> =>
  chromium.launch({
    executablePath: path,
    headless: true,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });

/** A suite in a real browser; left out when ONEFILE_TEST_CHROMIUM, the path of a Chromium, is not set. */
export const describeWithChromium = (name: string, suite: (open: () => Promise<Browser>) => void): void => {
  if (executablePath) describe(name, () => suite(() => launch(executablePath)));
  else describe.skip(name, () => suite(() => Promise.reject(new Error('No Chromium.'))));
};
