import { enableCompileCache } from './adapters/startup/compileCache.ts';
import { endWithError } from './adapters/startup/endWithError.ts';
import { loadBundle } from './adapters/startup/loadBundle.ts';
import type * as languageServer from './languageServer.ts';

enableCompileCache();
(loadBundle(__dirname, 'languageServer') as typeof languageServer).startNodeServer(__dirname).catch(endWithError);
