import { endsWithEscape } from './escapes.ts';

/** Whether a text is a UUID. */
export function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(text);
}

/** The same for all spellings of an id. */
export function requestKeyOf(requestId: string): string {
  // Most have no capitals.
  return requestId.length === 36 && /[A-F]/.test(requestId) && isUuid(requestId) ? requestId.toLowerCase() : requestId;
}

/** Whether an id stands in a text by itself, and not only as a part of a longer word: `req-1` in `req-12`. */
export function standsWhole(text: string, requestId: string): boolean {
  return spellingsOf(requestId).some((spelling) => {
    for (let at = text.indexOf(spelling); at >= 0; at = text.indexOf(spelling, at + 1)) {
      const before = text.slice(Math.max(0, at - 32), at);
      const after = text.charAt(at + spelling.length);
      if (!/[A-Za-z0-9]/.test(after) && (!/[A-Za-z0-9]$/.test(before) || endsWithEscape(before))) return true;
    }
    return false;
  });
}

/**
 * How logs write an id: as it is, and a UUID also in lower and in upper case, others also as JSON has them, with backslashes
 * before quotes. One program hands it to the next, and each writes it in its own way.
 */
export function spellingsOf(requestId: string): readonly string[] {
  const others = isUuid(requestId)
    ? [requestId.toLowerCase(), requestId.toUpperCase()]
    : [JSON.stringify(requestId).slice(1, -1)];
  return [...new Set([requestId, ...others])];
}
