import { isPrivateFile } from '../../adapters/files/isPrivateFile.ts';
import { pathFrom } from '../../adapters/files/pathInside.ts';
import { summariseLogs } from '../../adapters/logReading/summariseLogs.ts';
import { lookUp } from '../../requests/lookUp.ts';
import { createZoneOf } from '../../service/logs/assumedZones.ts';
import { createLogRecogniser } from '../../service/logs/logRecogniser.ts';
import { createBoundedPattern } from '../../service/matching/boundedPattern.ts';
import { redactText } from '../../service/redaction/redaction.ts';
import { renderLine } from '../../service/render/terminal.ts';
import type { EngineUse } from '../../service/requests/logSearch.ts';
import { describeAsked, joinRequests } from '../../service/requests/lookup.ts';
import { readRequestIds } from '../../service/requests/requestId.ts';
import { reportOn } from '../../service/requests/supportReport.ts';
import type { Settings } from '../../service/settings/settings.ts';
import { renderLogSummaryMarkdown } from '../../service/summary/logSummaryMarkdown.ts';
import { answerAssistant } from '../../shared/assistantAnswer.ts';
import { count } from '../../shared/count.ts';
import { looksLikeRequestId } from '../../shared/looksLikeRequestId.ts';
import type { AnswerCursor } from '../../shared/pageAnswer.ts';
import { describeProblem } from '../../shared/problem.ts';
import { withoutUndefined } from '../../shared/withoutUndefined.ts';
import { displayIn } from '../checking/checkFiles.ts';
import type { Session } from '../createSession.ts';
import { isEmptyTime, readMoment, type TimeWindow } from '../moments.ts';
import { type AnswerOptions, answerWith, resolvePaths, shorten } from './answers.ts';

/** Which logs are read. */
export interface LogQuestion extends AnswerCursor {
  /** Files and folders within the working directory; none: all of it. */
  readonly paths?: readonly string[] | undefined;
  /** Times as the options of the command line have them: ISO 8601, or `2h` for two hours ago. */
  readonly since?: string | undefined;
  readonly until?: string | undefined;
}

export interface LogToolOptions extends AnswerOptions {
  /** The log engines that look-ups ask, too. */
  readonly engines: readonly EngineUse[];
}

/** The tools about logs. Keys, tokens and addresses are taken out of their answers. */
export interface LogTools {
  /** The support report of a request. */
  lookUp(requestId: string, question: LogQuestion, signal: AbortSignal): Promise<string>;
  /** Codes over time, failing and slow requests, unknown codes. */
  summarise(question: LogQuestion, signal: AbortSignal): Promise<string>;
}

const mostRecords = 200;

export function createLogTools(options: LogToolOptions): LogTools {
  const { workingDirectory, host } = options;
  const leavesOut = (file: string): boolean => isPrivateFile(pathFrom(workingDirectory, file));
  const recogniserOf = ({ facts }: Session, settings: Settings) =>
    createLogRecogniser(facts.setOf(settings, workingDirectory).catalogues, createBoundedPattern);

  return {
    async lookUp(requestId, question, signal) {
      const { ids } = readRequestIds(requestId);
      if (ids.length === 0 || !ids.every(looksLikeRequestId))
        return renderLine(`${shorten(requestId)} is not searched: a request id is one word with digits and letters in it.`);
      const window = readWindow(question);
      const roots = await resolvePaths(question.paths ?? [], workingDirectory);
      if (typeof roots === 'string') return roots;
      if (typeof window === 'string') return window;
      return answerWith(options, question, async (session, settings) => {
        const recogniser = recogniserOf(session, settings);
        const lookup = await lookUp(
          {
            requestIds: ids,
            roots,
            openDocuments: [],
            globs: settings.logFiles,
            zoneOf: createZoneOf(settings.assumedZones),
            leavesOut,
            engines: options.engines,
            recogniser: () => Promise.resolve(recogniser),
            maxRecords: mostRecords,
            displayPath: displayIn(workingDirectory),
            ...window,
            signal,
          },
          host.lookup,
        );
        const found = joinRequests(lookup.requests);
        const report = found && (await reportOn(found, recogniser, redactionOf(settings)));
        const outside = found?.outside ?? 0;
        return answerAssistant({
          requestId: ids.join(', '),
          report: report?.markdown,
          files: lookup.files,
          asked: describeAsked(lookup),
          notes: [
            ...(found?.truncated === true
              ? [`There are ${found.total} records; the first, the last and those that failed are here.`]
              : []),
            ...(outside > 0
              ? [`${count(outside, 'record')} outside of the time window ${outside === 1 ? 'is' : 'are'} left out.`]
              : []),
          ],
          skipped: lookup.skipped,
        });
      });
    },
    async summarise(question, signal) {
      const window = readWindow(question);
      const roots = await resolvePaths(question.paths ?? [], workingDirectory);
      if (typeof roots === 'string') return roots;
      if (typeof window === 'string') return window;
      return answerWith(options, question, async (session, settings) => {
        const recogniser = recogniserOf(session, settings);
        const summary = await summariseLogs({
          roots,
          openDocuments: [],
          globs: settings.logFiles,
          zoneOf: createZoneOf(settings.assumedZones),
          leavesOut,
          recogniser,
          now: Date.now(),
          displayPath: displayIn(workingDirectory),
          ...window,
          signal,
        });
        const skipped = summary.skipped.map((problem) => renderLine(`Not read: ${describeProblem(problem)}`));
        if (summary.files === 0) return ['There are no log files here.', ...skipped].join('\n');
        // Paths of requests may have tokens in them.
        const { text } = await redactText(renderLogSummaryMarkdown('Summary of logs', summary), {
          ...redactionOf(settings),
          catalogues: recogniser.catalogues,
          keep: [...summary.failing, ...summary.slowest].map(({ requestId }) => requestId),
        });
        return text;
      });
    },
  };

  function redactionOf(settings: Settings) {
    return { findSecrets: host.lookup.findSecrets, keepKinds: settings.keptPersonalData };
  }
}

/** @returns what is wrong with the times, for the assistant */
function readWindow({ since, until }: LogQuestion): TimeWindow | string {
  const window: { since?: number; until?: number } = {};
  for (const [name, given] of Object.entries(withoutUndefined({ since, until }))) {
    try {
      window[name as 'since' | 'until'] = readMoment(given);
    } catch (error) {
      return renderLine(`${name}: ${shorten(given)} is not understood. ${error instanceof Error ? error.message : ''}`);
    }
  }
  return isEmptyTime(window) ? 'since must be earlier than until.' : window;
}
