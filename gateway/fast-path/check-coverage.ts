import { visit, type DocumentNode } from 'graphql';
import { NotCovered } from './not-covered.ts';

/** Throws NotCovered for documents that introspect, or whose response keys would meet JavaScript's own. */
export const checkCoverage = (document: DocumentNode): void => {
  visit(document, {
    Field({ name, alias }) {
      if (name.value === '__schema' || name.value === '__type') throw new NotCovered('introspection');
      const key = alias?.value ?? name.value;
      if (key in Object.prototype) throw new NotCovered(`the response key ${key}`);
    },
  });
};
