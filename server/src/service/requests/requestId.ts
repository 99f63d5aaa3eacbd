import * as l10n from '@vscode/l10n';
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
  if (ids.length === 0) return { ids: [], problems: [l10n.t('The request id is empty.')] };
  if (ids.some((id) => /[\r\n]/.test(id))) return { ids: [], problems: [l10n.t('There is no request id in the text.')] };
  if (ids.some((id) => id.length > longestRequestId))
    return { ids: [], problems: [l10n.t('The request id is longer than {0} characters.', longestRequestId)] };
  return { ids, problems: [] };
}
