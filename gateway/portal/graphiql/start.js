import { readFragment } from '../page/graphiql-link.js';

const { React, ReactDOM, GraphiQL } = window;

const handedOver = readFragment(location.hash);
// The token stays in memory: neither in the address bar nor in the browser's history.
if (handedOver.query !== undefined) history.replaceState(null, '', location.pathname);

const WELCOME = `# OneFile: one person, one file; one enterprise, one file.
# Put { "authorization": "Bearer …" } into Headers; without it you ask as anyone, not signed in.
{
  dataCatalogue(first: 5) {
    totalCount
    edges {
      node {
        coordinate
        description
      }
    }
  }
}
`;

const ask = async (request, { headers = {} } = {}) => {
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify(request),
  });
  return response.json();
};

const logo = React.createElement(
  GraphiQL.Logo,
  {},
  React.createElement('a', { className: 'back-to-portal', href: '/' }, '← OneFile'),
);

ReactDOM.createRoot(document.querySelector('#graphiql')).render(
  React.createElement(
    GraphiQL,
    {
      fetcher: ask,
      query: handedOver.query,
      variables: handedOver.variables,
      headers: handedOver.headers,
      defaultQuery: WELCOME,
      defaultEditorToolsVisibility: handedOver.headers === undefined ? true : 'headers',
      isHeadersEditorEnabled: true,
      shouldPersistHeaders: false,
      storage: sessionStorage,
    },
    logo,
  ),
);

const runWhenReady = (triesLeft = 100) => {
  const button = document.querySelector('.graphiql-execute-button');
  if (button !== null) button.click();
  else if (triesLeft > 0) setTimeout(runWhenReady, 50, triesLeft - 1);
};
if (handedOver.query !== undefined) runWhenReady();
