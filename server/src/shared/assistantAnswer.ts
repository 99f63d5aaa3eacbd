import { showUnseen } from './showUnseen.ts';
import { count } from './count.ts';
import { describeProblem, type Problem } from './problem.ts';

/** A look-up of one request id, for the answer to an assistant. */
export interface AssistantLookup {
  readonly requestId: string;
  /** The support report; undefined or empty when no record contains the id. */
  readonly report: string | undefined;
  /** How many files were searched. */
  readonly files: number;
  /** The log engines that were asked, with a comma in front of each. */
  readonly asked: string;
  /** Said behind the report, or where nothing was found. */
  readonly notes: readonly string[];
  readonly skipped: readonly Problem[];
}

/** The answer of a look-up to an assistant: the report or where nothing was found, and what was not searched. */
export function answerAssistant({ requestId, report, files, asked, notes, skipped }: AssistantLookup): string {
  const searched = `${count(files, 'file')}${asked} ${files === 1 && asked === '' ? 'was' : 'were'} searched`;
  const found = report ? report : `No log record contains ${requestId}; ${searched}.`;
  return [
    found,
    ...notes,
    ...skipped.map((problem) => showUnseen(`Not searched: ${describeProblem(problem).replace(/[\t\n\r]+/g, ' ')}`)),
  ].join('\n');
}
