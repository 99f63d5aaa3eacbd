#!/usr/bin/env node
import { enableCompileCache } from '../adapters/startup/compileCache.ts';
import { endWithError } from '../adapters/startup/endWithError.ts';
import { loadBundle } from '../adapters/startup/loadBundle.ts';
import type * as program from './program.ts';

enableCompileCache();
(loadBundle(__dirname, 'commands') as typeof program).runProgram(__dirname).catch(endWithError);
