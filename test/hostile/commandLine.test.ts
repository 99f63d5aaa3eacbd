import assert from 'node:assert/strict';
import { createTestFolder } from '../protocol/support/testClient.ts';
import { type CommandResult, runCommand } from '../protocol/support/runCommand.ts';

/** Text that steers a terminal, commands a GitHub runner, or reads as something else than it is. */
const steering =
  'A\u001b]52;c;aGk=\u0007B\u009b31m\u007f\u202eC\u2066D\n::stop-commands::tok\n  ::error::x\r::warning::y\u2028::notice::z ##[add-mask]q <script>alert(1)</script> [x](command:evil) \ud800 %0A::d';
/** The same as a code can have it. */
const word = steering.replace(/\s+/g, '');
const address = 'https://user:pw@example.com/docs?x=1';
/** The worst that a name of a file can be. */
const fileName = 'odd\u001b]0;x\u0007\n::stop-commands::tok\u202e.ts';
const id = '18b2ad5e-2a9e-4d3f-b9a8-9f2a1e0b1234';

const catalogue = (title: string) => ({
  id: 'shop',
  title,
  docs: address,
  detect: { hosts: ['api.shop.example'], names: [word] },
  groups: { money: steering },
  codes: [
    { code: 'CARD_DECLINED', status: 402, cause: steering, remedy: steering, groups: ['money'], docs: address },
    { code: 'OUT_OF_STOCK', cause: steering, source: steering },
    { code: 'OLD_CODE', cause: 'Old', retired: true, replacedBy: [word] },
    { code: word, cause: steering },
  ],
});
const source =
  "// https://api.shop.example\nswitch (err.code) {\n  case 'CARD_DECLINED': break;\n  case 'OLD_CODE': break;\n  case 'CARD_DECLINEDD': break;\n}\n";

/** How each command is run below, in one of its formats or none; what has no format gets one word. */
const rows: Readonly<Record<string, (format: string) => readonly (readonly string[])[]>> = {
  check: (format) => [
    ['check', '--format', format],
    ['check', '--format', format, '--changed-since', steering.replace('\ud800', '')],
    ...(format === 'pretty' ? [['check', '--baseline', 'bad.json']] : []),
    ['check', steering],
  ],
  explain: (format) => [
    ['explain', 'CARD_DECLINED', '--format', format],
    ['explain', 'OLD_CODE', '--format', format],
    ['explain', steering, '--format', format],
  ],
  coverage: (format) => [
    ['coverage', '--format', format],
    ['coverage', '--format', format, '--fail-under', '100'],
  ],
  lookup: (format) => [
    ['lookup', id, '--format', format],
    ['lookup', `${id}${steering}`, '--format', format],
    ['lookup', id, '--engines', 'engines.json', '--format', format],
  ],
  logs: (format) => [
    ['logs', '--format', format],
    ['logs', steering, '--format', format],
  ],
  'catalogue list': (format) => [['catalogue', 'list', '--format', format]],
  'catalogue validate': () => [
    ['catalogue', 'validate', 'shop.error-codes.json'],
    ['catalogue', 'validate', 'broken.error-codes.yaml', `${steering}.yaml`],
  ],
  'catalogue diff': (format) => [['catalogue', 'diff', 'old.error-codes.json', 'shop.error-codes.json', '--format', format]],
  import: (format) => [['import', 'page.md', '--format', format, '--id', 'page', '--title', steering]],
  generate: (format) => [
    ['generate', format, 'shop.error-codes.json'],
    ['generate', format, 'whole.error-codes.json'],
    ['generate', format, steering],
  ],
  init: () => [['init', '--dry-run']],
  completion: () => [
    ['completion', 'bash'],
    ['completion', steering],
  ],
};
const servers = ['lsp', 'mcp'];

describe('no command lets a stranger steer a terminal or a CI job', function () {
  this.timeout(60_000);
  let folder: ReturnType<typeof createTestFolder>;
  const isWindows = process.platform === 'win32';
  before(() => {
    folder = createTestFolder();
    folder.put('shop.error-codes.json', JSON.stringify(catalogue(steering)));
    folder.put(
      'old.error-codes.json',
      JSON.stringify({
        ...catalogue('Old'),
        codes: [
          { code: 'OUT_OF_STOCK', cause: 'x', groups: [steering] },
          { code: `${word}2`, cause: 'x' },
        ],
      }),
    );
    const whole = { ...catalogue(steering), id: 'whole' };
    folder.put('whole.error-codes.json', JSON.stringify({ ...whole, codes: whole.codes.slice(0, 2) }));
    folder.put(
      'broken.error-codes.yaml',
      `id: broken\ntitle: "x\\e]0;t\\a"\n"\\e]52;c\\a\\n::error::q": 1\ncodes:\n  - { code: 1, status: "\\e[31m\\n::error::q" }\n`,
    );
    folder.put(
      'page.md',
      `| Code | Status | Cause |\n|---|---|---|\n| SHOP_CLOSED | 503 | ${steering.replace(/[\n\r\u2028|]/g, ' ')} |\n\n::stop-commands::tok\n`,
    );
    folder.put('use.ts', source);
    if (!isWindows) folder.put(fileName, source);
    folder.put(
      'api-error-codes.json',
      JSON.stringify({
        catalogues: [steering, { path: `none/${steering}`, title: steering }],
        ignoredCodes: [steering],
        [steering]: 1,
        severity: { [steering]: 'x' },
      }),
    );
    folder.put('bad.json', JSON.stringify({ version: steering }));
    folder.put('engines.json', JSON.stringify([{ name: steering, type: steering, url: steering, [steering]: 1 }]));
    folder.put(
      'app.log',
      `2026-05-04T12:00:00Z ERROR CARD_DECLINED ${steering.replace(/[\n\r]/g, ' ')} request_id=${id}\n::stop-commands::tok ${id}\n{"time":"2026-05-04T12:00:00Z","msg":${JSON.stringify(steering)},"request_id":"${id}"}\n`,
    );
  });
  after(() => folder.remove());

  /** The problem of an output; undefined when it is right. */
  function whatIsWrong({ out, error }: CommandResult, args: readonly string[]): string | undefined {
    const isGithub = args.includes('github');
    for (const [name, text] of [
      ['standard output', out],
      ['standard error', error],
    ] as const) {
      const raw = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/u.exec(text);
      if (raw)
        return `${name} has ${JSON.stringify(raw[0])}: ${JSON.stringify(text.slice(Math.max(0, raw.index - 60), raw.index + 20))}`;
      if (/user:pw@/.test(text) && name === 'standard output' && !['generate', 'import'].includes(args[0] ?? ''))
        return `${name} has the password of an address`;
      const command = text
        .split('\n')
        .find(
          (line) =>
            /^\s*::|##\[/.test(line) &&
            !(isGithub && name === 'standard output' && /^::(?:warning|error|notice) file=/.test(line)),
        );
      if (command !== undefined) return `${name} has the command ${JSON.stringify(command)}`;
      if (args.includes('html') && name === 'standard output' && /<script>alert/.test(text)) return `${name} has a script`;
      if (/\bat .*\(.*:\d+:\d+\)/.test(text)) return `${name} has a stack trace: ${text.slice(0, 300)}`;
    }
    return undefined;
  }

  it('reads the catalogue that all of this is about', async () => {
    const { code, out, error } = await runCommand(['catalogue', 'validate', 'shop.error-codes.json'], folder.root);
    assert.deepEqual([code, out.includes('no problem')], [0, true], error);
  });

  it('has a row for each command', async () => {
    for (const name of await listCommands([])) if (!servers.includes(name)) assert.ok(rows[name], `no row for ${name}`);
  });

  for (const [name, argumentsIn] of Object.entries(rows))
    it(name, async () => {
      const offered = await listFormats(name.split(' '));
      const runs = (offered.length === 0 ? [''] : offered).flatMap((format) => argumentsIn(format));
      const problems: string[] = [];
      for (const args of runs) {
        if (isWindows && args.some((argument) => /[\u0000-\u001f]/.test(argument))) continue;
        const result = await runCommand(args, folder.root, { GITHUB_ACTIONS: 'true' });
        const wrong = whatIsWrong(result, args);
        counts[wrong === undefined ? 'right' : 'wrong'] += 1;
        if (wrong !== undefined) problems.push(`${args.map((argument) => argument.slice(0, 30)).join(' ')}: ${wrong}`);
        if (args.includes('json') && result.out.trim() !== '') assert.ok(JSON.parse(result.out));
      }
      assert.deepEqual(problems, []);
    });

  const counts = { right: 0, wrong: 0 };
  after(() => console.log(`      outputs: ${counts.right} right, ${counts.wrong} wrong`));

  async function helpOf(words: readonly string[]): Promise<string> {
    return (await runCommand([...words, '--help'], folder.root)).out;
  }
  async function listCommands(words: readonly string[]): Promise<string[]> {
    const help = await helpOf(words);
    // Examples and exit codes are below.
    const [listed = ''] = (help.split('Commands:\n')[1] ?? '').split('\n\n');
    const names = [...listed.matchAll(/^ {2}([\w-]+)/gm)].map(([, name = '']) => name).filter((name) => name !== 'help');
    const nested = await Promise.all(
      names.map(async (name) =>
        (await helpOf([...words, name])).includes('Commands:') ? listCommands([...words, name]) : [[...words, name].join(' ')],
      ),
    );
    return nested.flat();
  }
  async function listFormats(words: readonly string[]): Promise<string[]> {
    const help = (await helpOf(words)).replace(/\s+/g, ' ');
    const choices = (/--format <\w+>[^(]*\(choices: ([^)]*?)(?:, default|\))/.exec(help) ??
      /what to write \(choices: ([^)]*)\)/.exec(help))?.[1];
    return [...(choices ?? '').matchAll(/"([\w-]+)"/g)].map(([, format = '']) => format);
  }
});
