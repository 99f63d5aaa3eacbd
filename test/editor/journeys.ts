/**
 * The ways that people go with the extension, from end to end, each in a real editor. A suite names the journey that it is a part of;
 * `test/unit/manifest/journeys.test.ts` fails when a journey has none.
 */
export const journeys = {
  firstMinute: 'The first minute',
  wizard: 'Error codes of one’s own API, out of a page, an OpenAPI document or a table that was copied',
  code: 'Hover, completion, fixes and undo in two languages',
  findings: 'Problems, the line over a switch and the status',
  view: 'The Error Codes view by the keyboard',
  lookUp: 'A request, looked up: from the palette, a log, a terminal and the clipboard, as a table and a report',
  summary: 'The summary of a log',
  settings: 'Settings',
  restricted: 'A folder that is not trusted',
  largeLog: 'A log above 50 MB',
  answers: 'An answer with an error, pasted or in an `.http` file',
  documents: 'Codes in Markdown and YAML',
  notebook: 'Codes in a notebook',
  navigation: 'Definition, peek and rename',
  accessibility: 'Names and roles for screen readers',
  german: 'The extension in German',
  languageModelTools: 'Tools for assistants',
} as const;

/** A suite of one journey. @param part says which part of it, or where */
export function journey(name: keyof typeof journeys, part: string, tests: (this: Mocha.Suite) => void): void {
  describe(`${journeys[name]}: ${part}`, tests);
}
