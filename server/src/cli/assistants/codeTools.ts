import { fileOf } from '../../adapters/files/fileAddress.ts';
import { classesNamed } from '../../service/catalogue/classesNamed.ts';
import { codesOfClass } from '../../service/catalogue/classIndex.ts';
import { describeClass } from '../../service/catalogue/describeClass.ts';
import { nearestOfAny } from '../../service/mentions/nearMisses.ts';
import { renderClassText } from '../../service/render/classText.ts';
import { renderEntryText, withoutControls } from '../../service/render/plainText.ts';
import { describeStatusWithReason } from '../../service/render/status.ts';
import type { Settings } from '../../service/settings/settings.ts';
import type { Catalogue } from '../../service/types.ts';
import { type CatalogueCoverage, type CodeCoverage, coverageOf, isListed } from '../../service/workspace/coverage.ts';
import { renderCoverage } from '../../service/workspace/coverageMarkdown.ts';
import type { FileMentions } from '../../service/workspace/fileMentions.ts';
import { count } from '../../shared/count.ts';
import { fitsStatus } from '../../shared/assistants/fitsStatus.ts';
import type { AnswerCursor } from '../../shared/assistants/pageAnswer.ts';
import { displayIn } from '../checking/checkFiles.ts';
import { collectFiles } from '../checking/collectFiles.ts';
import type { FolderReading } from '../checking/folderReading.ts';
import type { Session } from '../createSession.ts';
import { type AnswerOptions, answerWith, listProblems, shorten } from './answers.ts';

/** Which codes are wanted. Absent: all. */
export interface CodeFilter extends AnswerCursor {
  /** The id of a catalogue. */
  readonly catalogue?: string | undefined;
  /** An HTTP status, or a class of them: `429`, `5xx`. */
  readonly status?: string | undefined;
  /** The id of a group. */
  readonly group?: string | undefined;
}

/** The tools about codes and the code that handles them. */
export interface CodeTools {
  /** Explains a code or a class. */
  explain(code: string, cursor: AnswerCursor): Promise<string>;
  listCodes(filter: CodeFilter): Promise<string>;
  /** Where a code or class is handled, caught, compared or named. */
  findHandlers(code: string, cursor: AnswerCursor, signal: AbortSignal): Promise<string>;
  /** Which codes are handled where. */
  coverage(filter: Pick<CodeFilter, 'catalogue' | 'cursor'>, signal: AbortSignal): Promise<string>;
}

export const noRipgrep = 'The files cannot be searched: ripgrep is missing.';

export function createCodeTools(options: AnswerOptions): CodeTools {
  const { workingDirectory, host } = options;
  const display = displayIn(workingDirectory);
  const cataloguesOf = ({ facts }: Session, settings: Settings) => facts.setOf(settings, workingDirectory).catalogues;
  /**
   * Answers out of where the code of the working directory names codes.
   * @param wanted id of a catalogue that there must be
   */
  const answerFromCode = (
    cursor: AnswerCursor,
    signal: AbortSignal,
    work: (all: readonly CatalogueCoverage[], mentions: ReadonlyMap<string, FileMentions>) => string,
    wanted?: string,
  ): Promise<string> =>
    answerWith(options, cursor, async (session, settings) => {
      const ripgrep = host.ripgrepPath();
      if (ripgrep === undefined) return noRipgrep;
      const catalogues = cataloguesOf(session, settings);
      if (wanted !== undefined && !catalogues.some(({ id }) => id === wanted)) return noCatalogue(wanted, catalogues);
      const reading: FolderReading = { session, settings, ripgrep, signal, folder: workingDirectory, failures: new Set() };
      const { mentions, problems } = await collectFiles(reading, [workingDirectory], false);
      const answer = work(coverageOf(catalogues, mentions), mentions);
      return [answer, listProblems(problems, reading)].filter((part) => part !== '').join('\n\n');
    });

  return {
    explain: (code, cursor) =>
      answerWith(options, cursor, (session, settings) => {
        const { entriesOf, catalogues } = session.facts.setOf(settings, workingDirectory);
        const explained = [
          ...entriesOf(code).map(renderEntryText),
          ...classesNamed(catalogues, code).map((entry) => renderClassText(describeClass(entry))),
        ];
        return explained.length > 0 ? explained.join('\n\n') : describeUnknown(code, catalogues);
      }),
    listCodes: ({ catalogue, status, group, cursor }) =>
      answerWith(options, { cursor }, (session, settings) => {
        const all = cataloguesOf(session, settings);
        const wanted = all.filter(({ id }) => catalogue === undefined || id === catalogue);
        if (wanted.length === 0) return noCatalogue(catalogue ?? '', all);
        const lists = wanted.flatMap((each) => listCodesOf(each, status, group));
        if (lists.length > 0) return lists.join('\n\n');
        const sought = [status && `the status ${shorten(status)}`, group && `the group ${shorten(group)}`].filter(Boolean);
        const groups = wanted.flatMap(({ groups: own }) => [...own.keys()]).join(', ');
        return `No code has ${sought.join(' and ')}. The groups are: ${groups === '' ? 'none' : withoutControls(groups)}.`;
      }),
    findHandlers: (code, cursor, signal) =>
      answerFromCode(cursor, signal, (all, mentions) => {
        const found = all.flatMap(({ catalogue, codes }) => {
          const own = codes.filter((each) => each.code === code).map((each) => describePlaces(catalogue, each, display));
          return [...own, ...describeClassPlaces(catalogue, code, mentions, display)];
        });
        return found.length > 0
          ? found.join('\n\n')
          : describeUnknown(
              code,
              all.map(({ catalogue }) => catalogue),
            );
      }),
    coverage: ({ catalogue, cursor }, signal) =>
      answerFromCode(
        { cursor },
        signal,
        (all) => {
          const shown = all.filter((each) => (catalogue === undefined ? isListed(each) : each.catalogue.id === catalogue));
          if (shown.length === 0)
            return `The code here names no error code of a catalogue; ${listIds(all.map((each) => each.catalogue))}.`;
          return shown.map((each) => renderCoverage(each, (uri) => display(fileOf(uri) ?? uri))).join('\n\n');
        },
        catalogue,
      ),
  };
}

function noCatalogue(id: string, all: readonly Catalogue[]): string {
  return `No catalogue has the id ${shorten(id)}; ${listIds(all)}.`;
}

function listIds(all: readonly Catalogue[]): string {
  return `there are ${all.map(({ id }) => id).join(', ') || 'none'}`;
}

function describeUnknown(code: string, catalogues: readonly Catalogue[]): string {
  const near = nearestOfAny(code, catalogues);
  const known = catalogues.map(({ title, codes }) => `${shorten(title)} (${count(codes.size, 'code')})`).join(', ');
  return `No catalogue has the error code ${shorten(code)}.${near === undefined ? '' : ` Did you mean ${near}?`} Known are: ${known}.`;
}

/** A heading and a line for each code; nothing where no code fits. */
function listCodesOf(catalogue: Catalogue, status: string | undefined, group: string | undefined): readonly string[] {
  const all = [...catalogue.codes.values()];
  const fitting = all.filter(
    ({ statuses, groups }) =>
      (status === undefined || fitsStatus(statuses.map(String), status)) && (group === undefined || groups.includes(group)),
  );
  if (fitting.length === 0) return [];
  const lines = fitting.map(({ code, name, statuses, cause, retry, retired, groups }) =>
    [
      name === undefined ? code : `${code} ${name}`,
      describeStatusWithReason(statuses),
      cause,
      ...(retry === undefined ? [] : [`retry: ${retry}`]),
      ...(groups.length === 0 ? [] : [`groups: ${groups.join(', ')}`]),
      ...(retired ? ['retired'] : []),
    ]
      .filter((part) => part !== '')
      .join(' · '),
  );
  const of = fitting.length === all.length ? '' : ` of ${all.length}`;
  return [[`${catalogue.title} (${catalogue.id}): ${fitting.length}${of} codes`, ...lines].map(withoutControls).join('\n')];
}

const roles = {
  handled: 'handled',
  caught: 'caught by its class',
  compared: 'compared',
  stubs: 'a stub that is not filled yet',
  named: 'only named',
} as const;

function describePlaces(catalogue: Catalogue, coverage: CodeCoverage, display: (file: string) => string): string {
  const places = (Object.keys(roles) as (keyof typeof roles)[]).flatMap((role) =>
    coverage[role].map(({ uri, range }) => `${placeOf(uri, range, display)} ${roles[role]}`),
  );
  const title = `${coverage.code} of ${catalogue.title}`;
  return [places.length === 0 ? `${title} is not handled.` : `${title}: ${count(places.length, 'place')}`, ...places]
    .map(withoutControls)
    .join('\n');
}

/** The clauses and tests that take the errors of a class. */
function describeClassPlaces(
  catalogue: Catalogue,
  name: string,
  mentions: ReadonlyMap<string, FileMentions>,
  display: (file: string) => string,
): readonly string[] {
  return classesNamed([catalogue], name).map(({ errorClass }) => {
    const places = [...mentions].flatMap(([uri, { caught }]) =>
      caught
        .filter((place) => place.catalogue === catalogue.id && place.name === errorClass.name)
        .map(({ range }) => `${placeOf(uri, range, display)} caught`),
    );
    const title = `The class ${errorClass.name} of ${catalogue.title} (it covers ${count(codesOfClass(catalogue, errorClass).size, 'code')})`;
    return [places.length === 0 ? `${title} is not caught.` : `${title}: ${count(places.length, 'place')}`, ...places]
      .map(withoutControls)
      .join('\n');
  });
}

function placeOf(uri: string, { start }: FileMentions['caught'][number]['range'], display: (file: string) => string): string {
  return `${display(fileOf(uri) ?? uri)}:${start.line + 1}:${start.character + 1}`;
}
