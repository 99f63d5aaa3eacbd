import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { symlinkSync } from 'node:fs';
import path from 'node:path';
import { runCommand } from './support/runCommand.ts';
import { createTestFolder } from './support/testClient.ts';

const site = (labels: string, rest = ''): string => `// error-codes: only billing\nswitch (err.code) {\n${labels}${rest}}\n`;
const unhandled = site("  case 'INSUFFICIENT_CREDITS': break;\n");

describe('api-error-codes check', function () {
  this.timeout(30_000);
  let folder: ReturnType<typeof createTestFolder>;
  const check = (...args: string[]) => runCommand(['check', ...args], folder.root);

  beforeEach(() => {
    folder = createTestFolder();
    folder.put('package.json', '{"name":"x"}');
    folder.put('src/api.ts', "export const base = 'https://api.pikzels.com';\n");
  });
  afterEach(() => folder.remove());

  it('prints findings as JSON, with lines and columns from 1 in UTF-16 units', async () => {
    folder.put('src/handle.ts', unhandled.replace('\n', '\n/* 😀 */ '));
    const { code, out } = await check('--format', 'json');
    assert.equal(code, 1);
    assert.deepEqual(JSON.parse(out), {
      version: 1,
      files: 2,
      findings: [
        {
          file: 'src/handle.ts',
          line: 2,
          column: 10,
          endLine: 2,
          endColumn: 27,
          rule: 'unhandled-code',
          severity: 'warning',
          message:
            'The Pikzels API error code SMART_BALANCE_PAYMENT_FAILED (402) is not handled. Checked because this workspace calls api.pikzels.com.',
          catalogue: 'pikzels',
          codes: ['SMART_BALANCE_PAYMENT_FAILED'],
        },
      ],
      skipped: [],
    });
  });

  it('prints for people and for GitHub, without colours in a pipe', async () => {
    folder.put('src/handle.ts', unhandled);
    const pretty = await check();
    assert.match(
      pretty.out,
      /^src\/handle\.ts\n {2}2:1 {2}warning {2}The Pikzels[^\n]* unhandled-code\n\n1 warning, 2 files checked\.\n$/,
    );
    const github = await check('--format', 'github');
    assert.match(
      github.out,
      /^::warning file=src\/handle\.ts,line=2,endLine=2,col=1,endColumn=18,title=unhandled-code::The Pikzels/,
    );
  });

  it('fails on the severity that is asked for, on too many warnings, and not otherwise', async () => {
    folder.put('src/handle.ts', unhandled);
    assert.equal((await check('--fail-on', 'error')).code, 0);
    assert.equal((await check('--fail-on', 'error', '--max-warnings', '0')).code, 1);
    assert.equal((await check('--max-warnings', '1')).code, 0);
    assert.equal((await check('--severity', 'unhandled-code=off')).code, 0);
    folder.put('src/handle.ts', site("  case 'INSUFFICIENT_CREDITS': break;\n", '  default: break;\n'));
    assert.equal((await check()).code, 0);
    assert.equal((await check('--fail-on', 'hint')).code, 1);
  });

  it('takes files, folders and git’s word for what to leave out', async () => {
    folder.put('.git/HEAD', 'ref: refs/heads/main');
    folder.put('.gitignore', 'dist/\n');
    folder.put('dist/out.js', unhandled);
    folder.put('src/handle.ts', unhandled);
    folder.put('src/file with spaces.ts', unhandled);
    const files = async (...args: string[]): Promise<string[]> => {
      const { findings } = JSON.parse((await check('--format', 'json', ...args)).out) as { findings: { file: string }[] };
      return findings.map(({ file }) => file);
    };
    assert.deepEqual(await files(), ['src/file with spaces.ts', 'src/handle.ts']);
    assert.deepEqual(await files('src/handle.ts'), ['src/handle.ts']);
    assert.deepEqual(await files('dist/out.js'), ['dist/out.js']);
  });

  it('names what it could not read, and still checks the rest', async () => {
    folder.put('src/handle.ts', unhandled);
    folder.put('src/binary.ts', `\0\x01${unhandled}`);
    folder.put('src/wide.ts', Buffer.from(`\ufeff${unhandled}`, 'utf16le'));
    folder.put('src/large.ts', `'INSUFFICIENT_CREDITS'${' '.repeat(2_000_001)}`);
    const missing = await check('src', 'nowhere', '--format', 'json');
    assert.equal(missing.code, 2);
    const { findings, skipped } = JSON.parse(missing.out) as { findings: { file: string }[]; skipped: unknown[] };
    assert.deepEqual(
      findings.map(({ file }) => file),
      ['src/handle.ts', 'src/wide.ts'],
    );
    assert.deepEqual(skipped, [
      { file: 'nowhere', reason: 'does not exist or cannot be read' },
      { file: 'src/binary.ts', reason: 'is not text' },
      { file: 'src/large.ts', reason: 'is larger than 2000 KB' },
    ]);
    assert.match(missing.error, /^nowhere: does not exist or cannot be read$/m);
  });

  it('follows no link', async function () {
    if (process.platform === 'win32') this.skip();
    folder.put('src/handle.ts', unhandled);
    symlinkSync(folder.root, path.join(folder.root, 'src', 'circle'));
    const { out } = await check('--format', 'json');
    assert.equal((JSON.parse(out) as { findings: unknown[] }).findings.length, 1);
  });

  it('calls wrong usage 2 and prints what is right', async () => {
    for (const args of [
      ['--format', 'xml'],
      ['--fail-on', 'never'],
      ['--severity', 'nonsense=off'],
      ['--severity', 'unknown-code=loud'],
      ['--max-warnings', 'x'],
      ['--nonsense'],
    ]) {
      const { code, error, out } = await check(...args);
      assert.equal(code, 2, args.join(' '));
      assert.match(error, /error:/);
      assert.equal(out, '');
    }
    assert.equal((await runCommand(['nonsense'], folder.root)).code, 2);
    assert.equal((await runCommand(['--help'], folder.root)).code, 0);
    const help = await runCommand(['check', '--help'], folder.root);
    assert.equal(help.code, 0);
    assert.match(help.out, /default: "pretty"/);
    assert.doesNotMatch(help.out, /default: (?:\[\]|false)/);
  });

  it('uses catalogues from files, and names what is wrong in them with line and column', async () => {
    folder.put(
      'shop.error-codes.yaml',
      'id: shop\ntitle: Shop API\ndetect: { names: [shop] }\ncodes:\n  - { code: CARD_DECLINED, cause: x }\n  - { code: OUT_OF_STOCK, cause: y }\n',
    );
    folder.put('src/shop.ts', "switch (err.code) { case 'CARD_DECLINED': break; }\n");
    const good = await check('--catalogue', 'shop.error-codes.yaml', '--no-builtin', '--format', 'json');
    assert.deepEqual(
      (JSON.parse(good.out) as { findings: { codes: string[] }[] }).findings.map(({ codes }) => codes),
      [['OUT_OF_STOCK']],
    );
    folder.put('bad.error-codes.yaml', 'id: shop\ntitle: Shop API\ncodes:\n  - { code: 1.5, cause: x }\n');
    const bad = await check('--catalogue', 'bad.error-codes.yaml');
    assert.equal(bad.code, 2);
    assert.match(bad.error, /^bad\.error-codes\.yaml:4:13: catalogue-error: codes\.0\.code must be a string/m);
    assert.equal((await check('--catalogue', 'none.yaml')).code, 2);
  });

  it('ends quietly when its reader goes away', async () => {
    for (let index = 0; index < 300; index += 1) folder.put(`src/handle${index}.ts`, unhandled.repeat(20));
    const child = spawn(process.execPath, [path.resolve('dist/cli.cjs'), 'check'], {
      cwd: folder.root,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let error = '';
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => (error += chunk));
    child.stdout.destroy();
    await new Promise((resolve) => child.once('close', resolve));
    assert.doesNotMatch(error, /EPIPE|at .*\.cjs/);
  });
});

describe('api-error-codes explain', function () {
  this.timeout(20_000);
  // No other API shows here.
  const folder = createTestFolder();
  after(() => folder.remove());

  it('prints the entries of the catalogue', async () => {
    const { code, out } = await runCommand(['explain', 'INSUFFICIENT_CREDITS'], folder.root);
    assert.equal(code, 0);
    assert.match(out, /^INSUFFICIENT_CREDITS · 402 Payment Required · Pikzels API\nAPI balance is too low/);
    const json = JSON.parse((await runCommand(['explain', 'RATE_LIMITED', '--format', 'json'], folder.root)).out) as {
      entries: { retired: boolean; replacedBy: string[] }[];
    };
    assert.deepEqual(
      json.entries.map(({ retired, replacedBy }) => ({ retired, replacedBy })),
      [{ retired: true, replacedBy: ['TOO_MANY_REQUESTS'] }],
    );
  });

  it('proposes the code that was meant', async () => {
    const { code, error } = await runCommand(['explain', 'insuficient_credits'], folder.root);
    assert.equal(code, 1);
    assert.match(error, /Did you mean INSUFFICIENT_CREDITS\?/);
  });
});
