import { readPastedIds } from '../../shared/requestIds/pastedIds.ts';
import { longestRequestId } from '../../shared/requestIds/requestIdSpellings.ts';

/** The ids that a look-up is asked for, each once. A problem is a sentence that names the place. */
export interface RequestIds {
  readonly ids: readonly string[];
  readonly problems: readonly string[];
}

/** Reads the request ids in a text as a user gives it: typed, or copied from somewhere. */
export function readRequestIds(given: string): RequestIds {
  const ids = readPastedIds(given);
  if (ids.length === 0) return { ids: [], problems: ['The request id is empty.'] };
  if (ids.some((id) => /[\r\n]/.test(id))) return { ids: [], problems: ['There is no request id in the text.'] };
  if (ids.some((id) => id.length > longestRequestId))
    return { ids: [], problems: [`The request id is longer than ${longestRequestId} characters.`] };
  return { ids, problems: [] };
}
