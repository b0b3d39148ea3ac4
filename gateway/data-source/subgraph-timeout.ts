/** A subgraph that did not answer within its time, or within what was left of the operation's. */
export class SubgraphTimeout extends Error {
  constructor(milliseconds: number) {
    super(`No answer within ${Math.round(milliseconds)} ms.`);
    this.name = 'SubgraphTimeout';
  }
}
