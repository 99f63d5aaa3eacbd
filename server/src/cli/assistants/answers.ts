import { liesIn } from '../../adapters/files/liesIn.ts';
import { isPrivateFile } from '../../adapters/files/isPrivateFile.ts';
import { pathFrom, resolveIn } from '../../adapters/files/pathInside.ts';
import { realPathOf } from '../../adapters/files/realPath.ts';
import { limits } from '../../service/limits.ts';
import { showOnOneLine } from '../../service/render/plainText.ts';
import { renderLine, renderLines } from '../../service/render/terminal.ts';
import type { Settings } from '../../service/settings/settings.ts';
import { type AnswerCursor, pageAnswer } from '../../shared/assistants/pageAnswer.ts';
import { type Problem, problemInSentence, showProblem } from '../../shared/problem.ts';
import { displayIn } from '../checking/checkFiles.ts';
import { type FolderReading, problemsOf } from '../checking/folderReading.ts';
import { createSession, type Session, type SessionOptions } from '../createSession.ts';
import type { Streams } from '../streams.ts';

/** Limits for the problems of settings and catalogues. */
const mostProblems = 50;
const mostOfProblem = 500;

export interface AnswerOptions extends Omit<SessionOptions, 'settings' | 'catalogues'> {
  /** The settings of the working directory, and the catalogues besides its own, as their files are now. Prints the problems. */
  read(streams: Streams): Promise<Pick<SessionOptions, 'settings' | 'catalogues'>>;
}

/** A question that is answered with the catalogues and settings of the working directory. @returns the whole answer */
export type Work = (session: Session, settings: Settings) => Promise<string> | string;

/**
 * Each answer is worked out from the files as they are then: an assistant may have changed them since the one before. The problems
 * of the settings and catalogues follow it.
 */
export async function answerWith(options: AnswerOptions, cursor: AnswerCursor, work: Work): Promise<string> {
  const problems: string[] = [];
  const streams = {
    ...options.streams,
    error(text: string) {
      problems.push(shorten(renderLine(text.trimEnd()), mostOfProblem));
      options.streams.error(text);
    },
  };
  await options.host.forgetFiles();
  const read = await options.read(streams);
  const session = await createSession({ ...options, ...read, streams });
  try {
    const text = pageAnswer(await work(session, read.settings), cursor);
    return renderLines([text, ...problems.slice(0, mostProblems)].join('\n'));
  } finally {
    session.dispose();
  }
}

/**
 * The files and folders that an assistant names, absolute. A model must not look into folders outside of the one that the user
 * opened, nor into files that hold keys by their names.
 * @param paths none: the working directory
 * @returns the refusal, for the assistant, when one of them must not be read
 */
export async function resolvePaths(paths: readonly string[], workingDirectory: string): Promise<readonly string[] | string> {
  const roots: string[] = [];
  for (const given of paths.length === 0 ? ['.'] : paths) {
    const root = resolveIn(workingDirectory, given);
    if (given.length > limits.path || !(await liesIn(root, workingDirectory)))
      return renderLine(`${shorten(given)} does not exist in the working directory, and nothing else is searched.`);
    if (isPrivateFile(pathFrom(workingDirectory, realPathOf(root))))
      return renderLine(`${shorten(given)} is not searched for an assistant: by its name it holds keys or passwords.`);
    roots.push(root);
  }
  return roots;
}

/** The files that were not read, a line each. */
export function listProblems(problems: readonly Problem[], reading: FolderReading): string {
  const display = displayIn(reading.folder);
  return [...problems, ...problemsOf(reading)]
    .map((problem) => showOnOneLine(`Not read: ${problemInSentence(showProblem(problem, display))}.`))
    .join('\n');
}

/** A text from outside in a sentence: on one line, and not all of it. */
export function shorten(text: string, most: number = limits.echo): string {
  return showOnOneLine(text.length > most ? `${text.slice(0, most)}…` : text);
}
