import { enableCompileCache } from './adapters/startup/compileCache.ts';
import { loadBundle } from './adapters/startup/loadBundle.ts';
import type * as nodeServer from './nodeServer.ts';

enableCompileCache();
(loadBundle(__dirname, 'languageServer') as typeof nodeServer).startNodeServer(__dirname);
