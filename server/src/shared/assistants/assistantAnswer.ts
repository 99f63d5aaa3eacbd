import { showUnseen } from '../showUnseen.ts';
import { count } from '../count.ts';
import { describeProblem, type Problem } from '../problem.ts';

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

/**
 * The sentences about records of a look-up that are not in its report.
 * @param total of the records where more were found than are kept; absent where it is not known
 */
export function describeLeftOut({
  truncated,
  total,
  outside,
}: {
  readonly truncated: boolean;
  readonly total?: number | undefined;
  readonly outside: number;
}): readonly string[] {
  const all = total === undefined ? 'There are more records than are kept' : `There are ${total} records`;
  return [
    ...(truncated ? [`${all}; the first, the last and those that failed are here.`] : []),
    ...(outside > 0 ? [`${count(outside, 'record')} outside of the time window ${outside === 1 ? 'is' : 'are'} left out.`] : []),
  ];
}
