import { addCatalogue } from './commands/catalogue.ts';
import { addCheck } from './commands/check.ts';
import { addCoverage } from './commands/coverage.ts';
import { addExplain } from './commands/explain.ts';
import { addGenerate } from './commands/generate.ts';
import { addImport } from './commands/import.ts';
import { addLogs } from './commands/logs.ts';
import { addLookup } from './commands/lookup.ts';
import { addLsp } from './commands/lsp.ts';
import { addMcp } from './commands/mcp.ts';
import { runProgram } from './program.ts';

/** In the order of the help. */
const commands = [addCheck, addExplain, addCoverage, addLookup, addLogs, addCatalogue, addImport, addGenerate, addLsp, addMcp];

/** Runs the program with all of its commands. @param distribution the folder of the bundles */
export function runAllCommands(distribution: string): Promise<void> {
  return runProgram(distribution, (program, surroundings) => {
    for (const addCommand of commands) addCommand(program, surroundings);
  });
}
