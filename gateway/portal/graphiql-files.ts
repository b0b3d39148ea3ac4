import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { graphiqlPolicy } from './content-security-policy.ts';
import type { ServedFile } from './file-routes.ts';

const require = createRequire(import.meta.url);
const DAY = 86_400;

/** GraphiQL's page, and the prebuilt bundles of the packages as npm installed them. */
export const graphiqlFiles = (): ServedFile[] => {
  const own = join(import.meta.dirname, 'graphiql');
  const graphiql = dirname(require.resolve('graphiql/package.json'));
  const vendored = {
    'react.js': join(dirname(require.resolve('react/package.json')), 'umd/react.production.min.js'),
    'react-dom.js': join(dirname(require.resolve('react-dom/package.json')), 'umd/react-dom.production.min.js'),
    'graphiql.js': join(graphiql, 'graphiql.min.js'),
    'graphiql.css': join(graphiql, 'graphiql.min.css'),
  };
  return [
    { url: '/graphiql', path: join(own, 'index.html'), maxAge: 0, policy: graphiqlPolicy },
    { url: '/portal/graphiql/start.js', path: join(own, 'start.js'), maxAge: 0 },
    { url: '/portal/graphiql/start.css', path: join(own, 'start.css'), maxAge: 0 },
    ...Object.entries(vendored).map(([name, path]) => ({ url: `/portal/graphiql/vendor/${name}`, path, maxAge: DAY })),
  ];
};
