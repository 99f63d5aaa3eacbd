import module from 'node:module';

/**
 * Keeps the code that Node compiles for the next start, which then takes half the time; Node 22 and newer.
 * It works for files that load after this call: an entry calls it, then loads its bundle.
 */
export function enableCompileCache(): void {
  // The types are those of Node 20, the oldest version that the product runs on.
  (module as { readonly enableCompileCache?: () => unknown }).enableCompileCache?.();
}
