import { beforeAll, describe, expect, it } from '@jest/globals';
import { exportJWK, generateKeyPair, CompactSign, type JWK } from 'jose';
import { civilDay, endOfCivilDay } from '../../schema/civil-day.ts';
import { createSealer, createSealOpener, type SealOpener, type Sealer } from '../../schema/seal.ts';
import { publicViewer } from '../../schema/viewer.ts';

const newKey = async (kid: string): Promise<{ private: JWK; public: JWK }> => {
  const pair = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
  return {
    private: { ...(await exportJWK(pair.privateKey)), kid },
    public: { ...(await exportJWK(pair.publicKey)), kid },
  };
};

const viewer = { ...publicViewer('2026-11-22'), role: 'citizen' as const, subject: 'c1_lin', assurance: 2 as const };
const refused = { extensions: { code: 'UNAUTHENTICATED' } };

describe('the sealed viewer', () => {
  let now = new Date('2026-11-22T04:00:00Z');
  const clock = () => now;
  let seal: Sealer;
  let open: SealOpener;
  let keys: Awaited<ReturnType<typeof newKey>>;

  beforeAll(async () => {
    keys = await newKey('k1');
    seal = await createSealer(keys.private, clock);
    open = createSealOpener({ keys: [keys.public] }, clock);
  });

  it('opens to the same viewer', async () => {
    expect(await open((await seal(viewer)).seal)).toEqual(viewer);
  });

  it('ends after 60 seconds, also when it was opened before', async () => {
    const { seal: token } = await seal(viewer);
    await open(token);
    now = new Date(now.getTime() + 60_000);
    await expect(open(token)).rejects.toMatchObject(refused);
  });

  it('never lives past midnight in Shanghai', async () => {
    now = new Date('2026-11-22T15:59:30Z');
    expect((await seal(viewer)).expiresAt).toBe(Date.parse('2026-11-22T16:00:00Z'));
  });

  it.each([
    ['a missing one', async () => undefined],
    ['text that is no seal', async () => 'a.b.c'],
    [
      'one with an altered viewer',
      async () => {
        const [header, payload = '', signature] = (await seal(viewer)).seal.split('.');
        const altered = Buffer.from(payload, 'base64url').toString().replace('c1_lin', 'c1_foe');
        return [header, Buffer.from(altered).toString('base64url'), signature].join('.');
      },
    ],
    [
      "one signed by another's key under the gateway's kid",
      async () => (await createSealer((await newKey('k1')).private, clock))(viewer).then((sealed) => sealed.seal),
    ],
    [
      'one of an unknown kid',
      async () => (await createSealer((await newKey('k2')).private, clock))(viewer).then((sealed) => sealed.seal),
    ],
    [
      'an unsigned one',
      async () => {
        const [, payload] = (await seal(viewer)).seal.split('.');
        return `${Buffer.from('{"alg":"none"}').toString('base64url')}.${payload}.`;
      },
    ],
    [
      'one that the gateway signed for another use',
      async () => {
        const { importJWK } = await import('jose');
        const payload = new TextEncoder().encode(JSON.stringify({ viewer, exp: now.getTime() + 1_000 }));
        return new CompactSign(payload)
          .setProtectedHeader({ alg: 'EdDSA', kid: 'k1', typ: 'at+jwt' })
          .sign(await importJWK(keys.private, 'EdDSA'));
      },
    ],
  ])('refuses %s', async (_name, make) => {
    await expect(open(await make())).rejects.toMatchObject(refused);
  });
});

describe('the civil day in Shanghai', () => {
  it.each([
    ['2026-11-22T15:59:59.999Z', '2026-11-22', '2026-11-22T16:00:00.000Z'],
    ['2026-11-22T16:00:00.000Z', '2026-11-23', '2026-11-23T16:00:00.000Z'],
    ['2028-02-28T16:00:00.000Z', '2028-02-29', '2028-02-29T16:00:00.000Z'],
  ])('of %s is %s and ends at %s', (at, day, end) => {
    expect(civilDay(new Date(at))).toBe(day);
    expect(new Date(endOfCivilDay(new Date(at))).toISOString()).toBe(end);
  });
});
