/**
 * A value as JSON of several lines, with a line break at its end. Invisible characters and those that control a terminal are
 * written by their numbers: a reader of JSON gets the same texts.
 */
export function renderJson(value: unknown): string {
  return `${escapeUnseen(JSON.stringify(value, undefined, 2))}\n`;
}

/** The same on one line and without the line break. */
export function renderJsonLine(value: unknown): string {
  return escapeUnseen(JSON.stringify(value));
}

function escapeUnseen(json: string): string {
  return json.replace(
    /[\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffc]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]|\udb40[\udc00-\udfff]/g,
    (character) =>
      character
        .split('')
        .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
        .join(''),
  );
}
