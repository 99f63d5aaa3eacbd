import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, lstatSync, openSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { runCommand } from './support/runCommand.ts';
import { switchText } from './support/useServer.ts';
import { createTestFolder } from './support/testClient.ts';

describe('where check writes its report', function () {
  this.timeout(60_000);
  let folder: ReturnType<typeof createTestFolder>;
  beforeEach(() => {
    folder = createTestFolder();
    folder.put('src/api.ts', `fetch('https://api.pikzels.com');\n${switchText}`);
  });
  afterEach(() => folder.remove());

  it('writes to a pipe and through a link, and takes neither away', async function () {
    const pipe = path.join(folder.root, 'pipe');
    if (process.platform === 'win32' || spawnSync('sh', ['-c', 'mkfifo "$0"', pipe]).status !== 0) this.skip();
    const reader = spawnSync(
      'sh',
      [
        '-c',
        `cat pipe > got & "$0" "$1" check --out pipe --format json; code=$?; wait; exit $code`,
        process.execPath,
        path.resolve('dist/cli.cjs'),
      ],
      {
        cwd: folder.root,
        encoding: 'utf8',
        timeout: 20_000,
      },
    );
    assert.deepEqual([reader.status, lstatSync(pipe).isFIFO()], [1, true]);
    assert.match(readFileSync(path.join(folder.root, 'got'), 'utf8'), /"unhandled-code"/);
    folder.put('reports/today.json', 'old');
    symlinkSync('reports/today.json', path.join(folder.root, 'report.json'));
    assert.equal((await runCommand(['check', '--out', 'report.json', '--format', 'json'], folder.root)).code, 1);
    assert.ok(lstatSync(path.join(folder.root, 'report.json')).isSymbolicLink());
    assert.match(readFileSync(path.join(folder.root, 'reports/today.json'), 'utf8'), /"unhandled-code"/);
    assert.deepEqual(readdirSync(path.join(folder.root, 'reports')), ['today.json']);
  });

  it('reports in one line that standard output is full, and does not call it a finding', function () {
    if (!existsSync('/dev/full')) this.skip();
    const { status, stderr } = spawnSync(process.execPath, [path.resolve('dist/cli.cjs'), 'check'], {
      cwd: folder.root,
      encoding: 'utf8',
      stdio: ['ignore', openSync('/dev/full', 'w'), 'pipe'],
    });
    assert.equal(status, 2);
    assert.match(stderr, /^Standard output cannot be written: ENOSPC[^\n]*\n$/);
  });

  it('names files from the root of the checkout where GitHub works in a folder of it', async () => {
    folder.put('packages/a/pay.ts', `fetch('https://api.pikzels.com');\n${switchText}`);
    const run = async (format: string, checkout: string, ...paths: string[]) =>
      (
        await runCommand(['check', '--format', format, ...paths], path.join(folder.root, 'packages/a'), {
          GITHUB_WORKSPACE: checkout,
        })
      ).out;
    assert.match(await run('github', folder.root), /^::warning file=packages\/a\/pay\.ts,line=2,/);
    assert.match(await run('github', folder.root, '../../src'), /^::warning file=src\/api\.ts,line=2,/);
    assert.match(await run('sarif', folder.root), /"uri": "packages\/a\/pay\.ts"/);
    for (const elsewhere of ['', '/elsewhere']) assert.match(await run('github', elsewhere), /^::warning file=pay\.ts,line=2,/);
    assert.match(await run('pretty', folder.root), /^pay\.ts$/m);
  });
});
