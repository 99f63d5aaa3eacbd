/** Whether a text is a UUID. */
export function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(text);
}

/**
 * How logs write an id: as it is, and a UUID also in lower and in upper case. One program hands it to the next, and each writes
 * it in its own way.
 */
export function spellingsOf(requestId: string): readonly string[] {
  return isUuid(requestId) ? [...new Set([requestId, requestId.toLowerCase(), requestId.toUpperCase()])] : [requestId];
}
