import { type AddCommands, runProgram } from './program.ts';

/** By name, in the order of the help. Each loads its own part when it is asked for. */
const commands: Readonly<Record<string, AddCommands>> = {
  check: async (...given) => (await import('./commands/check.ts')).addCheck(...given),
  explain: async (...given) => (await import('./commands/explain.ts')).addExplain(...given),
  coverage: async (...given) => (await import('./commands/coverage.ts')).addCoverage(...given),
  lookup: async (...given) => (await import('./commands/lookup.ts')).addLookup(...given),
  logs: async (...given) => (await import('./commands/logs.ts')).addLogs(...given),
  catalogue: async (...given) => (await import('./commands/catalogue.ts')).addCatalogue(...given),
  import: async (...given) => (await import('./commands/import.ts')).addImport(...given),
  generate: async (...given) => (await import('./commands/generate.ts')).addGenerate(...given),
  lsp: async (program) => (await import('./commands/lsp.ts')).addLsp(program),
  mcp: async (...given) => (await import('./commands/mcp.ts')).addMcp(...given),
};

/** Runs the program with all of its commands. @param distribution the folder of the bundles */
export function runWholeProgram(distribution: string): Promise<void> {
  return runProgram(distribution, async (program, surroundings) => {
    const [, , named = ''] = process.argv;
    if (Object.hasOwn(commands, named)) return commands[named]?.(program, surroundings);
    // Help and mistakes want all of them.
    program.version(surroundings.version());
    for (const add of Object.values(commands)) await add(program, surroundings);
  });
}
