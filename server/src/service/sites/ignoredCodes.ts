import { onceFor } from '../../shared/onceFor.ts';
import type { Catalogue, ErrorCode } from '../types.ts';
import { matchesStatus } from './requiredCodes.ts';

/**
 * The codes of a catalogue that words name: codes, globs (`LEGACY_*`), groups, and statuses (`503`, `5xx`). The same set each
 * time.
 */
export function codesNamedBy(words: ReadonlySet<string>, catalogue: Catalogue): ReadonlySet<string> {
  return namedBy(words)(catalogue);
}

const namedBy = onceFor((words: ReadonlySet<string>) =>
  onceFor(({ codes }: Catalogue): ReadonlySet<string> => {
    const further = [...words].filter((word) => !codes.has(word));
    const isNamed = (entry: ErrorCode): boolean => words.has(entry.code) || further.some((word) => names(word, entry));
    return new Set([...codes.values()].filter(isNamed).map(({ code }) => code));
  }),
);

/** Whether a word that is no code names one: by its group, its status or a glob. */
function names(word: string, { code, groups, statuses }: ErrorCode): boolean {
  return groups.includes(word) || matchesStatus(word, statuses) || (word.includes('*') && matchesGlob(word, code));
}

/** Whether a text has the pieces between a glob's stars in their order. */
function matchesGlob(glob: string, text: string): boolean {
  const [first = '', ...pieces] = glob.split('*');
  const last = pieces.pop() ?? '';
  if (!text.startsWith(first) || text.length < first.length + last.length || !text.endsWith(last)) return false;
  let at = first.length;
  for (const piece of pieces) {
    const found = text.indexOf(piece, at);
    if (found === -1 || found + piece.length > text.length - last.length) return false;
    at = found + piece.length;
  }
  return true;
}
