/** A module of the page that needs no browser, typed as the test knows it. */
export const loadPageModule = async <Module>(path: string): Promise<Module> =>
  (await import(new URL(`../../../gateway/portal/page/${path}`, import.meta.url).href)) as Module;
