import { type Command, Option } from 'commander';
import { type CatalogueOptions, openFolder, readCount, type Surroundings, withCatalogues } from '../surroundings.ts';

type LookupCommandOptions = CatalogueOptions & {
  format: 'pretty' | 'json';
  maxRecords?: number;
  idsFile?: string;
  index?: true;
  engines?: string;
};

/** `api-error-codes lookup`. */
export function addLookup(program: Command, surroundings: Surroundings): void {
  withCatalogues(program.command('lookup'))
    .description('find every log record that holds a request id')
    .argument('[request-id]', 'not with --ids-file')
    .argument('[path...]', 'log files and folders; the working directory when absent')
    .option('--ids-file <file>', 'look for every request id of a file, one a line (- for standard input)')
    .option('--engines <file>', 'ask the log engines that a YAML or JSON file names, too')
    .option('--index', 'remember which large files hold which UUIDs, so that later look-ups with --index skip the others')
    .addOption(new Option('--format <format>', 'how to print').choices(['pretty', 'json']).default('pretty'))
    .option('--max-records <count>', 'the most records to keep of each request id', readCount)
    .action(async (first: string | undefined, rest: string[], options: LookupCommandOptions, command: Command) => {
      const { idsFile } = options;
      if (idsFile === undefined && first === undefined) command.error("error: missing required argument 'request-id'");
      const [{ runLookup }, folder] = await Promise.all([import('./runLookup.ts'), openFolder(options, surroundings)]);
      const { logFiles, lookupFolders, lookupMaxRecords } = folder.settings;
      const engines =
        options.engines === undefined
          ? undefined
          : await (await import('../readEngines.ts')).readEngines(options.engines, surroundings.streams);
      if (engines === 'unreadable') {
        process.exitCode = 2;
        return;
      }
      const indexFolder = options.index ? (await import('../../adapters/files/cacheFolder.ts')).findCacheFolder() : undefined;
      let complete = true;
      const exit = await runLookup({
        wanted: idsFile === undefined ? { requestId: first ?? '' } : { idsFile },
        paths: idsFile === undefined || first === undefined ? rest : [first, ...rest],
        folders: lookupFolders,
        globs: logFiles,
        format: options.format,
        catalogues: async () => {
          const loaded = await folder.catalogues();
          complete = loaded.complete;
          return loaded.catalogues;
        },
        workingDirectory: process.cwd(),
        maxRecords: options.maxRecords ?? lookupMaxRecords,
        streams: surroundings.streams,
        signal: surroundings.signal,
        ...(engines && { engines }),
        ...(indexFolder === undefined ? {} : { indexFolder }),
      });
      process.exitCode = complete ? exit : 2;
    });
}
