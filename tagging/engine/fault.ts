/** What is wrong in a rule: where in its document, and how many characters into the text that stands there. */
export class RuleFault extends Error {
  readonly at: readonly PropertyKey[];
  readonly offset: number;

  constructor(message: string, at: readonly PropertyKey[], offset = 0) {
    super(message);
    this.name = 'RuleFault';
    this.at = at;
    this.offset = offset;
  }
}

/** Runs what may throw, and says at which place of the rule it was. */
export const faultAt = <Value>(at: readonly PropertyKey[], act: () => Value): Value => {
  try {
    return act();
  } catch (error) {
    if (error instanceof RuleFault || !(error instanceof Error)) throw error;
    throw new RuleFault(error.message, at, 'start' in error && typeof error.start === 'number' ? error.start : 0);
  }
};
