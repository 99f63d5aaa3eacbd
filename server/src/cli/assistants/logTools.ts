import { isPrivateFile } from '../../adapters/files/isPrivateFile.ts';
import { pathFrom } from '../../adapters/files/pathInside.ts';
import { summariseLogs } from '../../adapters/logReading/summariseLogs.ts';
import { lookUp } from '../../requests/lookUp.ts';
import { createZoneOf } from '../../service/logs/times/assumedZones.ts';
import { createLogRecogniser } from '../../service/logs/logRecogniser.ts';
import { createBoundedPattern } from '../../service/matching/boundedPattern.ts';
import { renderLine } from '../../service/render/terminal.ts';
import type { EngineUse } from '../../service/requests/logSearch.ts';
import { describeAsked, joinRequests } from '../../service/requests/lookup.ts';
import { readRequestIds } from '../../service/requests/requestId.ts';
import { reportOn } from '../../service/requests/supportReport.ts';
import type { Settings } from '../../service/settings/settings.ts';
import { readTimeWindow } from '../../shared/timeWindow.ts';
import { summariseForAssistant } from '../../service/summary/assistantSummary.ts';
import { answerAssistant, describeLeftOut } from '../../shared/assistants/assistantAnswer.ts';
import { looksLikeRequestId } from '../../shared/requestIds/looksLikeRequestId.ts';
import type { AnswerCursor } from '../../shared/assistants/pageAnswer.ts';
import { displayIn } from '../checking/checkFiles.ts';
import type { Session } from '../createSession.ts';
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
      const window = readTimeWindow(question);
      const roots = await resolvePaths(question.paths ?? [], workingDirectory);
      if (typeof roots === 'string') return roots;
      if (typeof window === 'string') return renderLine(window);
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
        return answerAssistant({
          requestId: ids.join(', '),
          report: report?.markdown,
          files: lookup.files,
          asked: describeAsked(lookup),
          notes: describeLeftOut({ truncated: found?.truncated === true, total: found?.total, outside: found?.outside ?? 0 }),
          skipped: lookup.skipped,
        });
      });
    },
    async summarise(question, signal) {
      const window = readTimeWindow(question);
      const roots = await resolvePaths(question.paths ?? [], workingDirectory);
      if (typeof roots === 'string') return roots;
      if (typeof window === 'string') return renderLine(window);
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
        return summariseForAssistant(summary, { ...redactionOf(settings), catalogues: recogniser.catalogues });
      });
    },
  };

  function redactionOf(settings: Settings) {
    return { findSecrets: host.lookup.findSecrets, keepKinds: settings.keptPersonalData };
  }
}
