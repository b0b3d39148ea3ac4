import type { SubgraphName } from '../../../schema/sdl.ts';
import type { Viewer } from '../../../schema/viewer.ts';
import type { DoorParts } from './door.ts';
import type { EntityType } from './entities.ts';
import type { Expectation } from './expect.ts';
import type { Asking, Selection } from './selection.ts';

/** One root field of a document, asked once. */
export interface RootField {
  alias: string;
  text: string;
  expected(expectation: Expectation, viewer: Viewer): unknown;
}

/** What a registry's root doors are made of. */
export interface RootTools extends DoorParts {
  registry: SubgraphName;
  asking: Asking;
  selectionOf(type: EntityType): Selection;
  hold(type: EntityType): (id: string) => Readonly<Record<string, unknown>> | null;
  /** A field that is refused to whoever may not call it, and else answered as `expected`. */
  guarded(field: string, alias: string, text: string, expected: RootField['expected']): RootField;
  /** A field that leads to one file; `id` is null when nobody has what was asked for. */
  entity(field: string, alias: string, argument: string, type: EntityType, id: string | null): RootField;
  /** A field that leads to many files by position. */
  batch(field: string, argument: string, type: EntityType, ids: readonly (string | null)[]): RootField;
}

/** Root fields that do not say by their shape what they answer: those asked together, and those asked alone. */
export interface OwnRoots {
  together?: readonly RootField[];
  alone?: readonly RootField[];
}
