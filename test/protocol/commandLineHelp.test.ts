import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { runCommand } from './support/runCommand.ts';
import { createTestFolder } from './support/testClient.ts';

const commands = ['check', 'explain', 'coverage', 'lookup', 'logs', 'catalogue', 'import', 'generate', 'init'];

describe('the help of the command line', function () {
  this.timeout(60_000);
  let folder: ReturnType<typeof createTestFolder>;
  const run = (...args: string[]) => runCommand(args, folder.root);
  before(() => {
    folder = createTestFolder();
  });
  after(() => folder.remove());

  it('has examples and exit codes for every command, and its examples are right usage', async () => {
    const { out: general } = await run('--help');
    for (const command of commands) assert.match(general, new RegExp(`^  ${command} `, 'm'));
    for (const command of [...commands, 'lsp', 'mcp', 'completion', 'catalogue list', 'catalogue validate', 'catalogue diff']) {
      const { out } = await run(...command.split(' '), '--help');
      const [, examples = ''] = /^Examples:\n((?: {2}.*\n)+)/m.exec(out) ?? [];
      const lines = examples.split('\n').filter((line) => line.startsWith('  ') && !line.startsWith('  #'));
      assert.ok(lines.length > 0 && lines.every((line) => line.includes('api-error-codes')), command);
      assert.match(out, /^Exit codes:\n {2}0 {2}\w/m, command);
      // Every option of an example is one of the command's.
      for (const [option] of lines.join('\n').matchAll(/--[a-z-]+/g))
        assert.ok(out.slice(0, out.indexOf('Examples:')).includes(option), `${command}: ${option}`);
    }
  });

  it('is a manual page as well', () => {
    const page = readFileSync(path.resolve('dist/api-error-codes.1'), 'utf8');
    assert.match(page, /^\.TH API-ERROR-CODES 1 /);
    for (const command of commands) assert.ok(page.includes(`.SS api-error-codes ${command}`), command);
    assert.match(page, /^\.TP\n\\fB\\-\\-fail\\-on <severity>\\fR\nlowest severity/m);
    assert.doesNotMatch(page, /^\.SS api-error-codes man/m);
    const { man } = JSON.parse(readFileSync('package.json', 'utf8')) as { man: string };
    assert.ok(existsSync(man));
  });

  it('completes commands, options and their values in bash', async function () {
    if (process.platform === 'win32') this.skip();
    const { out: script } = await run('completion', 'bash');
    const complete = (...words: string[]): readonly string[] => {
      const list = words.map((word) => `'${word}'`).join(' ');
      const ask = `${script}\nCOMP_WORDS=(${list}); COMP_CWORD=${words.length - 1}; _api_error_codes; printf '%s\\n' "\${COMPREPLY[@]}"`;
      const { stdout, stderr } = spawnSync('bash', ['--norc', '-c', ask], { encoding: 'utf8', cwd: folder.root });
      assert.equal(stderr, '');
      return stdout.split('\n').filter((line) => line !== '');
    };
    folder.put('some.log', '');
    assert.deepEqual(complete('api-error-codes', 'co'), ['coverage', 'completion']);
    assert.deepEqual(complete('api-error-codes', 'check', '--fail-on', 'w'), ['warning']);
    assert.deepEqual(complete('api-error-codes', 'check', '--max'), ['--max-warnings']);
    assert.deepEqual(complete('api-error-codes', 'catalogue', 'di'), ['diff']);
    assert.deepEqual(complete('api-error-codes', 'catalogue', 'diff', '--app'), ['--apply']);
    assert.deepEqual(complete('api-error-codes', 'generate', 'py'), ['python']);
    assert.deepEqual(complete('api-error-codes', 'logs', 'so'), ['some.log']);
  });

  it('has a script for zsh and for fish', async () => {
    const zsh = (await run('completion', 'zsh')).out;
    assert.match(zsh, /^#compdef api-error-codes$/m);
    assert.match(zsh, /'\*--fail-on\[lowest severity that fails the check\]:value:\(error warning information hint\)'/);
    const fish = (await run('completion', 'fish')).out;
    assert.match(
      fish,
      /^complete -c api-error-codes -n '__fish_seen_subcommand_from check' -l fail-on -x -a 'error warning information hint'/m,
    );
    assert.equal((await run('completion', 'cmd')).code, 2);
  });
});

describe('the first steps on the command line', function () {
  this.timeout(60_000);
  let folder: ReturnType<typeof createTestFolder>;
  const run = (...args: string[]) => runCommand(args, folder.root);
  const read = (file: string): string => readFileSync(path.join(folder.root, file), 'utf8');
  beforeEach(() => {
    folder = createTestFolder();
    folder.put('package.json', '{}');
  });
  afterEach(() => folder.remove());

  it('init writes what the folder has, and what it writes is in force', async () => {
    folder.put(
      'docs/errors.md',
      '# Errors of the Pay API\n\n| Code | Status | Cause |\n|---|---|---|\n| CARD_DECLINED | 402 | No |\n| SOLD_OUT | 409 | Gone |\n| CART_EMPTY | 422 | Nothing |\n',
    );
    folder.put('src/pay.ts', "switch (err.code) {\n  case 'CARD_DECLINED': return pay();\n}\n");
    const dry = await run('init', '--dry-run');
    assert.match(dry.out, /pay: \{ path: docs\/errors\.md \} # 3 codes/);
    assert.ok(!existsSync(path.join(folder.root, 'api-error-codes.yaml')));
    const { code, out, error } = await run('init');
    assert.deepEqual([code, error], [0, '']);
    assert.match(
      out,
      /^docs\/errors\.md: 3 error codes\napi-error-codes\.yaml: written\n\.github\/workflows\/error-codes\.yml: written\n$/,
    );
    assert.match(read('.github/workflows/error-codes.yml'), /npx --yes api-error-codes@\d\S* check --format github/);
    assert.match((await run('check')).out, /2 Pay API error codes are not handled: SOLD_OUT \(409\) and CART_EMPTY \(422\)/);
    // A second run changes nothing.
    folder.put('api-error-codes.yaml', '# mine\n');
    assert.equal((await run('init', '--ci', 'none')).code, 0);
    assert.equal(read('api-error-codes.yaml'), '# mine\n');
  });

  it('init links documents with the same codes once', async () => {
    const rows = [
      '| CARD_DECLINED | 402 | No |',
      '| SOLD_OUT | 409 | Gone |',
      '| CART_EMPTY | 422 | Nothing |',
      '| LATE | 408 | Slow |',
    ];
    const page = (count: number): string =>
      `# Errors of the Pay API\n\n| Code | Status | Cause |\n|---|---|---|\n${rows.slice(0, count).join('\n')}\n`;
    folder.put('docs/errors.md', page(4));
    folder.put('docs/old/errors.md', page(3));
    folder.put('docs/parts/errors.md', page(4));
    folder.put('src/tests/fixtures/errors.md', page(4).replaceAll('CARD', 'TEST'));
    const { out } = await run('init', '--ci', 'none');
    assert.match(
      out,
      /^docs\/errors\.md: 4 error codes\ndocs\/parts\/errors\.md: 4 error codes, all of them in docs\/errors\.md\ndocs\/old\/errors\.md: 3 error codes, all of them in docs\/errors\.md\n/,
    );
    assert.deepEqual(read('api-error-codes.yaml').match(/path: \S+/g), ['path: docs/errors.md']);
  });

  it('init says how to begin where there is no document', async () => {
    assert.equal((await run('init', '--ci', 'gitlab')).code, 0);
    assert.match(read('api-error-codes.yaml'), /# catalogues: \{ my-api: \{ path: docs\/errors\.md \} \}/);
    assert.match(read('error-codes.gitlab-ci.yml'), /reports: \{ junit: error-codes\.xml \}/);
    assert.equal((await run('check')).error, '');
  });

  it('explain takes several codes, also as JSON', async () => {
    const { code, out, error } = await run('explain', 'NOT_FOUND', 'NO_SUCH', 'CONFLICT');
    assert.equal(code, 1);
    assert.match(out, /^NOT_FOUND · 404[^]*\n\nCONFLICT · 409/);
    assert.match(error, /^No catalogue has the error code NO_SUCH\.$/m);
    const { codes } = JSON.parse((await run('explain', 'NOT_FOUND', 'CONFLICT', '--format', 'json')).out) as {
      codes: { code: string; entries: { status: number[] }[] }[];
    };
    assert.deepEqual(
      codes.map(({ code: name, entries }) => [name, entries[0]?.status]),
      [
        ['NOT_FOUND', [404]],
        ['CONFLICT', [409]],
      ],
    );
  });

  it('no logs are said in words, and so is a file that cannot be read or written', async () => {
    const none = await run('logs');
    assert.deepEqual([none.code, none.out], [2, 'No log files here.\n']);
    mkdirSync(path.join(folder.root, 'folder'));
    for (const [args, said] of [
      [['check', '--catalogue', 'none.yaml'], /^none\.yaml: cannot be read: The file does not exist\.$/m],
      [['import', 'none.md'], /^none\.md: cannot be read: The file does not exist\.$/m],
      [['generate', 'typescript', '--out', 'none/x.ts'], /^none\/x\.ts: cannot be written: The folder does not exist\.$/m],
    ] as const) {
      const { code, error } = await run(...args);
      assert.equal(code, 2, args.join(' '));
      assert.match(error, said);
      assert.doesNotMatch(error, /\bE[A-Z]{4,}\b/);
    }
  });
});
