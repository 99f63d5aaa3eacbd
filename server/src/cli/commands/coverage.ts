import { type Command, InvalidArgumentError, Option } from 'commander';
import { type CoverageFormat, coverageFormats } from '../formats/coverageFormats.ts';
import { type CatalogueOptions, collect, load, readName, type Surroundings, withCatalogues } from '../surroundings.ts';

/** `api-error-codes coverage`. */
export function addCoverage(program: Command, surroundings: Surroundings): void {
  withCatalogues(program.command('coverage'))
    .description('list which error codes are handled where, and which never')
    .argument('[path...]', 'files and folders; the working directory when absent', collect, [])
    .addOption(new Option('--format <format>', 'how to print').choices(coverageFormats).default('pretty'))
    .option('--out <file>', 'where to write; standard output when absent', readName)
    .option('--fail-under <percent>', 'fail when a smaller part of the codes of a catalogue is handled', readPercent)
    .action(async (paths: string[], options: CatalogueOptions & { format: CoverageFormat; out?: string; failUnder?: number }) => {
      const { streams, distribution, signal } = surroundings;
      const [{ runCoverage }, { createNodeHost }, { loadSettings }] = await Promise.all([
        import('./runCoverage.ts'),
        import('../../adapters/nodeHost.ts'),
        import('../loadSettings.ts'),
      ]);
      const host = createNodeHost(distribution);
      const { settings, complete: readable } = await loadSettings(host, process.cwd(), {}, streams);
      const { catalogues, complete } = await load(options, surroundings);
      const exit = await runCoverage({
        paths,
        format: options.format,
        out: options.out,
        failUnder: options.failUnder,
        host,
        settings,
        catalogues,
        workingDirectory: process.cwd(),
        streams,
        signal,
      });
      process.exitCode = complete && readable ? exit : 2;
    });
}

function readPercent(value: string): number {
  const percent = Number(value.replace(/%$/, ''));
  if (!/^\d+(?:\.\d+)?%?$/.test(value) || percent > 100) throw new InvalidArgumentError('It must be a number from 0 to 100.');
  return percent;
}
