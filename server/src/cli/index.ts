import { enableCompileCache } from '../adapters/compileCache.ts';

enableCompileCache();
void import('./program.ts').then(({ runProgram }) => runProgram(__dirname));
