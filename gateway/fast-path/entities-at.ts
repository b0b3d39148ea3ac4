import { isJsonObject, type JsonObject } from './merge.ts';

type Path = readonly (string | number)[];

/** An object of the answer, and where it stands. */
export interface Place {
  entity: JsonObject;
  path: Path;
}

/** All objects at a plan's path, in which `@` stands for every element of a list. Nulls on the way are passed over. */
export const entitiesAt = (data: JsonObject, planPath: Path): Place[] => {
  const places: Place[] = [];
  const walk = (value: unknown, depth: number, path: Path): void => {
    if (value === null || value === undefined) return;
    const step = planPath[depth];
    if (Array.isArray(value)) {
      if (step !== '@' && step !== undefined) throw new Error(`Unexpected list at ${path.join('.')} before ${step}.`);
      value.forEach((item, index) => walk(item, step === '@' ? depth + 1 : depth, [...path, index]));
    } else if (!isJsonObject(value)) {
      throw new Error(`Unexpected ${typeof value} at ${path.join('.')}.`);
    } else if (step === undefined) {
      places.push({ entity: value, path });
    } else {
      walk(Object.hasOwn(value, step) ? value[step] : undefined, depth + 1, [...path, step]);
    }
  };
  walk(data, 0, []);
  return places;
};
