import { describe, expect, it } from '@jest/globals';
import { loadPageModule } from '../page-module.ts';

const { graphiqlLink, readFragment } = await loadPageModule<{
  graphiqlLink: (request: { query: string; variables: object; headers: object }) => string;
  readFragment: (fragment: string) => Record<string, string>;
}>('graphiql-link.js');

const request = {
  query: '# 张 & # % +\n{ me { name } }',
  variables: { search: '明梅 & 100%' },
  headers: { authorization: 'Bearer a.b-c_d' },
};

describe('a link into GraphiQL', () => {
  it('carries query, variables and headers there and back', () => {
    const { hash } = new URL(graphiqlLink(request), 'http://localhost');
    const { query, variables = '', headers = '' } = readFragment(hash);
    const read: unknown[] = [query, JSON.parse(variables), JSON.parse(headers)];
    expect(read).toEqual([request.query, request.variables, request.headers]);
  });

  it('sends the token to no server', () => {
    const { pathname, search } = new URL(graphiqlLink(request), 'http://localhost');
    expect([pathname, search]).toEqual(['/graphiql', '']);
  });

  it('reads nothing from an empty fragment', () => {
    expect(readFragment('')).toEqual({});
  });
});
