import { toFactAnswer } from '../../subgraphs/kit/facts/ask-gateway.ts';
import type { AskFacts } from '../../subgraphs/kit/facts/read-facts.ts';
import type { AskInProcess } from '../ask-in-process.ts';

/** Asks for facts of a gateway that is made after whoever asks: questions wait until it is there. */
export interface AskLater {
  ask: AskFacts;
  open(ask: AskInProcess): void;
  /** Whoever waits, or asks from now on, is refused. */
  close(): void;
}

export const createAskLater = (): AskLater => {
  let open: (ask: AskInProcess) => void = () => {};
  let isClosed = false;
  let close = () => {};
  const opened = new Promise<AskInProcess>((resolve, reject) => {
    open = resolve;
    close = () => reject(new Error('The gateway is stopping.'));
  });
  // Nobody may be waiting when it closes.
  opened.catch(() => {});
  return {
    ask: async (query, variables) => {
      const ask = await opened;
      if (isClosed) throw new Error('The gateway is stopping.');
      return toFactAnswer(await ask(query, variables));
    },
    open: (ask) => open(ask),
    close: () => {
      isClosed = true;
      close();
    },
  };
};
