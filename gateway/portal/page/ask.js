const queries = new Map();

/** The text of a query in /portal/queries. */
export const queryText = async (name) => {
  if (!queries.has(name)) {
    const response = await fetch(`/portal/queries/${name}.graphql`);
    if (!response.ok) throw new Error(`The query ${name} cannot be had: ${response.status}.`);
    queries.set(name, await response.text());
  }
  return queries.get(name);
};

/** Headers of a request: the person's token, and a purpose where staff need one. */
export const requestHeaders = ({ token, purpose }) => ({
  ...(token ? { authorization: `Bearer ${token}` } : {}),
  ...(purpose ? { 'x-onefile-purpose': purpose } : {}),
});

/** Asks the gateway. Gives the answer, its milliseconds and its bytes; throws when there is no answer at all. */
export const askGateway = async ({ query, variables, headers }) => {
  const started = performance.now();
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  const text = await response.text();
  const milliseconds = performance.now() - started;
  return { answer: JSON.parse(text), milliseconds, bytes: new TextEncoder().encode(text).length };
};
