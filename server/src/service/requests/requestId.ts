/** The ids that a look-up is asked for, each once. A problem is a sentence that names the place. */
export interface RequestIds {
  readonly ids: readonly string[];
  readonly problems: readonly string[];
}

/** The most characters that an id may have. */
export const longestId = 1_000;

/** Reads a request id as a user gives it, without the space around it. */
export function readRequestId(given: string): RequestIds {
  const id = given.trim();
  if (id === '' || /[\r\n]/.test(id)) return { ids: [], problems: ['The request id is empty or has several lines.'] };
  if (id.length > longestId) return { ids: [], problems: [`The request id is longer than ${longestId} characters.`] };
  return { ids: [id], problems: [] };
}
