import type { SubgraphName } from '../../../schema/sdl.ts';
import type { Viewer } from '../../../schema/viewer.ts';
import type { Attacker } from './viewers.ts';
import type { Contract } from './contract.ts';
import type { ExpectedAnswer } from './expect.ts';
import type { EntityType } from './entities.ts';
import type { Reference } from './reference.ts';
import type { Asking } from './selection.ts';

/** A way in: one document, and what it must answer to whom. */
export interface Door {
  name: string;
  registry: SubgraphName;
  isFor(attacker: Attacker): boolean;
  query: string;
  variables: Readonly<Record<string, unknown>>;
  expected(viewer: Viewer): ExpectedAnswer;
}

type Row = Readonly<Record<string, unknown>>;

/** What the registries hold, whole: rows by type and id, for one way of asking. */
export type Held = (registry: SubgraphName, asking: Asking, type: EntityType, id: string) => Row | null;

export interface DoorParts {
  contracts: Readonly<Record<SubgraphName, Contract>>;
  reference: Reference;
  held: Held;
  /** ID number → citizen id; null for a number that nobody has. */
  numbers: ReadonlyMap<string, string | null>;
  /** What citizens did before: a mandate of 明梅 in force, its handler, an objection, and who raised it. */
  acts: { mandate: string; handler: string; objection: string; objector: string };
}
