import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { runCommand } from './support/runCommand.ts';
import { runGit, shopCatalogue as catalogue, shopSite as site } from './support/shop.ts';
import { createTestFolder, startClient } from './support/testClient.ts';

describe('check of a part of a repository', function () {
  this.timeout(60_000);
  let folder: ReturnType<typeof createTestFolder>;
  const check = (...args: string[]) => runCommand(['check', '--no-builtin', ...args], folder.root);
  const git = (...args: string[]): void => runGit(folder.root, ...args);
  const filesIn = (out: string): readonly string[] =>
    (JSON.parse(out) as { findings: { file: string }[] }).findings.map(({ file }) => file);

  beforeEach(() => {
    folder = createTestFolder();
    folder.put('docs (v2)/shop.error-codes.yaml', catalogue('CARD_DECLINED', 'OUT_OF_STOCK', 'CART_EMPTY'));
    folder.put('a/a.ts', site('CARD_DECLINED'));
    folder.put('b/b.ts', site('OUT_OF_STOCK'));
  });
  afterEach(() => folder.remove());

  it('knows the constants of files that are not asked for: the answer is that of the whole', async () => {
    folder.put('lib/errors.ts', "export enum ShopError {\n  Declined = 'CARD_DECLINED',\n  Empty = 'CART_EMPTY',\n}\n");
    const use = `import { ShopError } from '../lib/errors';\nexport function f(err) {\n  switch (err.code) {\n    case ShopError.Declined: break;\n  }\n}\n`;
    folder.put('use/use.ts', use);
    const found = (out: string) =>
      (JSON.parse(out) as { findings: { file: string }[] }).findings.filter(({ file }) => file === 'use/use.ts');
    const whole = found((await check('--format', 'json')).out);
    assert.equal(whole.length, 1);
    assert.deepEqual(found((await check('--format', 'json', 'use')).out), whole);
    assert.deepEqual(found((await check('--format', 'json', 'use/use.ts')).out), whole);
    const piped = spawnSync(
      process.execPath,
      [path.resolve('dist/cli.cjs'), 'check', '--no-builtin', '--format', 'json', '--stdin-filename', 'use/use.ts'],
      { cwd: folder.root, encoding: 'utf8', input: use },
    );
    assert.deepEqual(found(piped.stdout), whole);
    git('init', '-q', '-b', 'main');
    git('add', '.');
    git('commit', '-q', '-m', 'all');
    folder.put('use/use.ts', `${use}\n`);
    assert.deepEqual(found((await check('--format', 'json', '--changed-since', 'HEAD')).out), whole);
    const coverage = await runCommand(['coverage', '--no-builtin', '--format', 'json', 'use'], folder.root);
    assert.match(coverage.out, /"file": "use\/use\.ts",\s*"line": 4,/);
  });

  it('finds files with endings in any case, beside a pattern that git cannot read', async () => {
    folder.put('.gitignore', '[z-a]\nignored/\n*.gen.ts\n/b/one.ts\n');
    for (const name of ['ignored/c.ts', 'a/pay.gen.ts', 'b/one.ts']) folder.put(name, site('CART_EMPTY'));
    folder.put('a/UPPER.TS', site('CARD_DECLINED'));
    const { code, out, error } = await check('--format', 'json');
    const files = ['a/UPPER.TS', 'a/a.ts', 'b/b.ts'];
    assert.deepEqual([code, error, filesIn(out)], [1, '', files]);
    assert.equal((JSON.parse(out) as { files: number }).files, 3);
    // A file that is named is wanted.
    assert.deepEqual(filesIn((await check('--format', 'json', 'a', 'b/b.ts', 'b/one.ts')).out), [...files, 'b/one.ts']);
    const coverage = await runCommand(['coverage', '--no-builtin', '--format', 'json'], folder.root);
    assert.deepEqual(
      [...new Set([...coverage.out.matchAll(/"file": "([^"]*)"/g)].flatMap(([, file]) => file ?? []))].sort(),
      files,
    );
  });

  it('neither complains of nor forgets what a baseline knows of other folders', async () => {
    assert.match((await check('--baseline', 'known.json', '--update-baseline')).error, /2 findings added/);
    const part = await check('--baseline', 'known.json', 'a');
    assert.deepEqual([part.code, part.error], [0, '']);
    folder.put('a/a.ts', '');
    assert.match(
      (await check('--baseline', 'known.json', 'a')).error,
      /1 finding is no longer there; --update-baseline forgets it/,
    );
    assert.match((await check('--baseline', 'known.json', '--update-baseline', 'a')).error, /1 finding added/);
    const all = await check('--baseline', 'known.json');
    assert.deepEqual([all.code, all.error], [0, '']);
  });

  it('takes a baseline with a byte order mark, and none of a version that it does not know', async () => {
    folder.put('known.json', '\ufeff{ "version": 1, "findings": [] }');
    assert.equal((await check('--baseline', 'known.json')).code, 1);
    folder.put('known.json', '{ "version": 2, "findings": [] }');
    const { code, error } = await check('--baseline', 'known.json');
    assert.deepEqual([code, error], [2, 'known.json: has version 2, and only version 1 is known\n']);
  });

  it('finds what has changed outside of the working directory, behind links and in other repositories', async () => {
    folder.put('other/c.ts', '');
    git('init', '-q', '-b', 'main');
    git('init', '-q', '-b', 'main', 'other');
    folder.put('.gitignore', 'other\nlink\n');
    git('add', '.');
    git('commit', '-qm', 'first');
    git('-C', 'other', 'add', '.');
    git('-C', 'other', 'commit', '-qm', 'first');
    folder.put('b/b.ts', site('CART_EMPTY'));
    folder.put('other/c.ts', `// error-codes: enforce shop\n${site('CART_EMPTY')}`);
    symlinkSync('b', path.join(folder.root, 'link'));
    const changed = async (cwd: string, ...args: string[]): Promise<readonly string[]> =>
      filesIn(
        (
          await runCommand(
            [
              'check',
              '--no-builtin',
              '--catalogue',
              `${folder.root}/docs (v2)/shop.error-codes.yaml`,
              '--changed-since',
              'main',
              '--format',
              'json',
              ...args,
            ],
            path.join(folder.root, cwd),
          )
        ).out,
      );
    assert.deepEqual(await changed('a', '../b', '../b/b.ts'), ['../b/b.ts']);
    assert.deepEqual(await changed('.', 'link'), ['link/b.ts']);
    assert.deepEqual(await changed('.', 'other', 'a'), ['other/c.ts']);
  });

  it('finds what has changed in a submodule, from the commit that was recorded', async () => {
    for (const repository of ['sub', '.']) {
      if (repository === 'sub') folder.put('sub/old.ts', '');
      git('init', '-q', '-b', 'main', repository);
      git('-C', repository, 'add', '.');
      git('-C', repository, 'commit', '-qm', 'first');
    }
    const changed = async (): Promise<readonly string[]> =>
      filesIn((await check('--changed-since', 'HEAD', '--format', 'json')).out);
    const text = `// error-codes: enforce shop\n${site('CART_EMPTY')}`;
    folder.put('sub/new.ts', text);
    git('-C', 'sub', 'add', '.');
    git('-C', 'sub', 'commit', '-qm', 'second');
    folder.put('sub/old.ts', text);
    assert.deepEqual(await changed(), ['sub/new.ts', 'sub/old.ts']);
    git('-C', 'sub', 'commit', '-qam', 'third');
    git('commit', '-qam', 'second');
    assert.deepEqual(await changed(), []);
  });

  it('checks everything when a catalogue with an odd path or the configuration has changed', async () => {
    git('init', '-q', '-b', 'main');
    git('add', '.');
    git('commit', '-qm', 'first');
    folder.put('docs (v2)/shop.error-codes.yaml', catalogue('CARD_DECLINED', 'OUT_OF_STOCK', 'CART_EMPTY', 'LATE'));
    const first = await check('--changed-since', 'main', '--format', 'json', 'a');
    assert.deepEqual(filesIn(first.out), ['a/a.ts']);
    assert.match(first.error, /The catalogue of Shop API has changed since main: all files are checked/);
    git('commit', '-qam', 'second');
    folder.put('api-error-codes.yaml', 'severity: { unhandled-code: error }\n');
    const second = await check('--changed-since', 'main', '--format', 'json');
    assert.deepEqual(filesIn(second.out), ['a/a.ts', 'b/b.ts']);
    assert.match(second.error, /^api-error-codes\.yaml has changed since main: all files are checked\.$/m);
  });

  it('reads a configuration file above from its own folder, in the editor as well', async () => {
    git('init', '-q');
    folder.put('docs/mail.md', '# Mail API\n\n| Code | Status |\n|---|---|\n| BAD_ADDRESS | 422 |\n| OUT_OF_QUOTA | 429 |\n');
    folder.put(
      'api-error-codes.yaml',
      'catalogues: { mail: { path: docs/mail.md } }\nfiles: { mail: { include: ["packages/{a,b/src}/**"], exclude: ["*/a/old/*"] } }\n',
    );
    const text = site('BAD_ADDRESS');
    for (const name of ['a', 'b', 'c']) folder.put(`packages/${name}/package.json`, '{}');
    folder.put('packages/a/new/a.ts', text);
    folder.put('packages/a/old/a.ts', text);
    folder.put('packages/b/src/b.ts', text);
    folder.put('packages/c/c.ts', text);
    const run = async (cwd: string, ...args: string[]) => {
      const { code, out, error } = await runCommand(
        ['check', '--no-builtin', '--format', 'json', ...args],
        path.join(folder.root, cwd),
      );
      return [code, error, filesIn(out)];
    };
    assert.deepEqual(await run('.', 'packages'), [1, '', ['packages/a/new/a.ts', 'packages/b/src/b.ts']]);
    assert.deepEqual(await run('packages/a'), [1, '', ['new/a.ts']]);
    const client = await startClient({ folders: [path.join(folder.root, 'packages/a')] });
    try {
      const found: number[] = [];
      for (const name of ['packages/a/new/a.ts', 'packages/a/old/a.ts']) {
        await client.open(folder.uri(name), text);
        found.push((await client.pull(folder.uri(name))).length);
      }
      assert.deepEqual(found, [1, 0]);
    } finally {
      await client.stop();
    }
  });

  it('passes on git’s message about a checkout that it does not trust', async () => {
    mkdirSync(path.join(folder.root, '.git'));
    folder.put('.git/HEAD', 'ref: refs/heads/main\n');
    folder.put('.git/config', '[core]\n\trepositoryformatversion = 99\n');
    folder.put('.git/objects/x', '');
    folder.put('.git/refs/x', '');
    const { code, error } = await check('--changed-since', 'main');
    assert.equal(code, 2);
    assert.match(error, /--changed-since: git failed: .*repo(sitory)? version.* 99/);
  });

  it('reports and writes nothing when it is interrupted', async function () {
    if (process.platform === 'win32') this.skip();
    const child = spawn(
      process.execPath,
      [path.resolve('dist/cli.cjs'), 'check', '--no-builtin', '--stdin-filename', 'a/a.ts', '--out', 'report.txt'],
      { cwd: folder.root, stdio: ['pipe', 'ignore', 'pipe'] },
    );
    let error = '';
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => (error += chunk));
    // A megabyte does not fit into a pipe: once it is gone, the other end is reading.
    await new Promise((resolve) => child.stdin.write('// waiting\n'.repeat(100_000), resolve));
    child.kill('SIGINT');
    const [code] = (await once(child, 'close')) as [number | null];
    assert.deepEqual([code, error], [2, 'Interrupted: not everything was checked, and nothing is reported.\n']);
    assert.ok(!existsSync(path.join(folder.root, 'report.txt')));
  });
});
