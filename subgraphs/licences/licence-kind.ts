import { KINDS, type Kind } from './kinds.ts';
import type { HolderKind } from './schema.generated.ts';
import type { LicenceKindRow } from './rows.ts';

const toRow = ({ issuer, basis, terms, renewal, ...kind }: Kind): LicenceKindRow => {
  const [only, ...more] = terms;
  const isForAll = only?.fromAge === null && only.belowAge === null && more.length === 0;
  return {
    ...kind,
    issuer: { code: issuer },
    basis: basis.join('；'),
    term: isForAll ? only.term : null,
    terms,
    renewFrom: renewal === null || renewal.workingDays ? null : renewal.from,
    renewal,
  };
};

const rows: ReadonlyMap<string, LicenceKindRow> = new Map([...KINDS].map(([code, kind]) => [code, toRow(kind)]));

/** A kind as the contract tells of it; null for a code that has no file. */
export const findLicenceKind = (code: string): LicenceKindRow | null => rows.get(code) ?? null;

/** All kinds, or those of one sort of holders, by code. */
export const listLicenceKinds = (holder: HolderKind | null): LicenceKindRow[] =>
  [...rows.values()].filter((kind) => holder === null || kind.holder === holder);
