export type JsonObject = Record<string, unknown>;

export const isJsonObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const mergeLists = (target: unknown[], source: readonly unknown[]): void => {
  for (let index = 0; index < source.length; index++) {
    const into = target[index];
    const from = source[index];
    if (isJsonObject(into) && isJsonObject(from)) merge(into, from);
    else target[index] = from;
  }
};

/** Merges a subgraph's answer into what is there, as Apollo Gateway does: objects by key, lists of one length by index. */
export const merge = (target: JsonObject, source: JsonObject): void => {
  for (const key of Object.keys(source)) {
    if (key === '__proto__') continue;
    const from = source[key];
    if (from === undefined) continue;
    const into = target[key];
    if (isJsonObject(from) && isJsonObject(into)) merge(into, from);
    else if (Array.isArray(from) && Array.isArray(into) && from.length === into.length) mergeLists(into, from);
    else target[key] = from;
  }
};
