import { isPrivateFile } from '../adapters/files/isPrivateFile.ts';
import { liesIn } from '../adapters/files/liesIn.ts';
import { fileOf } from '../adapters/files/fileAddress.ts';
import { realPathOf } from '../adapters/files/realPath.ts';
import { pathFrom, resolveIn } from '../adapters/files/pathInside.ts';
import { lookUp } from '../requests/lookUp.ts';
import { describeAsked, joinRequests } from '../service/requests/lookup.ts';
import { readRequestIds } from '../service/requests/requestId.ts';
import { answerAssistant } from '../shared/assistantAnswer.ts';
import { limits } from '../service/limits.ts';
import { createZoneOf } from '../service/logs/assumedZones.ts';
import { createLogRecogniser } from '../service/logs/logRecogniser.ts';
import type { EngineUse } from '../service/requests/logSearch.ts';
import { looksLikeRequestId } from '../shared/looksLikeRequestId.ts';
import { classesNamed } from '../service/catalogue/classesNamed.ts';
import { describeClass } from '../service/catalogue/describeClass.ts';
import { renderClassText } from '../service/render/classText.ts';
import { createBoundedPattern } from '../service/matching/boundedPattern.ts';
import { nearestOfAny } from '../service/mentions/nearMisses.ts';
import { renderEntryText, showOnOneLine } from '../service/render/plainText.ts';
import { reportOn } from '../service/requests/supportReport.ts';
import type { Settings } from '../service/settings/settings.ts';
import { coverageOf, isListed } from '../service/workspace/coverage.ts';
import { renderCoverage } from '../service/workspace/coverageMarkdown.ts';
import { displayIn } from './checking/checkFiles.ts';
import { collectFiles } from './checking/collectFiles.ts';
import { type FolderReading, problemsOf } from './checking/folderReading.ts';
import { problemInSentence, showProblem } from '../shared/problem.ts';
import { count } from '../shared/count.ts';
import { createSession, type Session, type SessionOptions } from './createSession.ts';
import type { Streams } from './streams.ts';
import { renderLine, renderLines } from '../service/render/terminal.ts';

/** The tools of an assistant. Every answer is text; it includes the problems. */
export interface AssistantTools {
  explainErrorCode(code: string): Promise<string>;
  /** The support report of a request, with keys, tokens and addresses taken out. @param paths within the working directory */
  lookUpRequestId(requestId: string, paths: readonly string[], signal: AbortSignal): Promise<string>;
  /** @param catalogue id; absent: every catalogue */
  coverage(catalogue: string | undefined, signal: AbortSignal): Promise<string>;
}

const mostRecords = 200;
/** Limits for the problems of settings and catalogues. */
const mostProblems = 50;
const mostOfProblem = 500;

export interface AssistantOptions extends Omit<SessionOptions, 'settings' | 'catalogues'> {
  /** The settings of the working directory, and the catalogues besides its own, as their files are now. Prints the problems. */
  read(streams: Streams): Promise<Pick<SessionOptions, 'settings' | 'catalogues'>>;
  /** The log engines that look-ups ask, too. */
  readonly engines: readonly EngineUse[];
}

/** Each answer is worked out from the files as they are then: an assistant may have changed them since the one before. */
export function createAssistantTools(options: AssistantOptions): AssistantTools {
  const { workingDirectory, host } = options;
  /** An answer, followed by the problems of the settings and catalogues that it was worked out with. */
  const answer = async (work: (session: Session, settings: Settings) => Promise<string> | string): Promise<string> => {
    const problems: string[] = [];
    const streams = {
      ...options.streams,
      error(text: string) {
        problems.push(shorten(renderLine(text.trimEnd()), mostOfProblem));
        options.streams.error(text);
      },
    };
    host.forgetFiles();
    const read = await options.read(streams);
    const session = await createSession({ ...options, ...read, streams });
    try {
      const text = await work(session, read.settings);
      const cut = text.slice(0, limits.answer);
      const isWhole = cut.length === text.length;
      const left = `The answer is longer than ${limits.answer} characters, and the rest is left out.`;
      return renderLines([cut, ...(isWhole ? [] : [left]), ...problems.slice(0, mostProblems)].join('\n'));
    } finally {
      session.dispose();
    }
  };
  return {
    explainErrorCode: (code) =>
      answer(({ facts }, settings) => {
        const set = facts.setOf(settings, workingDirectory);
        const entries = set.entriesOf(code);
        const explained = [
          ...entries.map(renderEntryText),
          ...classesNamed(set.catalogues, code).map((entry) => renderClassText(describeClass(entry))),
        ];
        if (explained.length > 0) return explained.join('\n\n');
        const near = nearestOfAny(code, set.catalogues);
        const known = set.catalogues
          .map(({ title, codes }) => `${showOnOneLine(title)} (${count(codes.size, 'code')})`)
          .join(', ');
        return `No catalogue has the error code ${shorten(code)}.${near === undefined ? '' : ` Did you mean ${near}?`} Known are: ${known}.`;
      }),
    async lookUpRequestId(requestId, paths, signal) {
      const { ids } = readRequestIds(requestId);
      if (ids.length === 0 || !ids.every(looksLikeRequestId))
        return renderLine(`${shorten(requestId)} is not searched: a request id is one word with digits and letters in it.`);
      const roots: string[] = [];
      for (const given of paths.length === 0 ? ['.'] : paths) {
        const root = resolveIn(workingDirectory, given);
        // A model must not look into folders outside of the one that the user opened.
        if (given.length > limits.path || !(await liesIn(root, workingDirectory)))
          return renderLine(`${shorten(given)} does not exist in the working directory, and nothing else is searched.`);
        if (isPrivateFile(pathFrom(workingDirectory, realPathOf(root))))
          return renderLine(`${shorten(given)} is not searched for an assistant: by its name it holds keys or passwords.`);
        roots.push(root);
      }
      return answer(async ({ facts }, settings) => {
        const recogniser = createLogRecogniser(facts.setOf(settings, workingDirectory).catalogues, createBoundedPattern);
        const lookup = await lookUp(
          {
            requestIds: ids,
            roots,
            openDocuments: [],
            globs: settings.logFiles,
            zoneOf: createZoneOf(settings.assumedZones),
            leavesOut: (file) => isPrivateFile(pathFrom(workingDirectory, file)),
            engines: options.engines,
            recogniser: () => Promise.resolve(recogniser),
            maxRecords: mostRecords,
            displayPath: displayIn(workingDirectory),
            signal,
          },
          host.lookup,
        );
        const found = joinRequests(lookup.requests);
        const { findSecrets } = host.lookup;
        const report = found && (await reportOn(found, recogniser, { findSecrets, keepKinds: settings.keptPersonalData }));
        return answerAssistant({
          requestId: ids.join(', '),
          report: report?.markdown,
          files: lookup.files,
          asked: describeAsked(lookup),
          notes:
            found?.truncated === true
              ? [`There are ${found.total} records; the first, the last and those that failed are here.`]
              : [],
          skipped: lookup.skipped,
        });
      });
    },
    coverage: (catalogue, signal) =>
      answer(async (session, settings) => {
        const ripgrep = host.ripgrepPath();
        if (ripgrep === undefined) return 'The files cannot be searched: ripgrep is missing.';
        const reading: FolderReading = { session, settings, ripgrep, signal, folder: workingDirectory, failures: new Set() };
        const { mentions, problems } = await collectFiles(reading, [workingDirectory], false);
        const all = coverageOf(session.facts.setOf(settings, workingDirectory).catalogues, mentions);
        const wanted = all.filter((each) => (catalogue === undefined ? isListed(each) : each.catalogue.id === catalogue));
        if (wanted.length === 0) {
          const known = `there are ${all.map(({ catalogue: { id } }) => id).join(', ') || 'none'}`;
          return catalogue === undefined
            ? `The code here names no error code of a catalogue; ${known}.`
            : `No catalogue has the id ${shorten(catalogue)}; ${known}.`;
        }
        const display = displayIn(workingDirectory);
        const tables = wanted.map((each) => renderCoverage(each, (uri) => display(fileOf(uri) ?? uri)));
        const left = [...problems, ...problemsOf(reading)].map((problem) =>
          showOnOneLine(`Not read: ${problemInSentence(showProblem(problem, display))}.`),
        );
        return [...tables, ...(left.length > 0 ? [left.join('\n')] : [])].join('\n\n');
      }),
  };
}

/** A text from outside in a sentence: on one line, and not all of it. */
function shorten(text: string, most: number = limits.echo): string {
  return showOnOneLine(text.length > most ? `${text.slice(0, most)}…` : text);
}
