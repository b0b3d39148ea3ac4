import { expect, it } from '@jest/globals';
import { describeWithPostgres } from '../support/servers.ts';
import { disturbServices } from './services/disturb.ts';
import { VICTIMS } from './services/town.ts';

// Where there is a PostgreSQL for the suites there are its programs and Redis's.
describeWithPostgres('npm run soak -- services, in its short form', () => {
  it('kills every process and both stores once: nothing is wrong, lost or doubled, and all comes back by itself', async () => {
    const done = await disturbServices({ kills: 1, seed: 1 });
    expect(done.faults).toEqual([]);
    expect([...done.recoveries].map(([victim, all]) => [victim, all.length])).toEqual(
      VICTIMS.map((victim) => [victim, 1]),
    );
    expect(done.homepages.partial).toBeGreaterThan(0);
    expect(done.acts.applications).toBeGreaterThan(0);
    expect(done.accessLog).toMatch(/: unchanged$/);
  }, 600_000);
});
