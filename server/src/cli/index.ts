import { enableCompileCache } from '../adapters/compileCache.ts';

enableCompileCache();
void (process.argv[2] === 'lookup'
  ? import('./lookupProgram.ts').then(({ runLookupProgram }) => runLookupProgram(__dirname))
  : import('./wholeProgram.ts').then(({ runWholeProgram }) => runWholeProgram(__dirname)));
