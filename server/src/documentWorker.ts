import { enableCompileCache } from './adapters/startup/compileCache.ts';
import { endWithError } from './adapters/startup/endWithError.ts';
import { loadBundle } from './adapters/startup/loadBundle.ts';
import type * as languageServer from './languageServer.ts';

// Entry of a thread of its own: a long document takes seconds, and the server answers meanwhile.
enableCompileCache();
(loadBundle(__dirname, 'languageServer') as typeof languageServer).readDocumentInThread().catch(endWithError);
