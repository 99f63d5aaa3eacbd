#!/usr/bin/env node
import { enableCompileCache } from '../adapters/startup/compileCache.ts';
import { endWithError } from '../adapters/startup/endWithError.ts';
import { loadBundle } from '../adapters/startup/loadBundle.ts';
import type * as allCommands from './allCommands.ts';
import type * as lookupCommand from './lookupCommand.ts';

enableCompileCache();
// A look-up is waited for at night: its bundle is half as large as that of the other commands.
(process.argv[2] === 'lookup'
  ? (loadBundle(__dirname, 'lookup') as typeof lookupCommand).runLookupCommand(__dirname)
  : (loadBundle(__dirname, 'commands') as typeof allCommands).runAllCommands(__dirname)
).catch(endWithError);
