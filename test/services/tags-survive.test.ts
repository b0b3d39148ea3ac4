import { expect, it } from '@jest/globals';
import { disturbTags } from '../soak/tags/disturb-tags.ts';
import { describeWithPostgres } from '../support/servers.ts';

// Where there is a PostgreSQL for the suites there are its programs, which the town starts for itself.
describeWithPostgres('tags', () => {
  it('are as derived from nothing after whoever derives, the store and the feed were killed', async () => {
    const { kills, changes, subjects, tags, faults } = await disturbTags({ kills: 3, changes: 300, seed: 7 });
    expect(faults).toEqual([]);
    expect(kills).toBe(9);
    expect(changes).toBeGreaterThanOrEqual(300);
    expect(subjects).toBeGreaterThan(30);
    expect(tags).toBeGreaterThan(subjects);
  }, 600_000);
});
