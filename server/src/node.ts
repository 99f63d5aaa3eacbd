import { enableCompileCache } from './adapters/compileCache.ts';

enableCompileCache();
void import('./nodeServer.ts').then(({ startNodeServer }) => startNodeServer(__dirname));
