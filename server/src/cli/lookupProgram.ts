import { addLookup } from './commands/lookup.ts';
import { runProgram } from './program.ts';

/** Runs the program with no command but the look-up, in a bundle of its own. @param distribution the folder of the bundles */
export function runLookupProgram(distribution: string): Promise<void> {
  return runProgram(distribution, addLookup);
}
