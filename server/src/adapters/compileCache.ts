import module from 'node:module';

/**
 * Keeps what Node compiles for the next start, which is a third faster then; from Node 22 on.
 * Counts for what is loaded after it: an entry calls it, then imports the rest.
 * @returns whether this Node can
 */
export function enableCompileCache(): boolean {
  // The types are those of Node 20, the oldest that we run on.
  const { enableCompileCache: enable } = module as { readonly enableCompileCache?: () => unknown };
  enable?.();
  return enable !== undefined;
}
