import { createRequire } from 'node:module';
import path from 'node:path';

/** The bundles of the build that another bundle loads: each has libraries that most starts do without. */
export type BundleName = 'languageServer' | 'commands' | 'assistants';

/**
 * Loads a bundle beside the one that is running.
 * @param distribution the folder of the bundles
 * @returns the exports of the module that the bundle was built from (esbuild.mjs names it)
 */
export function loadBundle(distribution: string, name: BundleName): unknown {
  return createRequire(path.join(distribution, 'package.json'))(`./${name}.cjs`);
}
