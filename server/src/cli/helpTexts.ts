/** The part of a command's help that its options do not say. */
export interface HelpText {
  /** Lines to type, each with the reason for it. */
  readonly examples: readonly (readonly [line: string, about: string])[];
  /** By exit code. */
  readonly exits: readonly (readonly [code: number, meaning: string])[];
}

const wrongUsage = [2, 'wrong usage, or something could not be read or written'] as const;
const done = [0, 'done'] as const;

/** By the names of commands, those of subcommands after their command's; the empty name is the program's. */
export const helpTexts: Readonly<Record<string, HelpText>> = {
  '': {
    examples: [
      ['api-error-codes check', 'check the code of this folder'],
      ['api-error-codes explain INSUFFICIENT_CREDITS', 'read what a code means'],
      ['api-error-codes lookup 3f8e2a94-6b1d-4c57-9e20-d4a7b85c1f36', 'every log record of a request'],
      ['api-error-codes init', 'begin with a configuration file and a check in CI'],
    ],
    exits: [done, [1, 'something was found, or was not there: see the help of each command'], wrongUsage],
  },
  check: {
    examples: [
      ['api-error-codes check src', 'check a folder'],
      ['api-error-codes check --changed-since origin/main', 'check what a branch has changed'],
      ['api-error-codes check --format sarif --out codes.sarif', 'write a report for other tools'],
      ['api-error-codes check --baseline known.json --update-baseline', 'accept what there is today'],
    ],
    exits: [[0, 'nothing as severe as --fail-on'], [1, 'findings'], wrongUsage],
  },
  explain: {
    examples: [
      ['api-error-codes explain INSUFFICIENT_CREDITS', 'read what a code means'],
      ['api-error-codes explain NOT_FOUND CONFLICT --format json', 'several codes, for other tools'],
    ],
    exits: [[0, 'every code was found'], [1, 'a code is in no catalogue'], wrongUsage],
  },
  coverage: {
    examples: [
      ['api-error-codes coverage', 'which codes are handled, and where'],
      ['api-error-codes coverage --fail-under 80', 'fail when fewer are handled'],
      ['api-error-codes coverage --format html --out codes.html', 'write a page'],
    ],
    exits: [done, [1, 'less is handled than --fail-under asks for'], wrongUsage],
  },
  lookup: {
    examples: [
      ['api-error-codes lookup 3f8e2a94-6b1d-4c57-9e20-d4a7b85c1f36', 'search the logs of this folder'],
      ['kubectl logs api-0 | api-error-codes lookup req_4711 -', 'search what a command prints'],
      ['api-error-codes lookup req_4711 -C 5 /var/log', 'with the lines around each record'],
    ],
    exits: [[0, 'records were found'], [1, 'no record of an id was found'], wrongUsage],
  },
  logs: {
    examples: [
      ['api-error-codes logs', 'sum the logs of this folder up'],
      ['api-error-codes logs app.log --since 2h', 'only the last two hours'],
      ['api-error-codes logs app.log --format jsonl', 'each record as a line of JSON'],
    ],
    exits: [done, [2, 'wrong usage, no logs, or something could not be read']],
  },
  catalogue: {
    examples: [
      ['api-error-codes catalogue list', 'which catalogues are in use here'],
      ['api-error-codes catalogue validate my-api.error-codes.yaml', 'what is wrong in a file'],
    ],
    exits: [done, [1, 'something was found: see the help of each command'], wrongUsage],
  },
  'catalogue list': {
    examples: [['api-error-codes catalogue list --format json', 'for other tools']],
    exits: [done, wrongUsage],
  },
  'catalogue validate': {
    examples: [['api-error-codes catalogue validate docs/errors.md', 'what can be read of a page']],
    exits: [[0, 'nothing is wrong'], [1, 'something is wrong'], wrongUsage],
  },
  'catalogue diff': {
    examples: [
      ['api-error-codes catalogue diff my-api.error-codes.yaml docs/errors.md', 'what the page has that the file lacks'],
      ['api-error-codes catalogue diff my-api.error-codes.yaml docs/errors.md --apply', 'bring the file up to the page'],
    ],
    exits: [[0, 'no difference that --fail-on names'], [1, 'such a difference'], wrongUsage],
  },
  import: {
    examples: [
      ['api-error-codes import docs/errors.md --out my-api.error-codes.yaml', 'a catalogue out of a page'],
      ['api-error-codes import openapi.yaml --host api.example.com', 'out of an OpenAPI document'],
    ],
    exits: [[0, 'codes were found'], [1, 'no code was found'], wrongUsage],
  },
  generate: {
    examples: [
      ['api-error-codes generate typescript my-api.error-codes.yaml --out src/codes.ts', 'types for a program'],
      ['api-error-codes generate python --id pikzels', 'those of a built-in catalogue'],
    ],
    exits: [done, [1, 'with --check: the file would change'], wrongUsage],
  },
  init: {
    examples: [
      ['api-error-codes init', 'write a configuration file and a check for CI'],
      ['api-error-codes init --dry-run', 'only show what would be written'],
    ],
    exits: [[0, 'written, or all files are there already'], wrongUsage],
  },
  completion: {
    examples: [
      ['source <(api-error-codes completion bash)', 'in ~/.bashrc'],
      ['api-error-codes completion zsh > "${fpath[1]}/_api-error-codes"', 'for zsh'],
      ['api-error-codes completion fish > ~/.config/fish/completions/api-error-codes.fish', 'for fish'],
    ],
    exits: [done, wrongUsage],
  },
  lsp: {
    examples: [['api-error-codes lsp --stdio', 'the command that an editor is given']],
    exits: [[0, 'the editor ended it'], [1, 'the editor went away'], wrongUsage],
  },
  mcp: {
    examples: [['api-error-codes mcp', 'the command that an assistant is given']],
    exits: [[0, 'the assistant ended it'], wrongUsage],
  },
};

/** The text after a command's options. */
export function renderHelpText({ examples, exits }: HelpText): string {
  const lines = examples.flatMap(([line, about]) => [`  # ${about}`, `  ${line}`]);
  const codes = exits.map(([code, meaning]) => `  ${code}  ${meaning}`);
  return ['', 'Examples:', ...lines, '', 'Exit codes:', ...codes].join('\n');
}
