import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Command, CommanderError } from 'commander';
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
import { createStreams } from './streams.ts';

// Only what reads the arguments is imported above: each command loads its own part when it is asked for.

/** Reads the arguments and runs the command that they name. @param distribution the folder of the bundles */
export async function runProgram(distribution: string): Promise<void> {
  const streams = createStreams();
  const abort = new AbortController();
  process.once('SIGINT', () => abort.abort());
  const surroundings = { distribution, streams, signal: abort.signal };
  const program = new Command('api-error-codes')
    .description('Explains, checks and looks up the documented error codes of an API.')
    .version(readVersion(distribution))
    .exitOverride()
    .configureOutput({ writeOut: streams.out, writeErr: streams.error });
  addCheck(program, surroundings);
  addExplain(program, surroundings);
  addCoverage(program, surroundings);
  addLookup(program, surroundings);
  addLogs(program, surroundings);
  addCatalogue(program, surroundings);
  addImport(program, surroundings);
  addGenerate(program, surroundings);
  addLsp(program);
  addMcp(program, surroundings);
  try {
    await program.parseAsync();
  } catch (error) {
    if (error instanceof CommanderError) {
      process.exitCode = error.exitCode === 0 ? 0 : 2;
      return;
    }
    streams.error(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 2;
  }
}

function readVersion(distribution: string): string {
  const manifest: unknown = JSON.parse(readFileSync(path.join(distribution, '..', 'package.json'), 'utf8'));
  return typeof manifest === 'object' && manifest !== null && 'version' in manifest ? String(manifest.version) : '';
}
