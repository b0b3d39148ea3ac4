import { buildSchema, findBreakingChanges, findDangerousChanges } from 'graphql';

export interface ContractChanges {
  /** What a client of the release may stumble over, each as `NAME: what`. */
  breaking: readonly string[];
  /** What a client may notice, e.g. a new enum value. */
  dangerous: readonly string[];
}

/** Compares two SDLs of the client's schema. */
export function findContractChanges(releasedSdl: string, presentSdl: string): ContractChanges {
  const released = buildSchema(releasedSdl);
  const present = buildSchema(presentSdl);
  const toLine = ({ type, description }: { type: string; description: string }) => `${type}: ${description}`;
  return {
    breaking: findBreakingChanges(released, present).map(toLine),
    dangerous: findDangerousChanges(released, present).map(toLine),
  };
}
