import { enableCompileCache } from './adapters/compileCache.ts';
import { loadBundle } from './adapters/loadBundle.ts';
import type * as nodeServer from './nodeServer.ts';

enableCompileCache();
(loadBundle(__dirname, 'languageServer') as typeof nodeServer).startNodeServer(__dirname);
