import path from 'node:path';
import { enableCompileCache } from '../adapters/compileCache.ts';
import { findCacheFolder } from './cacheFolder.ts';
import type * as lookupProgram from './lookupProgram.ts';

type LookupBundle = typeof lookupProgram;

const keepsCompiled = enableCompileCache();
void (process.argv[2] === 'lookup' ? runLookup() : runAll());

async function runLookup(): Promise<void> {
  const { runLookupProgram } =
    keepsCompiled || process.env['NODE_DISABLE_COMPILE_CACHE'] !== undefined
      ? await import('./lookupProgram.ts')
      : ((await import('../adapters/loadBundle.ts')).loadBundle(
          path.join(__dirname, 'lookup.cjs'),
          findCacheFolder(),
        ) as LookupBundle);
  return runLookupProgram(__dirname);
}

async function runAll(): Promise<void> {
  const { runWholeProgram } = await import('./wholeProgram.ts');
  return runWholeProgram(__dirname);
}
