import * as l10n from '@vscode/l10n';

/** The part of a command's help that its options do not say. */
export interface HelpText {
  /** Lines to type, each with the reason for it. */
  readonly examples: readonly (readonly [line: string, about: string])[];
  /** By exit code. */
  readonly exits: readonly (readonly [code: number, meaning: string])[];
}

const wrongUsage = (): HelpText['exits'][number] => [2, l10n.t('wrong usage, or something could not be read or written')];
const done = (): HelpText['exits'][number] => [0, l10n.t('done')];

/** By the names of commands, those of subcommands after their command's; the empty name is the program's. */
export const helpTexts: Readonly<Record<string, () => HelpText>> = {
  '': () => ({
    examples: [
      ['api-error-codes check', l10n.t('check the code of this folder')],
      ['api-error-codes explain INSUFFICIENT_CREDITS', l10n.t('read what a code means')],
      ['api-error-codes lookup 3f8e2a94-6b1d-4c57-9e20-d4a7b85c1f36', l10n.t('every log record of a request')],
      ['api-error-codes init', l10n.t('begin with a configuration file and a check in CI')],
    ],
    exits: [done(), [1, l10n.t('something was found, or was not there: see the help of each command')], wrongUsage()],
  }),
  check: () => ({
    examples: [
      ['api-error-codes check src', l10n.t('check a folder')],
      ['api-error-codes check --changed-since origin/main', l10n.t('check what a branch has changed')],
      ['api-error-codes check --format sarif --out codes.sarif', l10n.t('write a report for other tools')],
      ['api-error-codes check --baseline known.json --update-baseline', l10n.t('accept what there is today')],
    ],
    exits: [[0, l10n.t('nothing as severe as --fail-on')], [1, l10n.t('findings')], wrongUsage()],
  }),
  explain: () => ({
    examples: [
      ['api-error-codes explain INSUFFICIENT_CREDITS', l10n.t('read what a code means')],
      ['api-error-codes explain NOT_FOUND CONFLICT --format json', l10n.t('several codes, for other tools')],
    ],
    exits: [[0, l10n.t('every code was found')], [1, l10n.t('a code is in no catalogue')], wrongUsage()],
  }),
  coverage: () => ({
    examples: [
      ['api-error-codes coverage', l10n.t('which codes are handled, and where')],
      ['api-error-codes coverage --fail-under 80', l10n.t('fail when fewer are handled')],
      ['api-error-codes coverage --format html --out codes.html', l10n.t('write a page')],
    ],
    exits: [done(), [1, l10n.t('less is handled than --fail-under asks for')], wrongUsage()],
  }),
  lookup: () => ({
    examples: [
      ['api-error-codes lookup 3f8e2a94-6b1d-4c57-9e20-d4a7b85c1f36', l10n.t('search the logs of this folder')],
      ['kubectl logs api-0 | api-error-codes lookup req_4711 -', l10n.t('search what a command prints')],
      ['api-error-codes lookup req_4711 -C 5 /var/log', l10n.t('with the lines around each record')],
    ],
    exits: [[0, l10n.t('records were found')], [1, l10n.t('no record of an id was found')], wrongUsage()],
  }),
  logs: () => ({
    examples: [
      ['api-error-codes logs', l10n.t('sum the logs of this folder up')],
      ['api-error-codes logs app.log --since 2h', l10n.t('only the last two hours')],
      ['api-error-codes logs app.log --format jsonl', l10n.t('each record as a line of JSON')],
    ],
    exits: [done(), [2, l10n.t('wrong usage, no logs, or something could not be read')]],
  }),
  catalogue: () => ({
    examples: [
      ['api-error-codes catalogue list', l10n.t('which catalogues are in use here')],
      ['api-error-codes catalogue validate my-api.error-codes.yaml', l10n.t('what is wrong in a file')],
    ],
    exits: [done(), [1, l10n.t('something was found: see the help of each command')], wrongUsage()],
  }),
  'catalogue list': () => ({
    examples: [['api-error-codes catalogue list --format json', l10n.t('for other tools')]],
    exits: [done(), wrongUsage()],
  }),
  'catalogue validate': () => ({
    examples: [['api-error-codes catalogue validate docs/errors.md', l10n.t('what can be read of a page')]],
    exits: [[0, l10n.t('nothing is wrong')], [1, l10n.t('something is wrong')], wrongUsage()],
  }),
  'catalogue diff': () => ({
    examples: [
      ['api-error-codes catalogue diff my-api.error-codes.yaml docs/errors.md', l10n.t('what the page has that the file lacks')],
      ['api-error-codes catalogue diff my-api.error-codes.yaml docs/errors.md --apply', l10n.t('bring the file up to the page')],
    ],
    exits: [[0, l10n.t('no difference that --fail-on names')], [1, l10n.t('such a difference')], wrongUsage()],
  }),
  import: () => ({
    examples: [
      ['api-error-codes import docs/errors.md --out my-api.error-codes.yaml', l10n.t('a catalogue out of a page')],
      ['api-error-codes import openapi.yaml --host api.example.com', l10n.t('out of an OpenAPI document')],
    ],
    exits: [[0, l10n.t('codes were found')], [1, l10n.t('no code was found')], wrongUsage()],
  }),
  generate: () => ({
    examples: [
      ['api-error-codes generate typescript my-api.error-codes.yaml --out src/codes.ts', l10n.t('types for a program')],
      ['api-error-codes generate python --id pikzels', l10n.t('those of a built-in catalogue')],
    ],
    exits: [done(), [1, l10n.t('with --check: the file would change')], wrongUsage()],
  }),
  init: () => ({
    examples: [
      ['api-error-codes init', l10n.t('write a configuration file and a check for CI')],
      ['api-error-codes init --dry-run', l10n.t('only show what would be written')],
    ],
    exits: [[0, l10n.t('written, or all files are there already')], wrongUsage()],
  }),
  completion: () => ({
    examples: [
      ['source <(api-error-codes completion bash)', l10n.t('in ~/.bashrc')],
      ['api-error-codes completion zsh > "${fpath[1]}/_api-error-codes"', l10n.t('for zsh')],
      ['api-error-codes completion fish > ~/.config/fish/completions/api-error-codes.fish', l10n.t('for fish')],
    ],
    exits: [done(), wrongUsage()],
  }),
  lsp: () => ({
    examples: [['api-error-codes lsp --stdio', l10n.t('the command that an editor is given')]],
    exits: [[0, l10n.t('the editor ended it')], [1, l10n.t('the editor went away')], wrongUsage()],
  }),
  mcp: () => ({
    examples: [['api-error-codes mcp', l10n.t('the command that an assistant is given')]],
    exits: [[0, l10n.t('the assistant ended it')], wrongUsage()],
  }),
};

/** The text after a command's options. */
export function renderHelpText({ examples, exits }: HelpText): string {
  const lines = examples.flatMap(([line, about]) => [`  # ${about}`, `  ${line}`]);
  const codes = exits.map(([code, meaning]) => `  ${code}  ${meaning}`);
  return ['', l10n.t('Examples:'), ...lines, '', l10n.t('Exit codes:'), ...codes].join('\n');
}
