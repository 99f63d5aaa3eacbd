import { addLookup } from './commands/lookup.ts';
import { runProgram } from './program.ts';

/** Runs the program with no command but `lookup`; a bundle of its own. @param distribution the folder of the bundles */
export function runLookupCommand(distribution: string): Promise<void> {
  return runProgram(distribution, addLookup);
}
