import * as l10n from '@vscode/l10n';
import { showNumber } from '../../service/render/numbers.ts';
import { fileOf } from '../../adapters/files/fileAddress.ts';
import { describeProblem, showProblem, type Problem } from '../../shared/problem.ts';
import { type CatalogueCoverage, coverageOf, type FilePlace, isListed } from '../../service/workspace/coverage.ts';
import { collectFiles } from '../checking/collectFiles.ts';
import { openReading, problemsOf, rootsOf } from '../checking/folderReading.ts';
import { displayIn } from '../checking/checkFiles.ts';
import type { CoverageFormat } from '../formats/coverageFormats.ts';
import { percent, renderCoverageText } from '../formats/coverageText.ts';
import { writeOutput } from '../outputFile.ts';
import { describeNothing } from '../checking/nothingChecked.ts';
import type { Sources } from '../surroundings.ts';
import { sayingOnce } from '../streams.ts';
import { renderJson } from '../../service/render/json.ts';

/** The options of the command. */
export interface CoverageArguments {
  readonly format: CoverageFormat;
  readonly out?: string;
  /** Per cent of a catalogue's codes; a smaller part that is handled fails. */
  readonly failUnder?: number;
  /** Whether arms that a fix has written and that were not filled count as handling. */
  readonly stubs: 'open' | 'handled';
}

/**
 * `api-error-codes coverage`: which codes are handled where, and which never.
 * @returns 0, 1 a catalogue is below `failUnder`, 2 something could not be read or written
 */
export async function runCoverage(
  given: CoverageArguments & Sources & { readonly paths: readonly string[] },
): Promise<0 | 1 | 2> {
  const options = { ...given, streams: sayingOnce(given.streams) };
  const { streams, workingDirectory, settings, failUnder, signal } = options;
  const reading = await openReading(options);
  if (!reading) return 2;
  const { session } = reading;
  const roots = rootsOf(options.paths, workingDirectory);
  const { mentions, files, problems, unreadable: isPart } = await collectFiles(reading, roots, true);
  if (signal.aborted) {
    streams.error(`${l10n.t('Interrupted: not everything was read, and nothing is reported.')}\n`);
    session.dispose();
    return 2;
  }
  const unreadable = isPart || problemsOf(reading).length > 0 || !session.complete;
  const at = { done: 'read' as const, roots, settings, workingDirectory, signal };
  const nothing = await describeNothing({ files, shows: mentions.size > 0, unreadable }, at, session);
  session.dispose();
  const display = displayIn(workingDirectory);
  const left = [...problems, ...problemsOf(reading)].map((problem) => showProblem(problem, display));
  for (const problem of left) streams.error(`${describeProblem(problem)}\n`);
  const { catalogues } = session.facts.setOf(settings, workingDirectory);
  const coverage = coverageOf(catalogues, mentions, undefined, { stubsHandle: options.stubs === 'handled' }).filter(isListed);
  const nameOf = (uri: string): string => display(fileOf(uri) ?? uri);
  const isEmpty = coverage.length === 0 && options.format === 'pretty' && options.out === undefined;
  if (nothing && !isEmpty) streams.error(`${nothing.sentence}\n`);
  const text = isEmpty && nothing ? `${nothing.sentence}\n` : await format(coverage, options.format, nameOf, left);
  const written = await writeOutput(text, options.out, streams, isEmpty || !isDocument[options.format] ? 'out' : 'document');
  if (unreadable || !written) return 2;
  const below = failUnder === undefined ? [] : coverage.filter(({ handled, total }) => percent(handled, total) < failUnder);
  for (const { catalogue, handled, total } of below)
    streams.error(
      `${l10n.t('{0}: {1} of {2} error codes are handled, less than {3} %.', catalogue.title, showNumber(handled), showNumber(total), failUnder ?? 0)}\n`,
    );
  return below.length > 0 ? 1 : 0;
}

/** The formats that other programs read. */
const isDocument: Readonly<Record<CoverageFormat, boolean>> = { pretty: false, markdown: false, json: true, html: true };

async function format(
  coverage: readonly CatalogueCoverage[],
  format: CoverageFormat,
  nameOf: (uri: string) => string,
  skipped: readonly Problem[],
): Promise<string> {
  switch (format) {
    case 'json':
      return renderJson(toJson(coverage, nameOf, skipped));
    case 'markdown': {
      const { renderCoverage } = await import('../../service/workspace/coverageMarkdown.ts');
      return `${coverage.map((each) => renderCoverage(each, nameOf)).join('\n\n')}\n`;
    }
    case 'html':
      return (await import('../../service/workspace/coverageHtml.ts')).renderCoveragePage(coverage, nameOf);
    case 'pretty':
      return renderCoverageText(coverage, nameOf);
  }
}

function toJson(coverage: readonly CatalogueCoverage[], nameOf: (uri: string) => string, skipped: readonly Problem[]): unknown {
  const place = ({ uri, range, role }: FilePlace): unknown => ({
    file: nameOf(uri),
    line: range.start.line + 1,
    column: range.start.character + 1,
    role,
  });
  return {
    version: 1,
    skipped,
    catalogues: coverage.map(({ catalogue, codes, handled, total, sites }) => ({
      id: catalogue.id,
      title: catalogue.title,
      handled,
      total,
      sites: sites.length,
      codes: codes.map((code) => ({
        code: code.code,
        status: code.statuses,
        retired: code.retired,
        handled: code.handled.map(place),
        caught: code.caught.map(place),
        compared: code.compared.map(place),
        stubs: code.stubs.map(place),
        named: code.named.map(place),
      })),
    })),
  };
}
