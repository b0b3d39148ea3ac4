const PARTS = ['query', 'variables', 'headers'];

/**
 * A link that opens a request in GraphiQL. It stands in the fragment, which a browser never sends: a token in the
 * query string would be in every log.
 */
export const graphiqlLink = ({ query, variables, headers }) => {
  const parts = new URLSearchParams({
    query,
    variables: JSON.stringify(variables, null, 2),
    headers: JSON.stringify(headers, null, 2),
  });
  return `/graphiql#${parts}`;
};

/** What `graphiqlLink` put into a fragment; parts that are missing are left out. */
export const readFragment = (fragment) => {
  const parts = new URLSearchParams(fragment.replace(/^#/, ''));
  return Object.fromEntries(PARTS.filter((part) => parts.has(part)).map((part) => [part, parts.get(part)]));
};
