/** The longest lag over the lanes of the registries asked for; Infinity for one that is not known. */
export function lagOf(
  channels: Iterable<{ registry: string; freshUntil: number | null }>,
  now: number,
  registries: readonly string[] | undefined,
): number {
  const worst = new Map<string, number>();
  for (const { registry, freshUntil } of channels) {
    const lag = freshUntil === null ? Infinity : Math.max(0, now - freshUntil);
    worst.set(registry, Math.max(lag, worst.get(registry) ?? 0));
  }
  const asked = registries ?? [...worst.keys()];
  return asked.length === 0 ? Infinity : Math.max(...asked.map((registry) => worst.get(registry) ?? Infinity));
}
