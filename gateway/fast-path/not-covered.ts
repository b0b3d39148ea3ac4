/** Thrown while compiling: the stock executor takes this operation. Never thrown once an operation runs. */
export class NotCovered extends Error {
  constructor(what: string) {
    super(`The fast path does not cover ${what}.`);
    this.name = 'NotCovered';
  }
}
