import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { readSettings, severityKeys, severitySettings } from '../service/settings.ts';
import { type Severity, severityOrder } from '../service/types.ts';
import { type CheckFormat, checkFormats } from './formats/checkReport.ts';
import type { LoadedCatalogues } from './loadCatalogues.ts';
import { createStreams, type Streams } from './streams.ts';

// Only what reads the arguments is imported above: each command loads its own part when it is asked for.

interface CatalogueOptions {
  readonly catalogue: readonly string[];
  readonly builtin: boolean;
}

interface Surroundings {
  /** The folder of the bundles. */
  readonly distribution: string;
  readonly streams: Streams;
  readonly signal: AbortSignal;
}

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
  addLookup(program, surroundings);
  addLsp(program);
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

function addCheck(program: Command, surroundings: Surroundings): void {
  withCatalogues(program.command('check'))
    .description('report error codes that code does not handle, misspells or handles wrongly')
    .argument('[path...]', 'files and folders; the working directory when absent')
    .addOption(new Option('--format <format>', 'how to print').choices(checkFormats).default('pretty'))
    .addOption(
      new Option('--fail-on <severity>', 'the least severity that fails the check').choices(severityOrder).default('warning'),
    )
    .option('--max-warnings <count>', 'fail when there are more warnings', readCount)
    .option('--severity <rule=level>', 'set the severity of a rule (repeatable)', collect, [])
    .action(
      async (
        paths: string[],
        options: CatalogueOptions & { format: CheckFormat; failOn: Severity; maxWarnings?: number; severity: readonly string[] },
      ) => {
        const { settings } = readSettings({ severity: readSeverities(options.severity, program) });
        const [{ runCheck }, { createNodeHost }] = await Promise.all([import('./check.ts'), import('../adapters/nodeHost.ts')]);
        const { catalogues, complete } = await load(options, surroundings);
        const code = await runCheck({
          paths,
          format: options.format,
          failOn: options.failOn,
          maxWarnings: options.maxWarnings,
          settings,
          catalogues,
          workingDirectory: process.cwd(),
          host: createNodeHost(surroundings.distribution),
          streams: surroundings.streams,
          signal: surroundings.signal,
        });
        process.exitCode = complete ? code : 2;
      },
    );
}

function addExplain(program: Command, surroundings: Surroundings): void {
  withCatalogues(program.command('explain'))
    .description('print status, cause and guidance of an error code')
    .argument('<code>')
    .addOption(new Option('--format <format>', 'how to print').choices(['pretty', 'json']).default('pretty'))
    .action(async (code: string, options: CatalogueOptions & { format: 'pretty' | 'json' }) => {
      const { catalogues, complete } = await load(options, surroundings);
      const { runExplain } = await import('./explain.ts');
      const exit = runExplain(code, options.format, catalogues, surroundings.streams);
      process.exitCode = complete ? exit : 2;
    });
}

function addLookup(program: Command, surroundings: Surroundings): void {
  withCatalogues(program.command('lookup'))
    .description('find every log record that holds a request id')
    .argument('<request-id>')
    .argument('[path...]', 'log files and folders; the working directory when absent')
    .addOption(new Option('--format <format>', 'how to print').choices(['pretty', 'json']).default('pretty'))
    .option('--max-records <count>', 'the most records to keep', readCount)
    .action(
      async (
        requestId: string,
        paths: string[],
        options: CatalogueOptions & { format: 'pretty' | 'json'; maxRecords?: number },
      ) => {
        const { catalogues, complete } = await load(options, surroundings);
        const [{ runLookup }, { findPackagedRipgrep }] = await Promise.all([
          import('./lookup.ts'),
          import('../adapters/packagedRipgrep.ts'),
        ]);
        const exit = await runLookup({
          requestId,
          paths,
          format: options.format,
          catalogues,
          workingDirectory: process.cwd(),
          ripgrepPath: findPackagedRipgrep(surroundings.distribution),
          ...(options.maxRecords === undefined ? {} : { maxRecords: options.maxRecords }),
          streams: surroundings.streams,
          signal: surroundings.signal,
        });
        process.exitCode = complete ? exit : 2;
      },
    );
}

function addLsp(program: Command): void {
  program
    .command('lsp')
    .description('run the language server')
    .requiredOption('--stdio', 'speak over standard input and output')
    .action(async () => {
      await import('../node.ts');
    });
}

function withCatalogues(command: Command): Command {
  return command
    .option('--catalogue <file>', 'a catalogue of error codes to use as well (repeatable)', collect, [])
    .option('--no-builtin', 'leave the built-in catalogues out');
}

async function load(
  { catalogue, builtin }: CatalogueOptions,
  { distribution, streams }: Surroundings,
): Promise<LoadedCatalogues> {
  const { loadCatalogues } = await import('./loadCatalogues.ts');
  return loadCatalogues(catalogue, builtin, pathToFileURL(path.join(distribution, 'catalogues')).href, streams);
}

function collect(value: string, before: readonly string[]): readonly string[] {
  return [...before, value];
}

function readCount(value: string): number {
  const count = Number(value);
  if (!Number.isSafeInteger(count) || count < 0) throw new InvalidArgumentError('It must be a whole number from 0.');
  return count;
}

function readSeverities(pairs: readonly string[], program: Command): Record<string, string> {
  return Object.fromEntries(
    pairs.map((pair) => {
      const [rule = '', level = ''] = pair.split('=');
      if (!severityKeys.some((key) => key === rule))
        program.error(`error: unknown rule '${rule}' in --severity; the rules are ${severityKeys.join(', ')}`);
      if (!severitySettings.some((setting) => setting === level))
        program.error(`error: unknown severity '${level}' in --severity; the severities are ${severitySettings.join(', ')}`);
      return [rule, level];
    }),
  );
}

function readVersion(distribution: string): string {
  const manifest: unknown = JSON.parse(readFileSync(path.join(distribution, '..', 'package.json'), 'utf8'));
  return typeof manifest === 'object' && manifest !== null && 'version' in manifest ? String(manifest.version) : '';
}
