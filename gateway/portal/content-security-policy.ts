const nothingButOurs = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self' data:",
  'font-src': "'self' data:",
  'connect-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'frame-ancestors': "'none'",
};

const toHeader = (policy: Readonly<Record<string, string>>): string =>
  Object.entries(policy)
    .map(([directive, sources]) => `${directive} ${sources}`)
    .join('; ');

/** Scripts and styles from files of this host alone, and no HTML made of text. */
export const pagePolicy = toHeader({ ...nothingButOurs, 'require-trusted-types-for': "'script'" });

/** GraphiQL's dialogs write a style element of their own. */
export const graphiqlPolicy = toHeader({ ...nothingButOurs, 'style-src': "'self' 'unsafe-inline'" });
