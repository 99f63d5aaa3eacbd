import * as l10n from '@vscode/l10n';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { isOwnStream } from '../../adapters/files/givenInput.ts';
import { kindOf } from '../../adapters/files/fileKind.ts';
import { looksLikeRequestId } from '../../shared/requestIds/looksLikeRequestId.ts';
import { type PersonalKind, personalKinds, readPersonalKind } from '../../service/redaction/personalKinds.ts';
import type { AssumedZone } from '../../service/logs/times/assumedZones.ts';
import { assumeTimeZone } from '../assumeTimeZone.ts';
import { addFrom, type CommandSourceOptions } from '../commandSources.ts';
import { type LookupFormat, lookupFormats } from '../formats/lookupFormats.ts';
import { describeSince, describeUntil, readMoment } from '../moments.ts';
import { isEmptyTime, type TimeWindow } from '../../shared/timeWindow.ts';
import { usageError } from '../help/usageErrors.ts';
import { type CatalogueOptions, openFolder, readCount, type Surroundings, withCatalogues } from '../surroundings.ts';

type LookupCommandOptions = CatalogueOptions &
  CommandSourceOptions &
  TimeWindow & {
    format: LookupFormat;
    redact?: true;
    keep?: readonly PersonalKind[];
    maxRecords?: number;
    idsFile?: string;
    related?: true;
    follow?: true;
    context?: number;
    engines?: string;
    assumeTimeZone: readonly AssumedZone[];
  };

/** `api-error-codes lookup`. */
export function addLookup(program: Command, surroundings: Surroundings): void {
  addFrom(withCatalogues(program.command('lookup')))
    .description(l10n.t('find every log record that holds a request id'))
    .argument('[request-id]', l10n.t('an id, or a text with ids such as an answer or a header; not with --ids-file'))
    .argument('[path...]', l10n.t('further ids; log files and folders (- for standard input), else the working directory'))
    .option('--ids-file <file>', l10n.t('look for every request id of a file, one a line (- for standard input)'))
    .option('--engines <file>', l10n.t('ask the log engines that a YAML or JSON file names, too'))
    .addOption(new Option('--format <format>', l10n.t('how to print')).choices(lookupFormats).default('pretty'))
    .option('--redact', l10n.t('without credentials and personal data in pretty and json, as markdown and html always are'))
    .option(
      '--keep <kind>',
      l10n.t('personal data that stays when the rest is redacted: {0} (repeatable)', Object.keys(personalKinds).join(', ')),
      readKept,
    )
    .option('-f, --follow', l10n.t('go on with the records that are written later, until it is interrupted'))
    .option('--related', l10n.t('take in the records that share a trace, session or job id with those found'))
    .option('-C, --context <lines>', l10n.t('show so many lines before and after each record'), readCount)
    .option('--since <time>', describeSince(), readMoment)
    .option('--until <time>', describeUntil(), readMoment)
    .option('--max-records <count>', l10n.t('the most records to keep of each request id'), readCount)
    .addOption(assumeTimeZone())
    .action(async (first: string | undefined, rest: string[], options: LookupCommandOptions, command: Command) => {
      const { idsFile } = options;
      const redacts = options.redact === true || options.format === 'markdown' || options.format === 'html';
      if (idsFile === undefined && first === undefined)
        command.error(usageError(l10n.t("missing required argument 'request-id'")));
      if (options.follow && (options.format === 'markdown' || options.format === 'html'))
        command.error(usageError(l10n.t('--follow does not go with --format {0}', options.format)));
      if (isEmptyTime(options)) command.error(usageError(l10n.t('--since must be earlier than --until')));
      const [{ runLookup }, folder] = await Promise.all([import('./runLookup.ts'), openFolder(options, surroundings)]);
      const { assumedZones, logFiles, lookupFolders, lookupMaxRecords } = folder.settings;
      const engines =
        options.engines === undefined
          ? undefined
          : await (await import('../readEngines.ts')).readEngines(options.engines, surroundings.streams);
      if (engines === 'unreadable') {
        process.exitCode = 2;
        return;
      }
      const { ids, paths } =
        idsFile === undefined ? splitArguments(rest) : { ids: [], paths: first === undefined ? [] : [first, ...rest] };
      let complete = true;
      const exit = await runLookup({
        wanted: idsFile === undefined ? { requestIds: [first ?? '', ...ids] } : { idsFile },
        paths,
        window: options,
        commands: options,
        related: options.related === true,
        follow: options.follow === true,
        context: options.context ?? 0,
        folders: lookupFolders,
        globs: logFiles,
        zones: [...options.assumeTimeZone, ...assumedZones],
        format: options.format,
        ...(redacts && { keepKinds: new Set(options.keep) }),
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
      });
      process.exitCode = complete ? exit : 2;
    });
}

/** Ids and paths may follow in any order: what exists is a path, and so is what is named like one. */
function splitArguments(given: readonly string[]): { readonly ids: string[]; readonly paths: string[] } {
  const isId = (text: string): boolean =>
    looksLikeRequestId(text) && !/[\\/]|\.[A-Za-z]\w{0,5}$/.test(text) && !isOwnStream(text) && kindOf(text) === undefined;
  return { ids: given.filter(isId), paths: given.filter((text) => !isId(text)) };
}

function readKept(name: string, before: readonly PersonalKind[] = []): readonly PersonalKind[] {
  const kind = readPersonalKind(name);
  if (kind === undefined) throw new InvalidArgumentError(l10n.t('It must be one of {0}.', Object.keys(personalKinds).join(', ')));
  return [...before, kind];
}
