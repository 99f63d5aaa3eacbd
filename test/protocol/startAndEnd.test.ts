import assert from 'node:assert/strict';
import { spawn, spawnSync, type SpawnSyncOptionsWithStringEncoding } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, openSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { runCommand } from './support/runCommand.ts';
import { shopCatalogue, shopSite } from './support/shop.ts';
import { createTestFolder } from './support/testClient.ts';

const commandLine = path.resolve('dist/cli.cjs');

describe('how commands start and end', function () {
  this.timeout(60_000);
  let folder: ReturnType<typeof createTestFolder>;
  beforeEach(() => {
    folder = createTestFolder();
    folder.put('shop.error-codes.yaml', shopCatalogue('CARD_DECLINED'));
    folder.put('a.ts', shopSite('CARD_DECLINED'));
    folder.put('a.log', '{"time":"2026-05-04T12:00:00Z","request_id":"req-1","code":"CARD_DECLINED"}\n');
  });
  afterEach(() => folder.remove());

  it('report in one line that there is no space for a result, with exit code 2', function () {
    if (!existsSync('/dev/full')) this.skip();
    const commands = [
      ['check'],
      ['coverage'],
      ['logs'],
      ['lookup', 'req-1'],
      ['explain', 'CARD_DECLINED'],
      ['catalogue', 'list'],
      ['generate', 'typescript', 'shop.error-codes.yaml'],
      ['--help'],
    ];
    for (const args of commands) {
      const full = openSync('/dev/full', 'w');
      const options: SpawnSyncOptionsWithStringEncoding = {
        cwd: folder.root,
        encoding: 'utf8',
        stdio: ['ignore', full, 'pipe'],
      };
      const { status, stderr } = spawnSync(process.execPath, [commandLine, ...args], options);
      closeSync(full);
      assert.equal(status, 2, args.join(' '));
      assert.match(stderr, /^Standard output cannot be written: ENOSPC[^\n]*\n$/, args.join(' '));
    }
    for (const args of [['check'], ['coverage'], ['logs'], ['generate', 'typescript', 'shop.error-codes.yaml']]) {
      const options = { cwd: folder.root, encoding: 'utf8' } as const;
      const { status, stderr } = spawnSync(process.execPath, [commandLine, ...args, '--out', '/dev/full'], options);
      assert.equal(status, 2, args.join(' '));
      assert.match(stderr, /^\/dev\/full: cannot be written: The disk is full\.\n$/m);
      assert.ok(!/^ {4}at /m.test(stderr), stderr);
    }
  });

  it('need no home folder, for a user whom the system does not know', function () {
    if (process.platform !== 'linux' || process.getuid?.() !== 0) this.skip();
    spawnSync('chmod', ['-R', 'a+rX', folder.root]);
    const environment = { PATH: process.env['PATH'] };
    for (const args of [['check'], ['coverage'], ['explain', 'CARD_DECLINED'], ['logs'], ['lookup', 'req-1']]) {
      const { status, stderr } = spawnSync(process.execPath, [commandLine, ...args], {
        cwd: folder.root,
        encoding: 'utf8',
        env: environment,
        uid: 54_321,
        gid: 54_321,
      });
      assert.deepEqual([status, stderr], [0, ''], args.join(' '));
    }
  });

  it('need no home folder that is one', async function () {
    if (process.platform !== 'linux') this.skip();
    folder.put('large.log', `${'x'.repeat(99)}\n`.repeat(20_000));
    const id = '4b1c7e6e-0000-4000-8000-000000000000';
    const before = readdirSync(folder.root);
    for (const [name, value] of [
      ['XDG_CACHE_HOME', '/proc/nope'],
      ['HOME', 'relative'],
      ['HOME', '/dev/null'],
      ['HOME', '/proc/nope'],
    ] as const) {
      const { code, error } = await runCommand(['lookup', id], folder.root, { XDG_CACHE_HOME: '', [name]: value });
      assert.deepEqual([code, error], [1, ''], `${name}=${value}`);
      assert.deepEqual(readdirSync(folder.root), before, `${name}=${value}`);
    }
  });

  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    it(`end in order with ${signal}: exit code 2, and nothing is written`, async function () {
      if (process.platform === 'win32') this.skip();
      const args = [commandLine, 'check', '--stdin-filename', 'a.ts', '--out', 'report.txt'];
      const child = spawn(process.execPath, args, { cwd: folder.root, stdio: ['pipe', 'ignore', 'pipe'] });
      let error = '';
      child.stderr.setEncoding('utf8').on('data', (chunk: string) => (error += chunk));
      // More than a pipe holds: once it is gone, the other end is reading.
      await new Promise((resolve) => child.stdin.write('// waiting\n'.repeat(100_000), resolve));
      child.kill(signal);
      const [code] = (await once(child, 'close')) as [number | null];
      assert.deepEqual([code, error], [2, 'Interrupted: not everything was checked, and nothing is reported.\n']);
      assert.ok(!existsSync(path.join(folder.root, 'report.txt')));
    });

    it(`wait no longer for ids with ${signal}`, async function () {
      if (process.platform === 'win32') this.skip();
      const args = [commandLine, 'lookup', '--ids-file', '-'];
      const child = spawn(process.execPath, args, { cwd: folder.root, stdio: ['pipe', 'ignore', 'pipe'] });
      let error = '';
      child.stderr.setEncoding('utf8').on('data', (chunk: string) => (error += chunk));
      await new Promise((resolve) => child.stdin.write('# waiting\n'.repeat(100_000), resolve));
      child.kill(signal);
      const [code] = (await once(child, 'close')) as [number | null];
      assert.equal(code, 2);
      assert.ok(!/^ {4}at /m.test(error), error);
    });

    it(`end the language server with ${signal}`, async function () {
      if (process.platform === 'win32') this.skip();
      const child = spawn(process.execPath, [commandLine, 'lsp', '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
      const params = { processId: null, rootUri: null, capabilities: {} };
      const text = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'initialize', params });
      child.stdin.write(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`);
      await once(child.stdout, 'data');
      child.kill(signal);
      assert.deepEqual(await once(child, 'close'), [2, null]);
    });
  }
});
