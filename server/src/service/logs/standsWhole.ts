import { createFindId, spellingsOf } from '../../shared/requestIdSpellings.ts';
import { endsWithEscape } from './escapes.ts';

/** Whether an id is a word of its own in a text, and not only a part of a longer word: `req-1` in `req-12`. */
export function standsWhole(text: string, requestId: string): boolean {
  const find = createFindId(text, spellingsOf(requestId));
  for (let found = find(0); found; found = find(found.at + 1)) {
    const before = text.slice(Math.max(0, found.at - 32), found.at);
    const after = text.charAt(found.end);
    if (!/[A-Za-z0-9]/.test(after) && (!/[A-Za-z0-9]$/.test(before) || endsWithEscape(before))) return true;
  }
  return false;
}
