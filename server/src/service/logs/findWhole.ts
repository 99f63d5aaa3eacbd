import { createFindId, type IdPlace } from '../../shared/requestIds/findId.ts';
import { spellingsOf } from '../../shared/requestIds/requestIdSpellings.ts';
import { endsWithEscape } from './escapes.ts';

/** The first place where an id is a word of its own in a text, and not only a part of a longer word: `req-1` in `req-12`. */
export function findWhole(text: string, requestId: string): IdPlace | undefined {
  const find = createFindId(text, spellingsOf(requestId));
  for (let found = find(0); found; found = find(found.at + 1)) {
    const before = text.slice(Math.max(0, found.at - 32), found.at);
    // Half of a trace id, and one without its zeros.
    const begun = found.endsNumber ? before.replace(/(?<![\da-z])(?:[\da-f]{16}|0+)$/i, '') : before;
    if (/[A-Za-z0-9]/.test(text.charAt(found.end))) continue;
    if (!/[A-Za-z0-9]$/.test(begun) || endsWithEscape(begun)) return found;
  }
  return undefined;
}
