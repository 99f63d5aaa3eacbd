import assert from 'node:assert/strict';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { runCommand } from './support/runCommand.ts';
import { shopCatalogue, shopSite } from './support/shop.ts';
import { createTestFolder } from './support/testClient.ts';
import { id, logLine } from './support/useLogFolder.ts';

const commandLine = `"${process.execPath}" "${path.resolve('dist/cli.cjs')}"`;

const document = '| Code | Cause |\n| --- | --- |\n| `TOO_MANY` | More than ten. |\n';

describe('pipes and what is written to', function () {
  this.timeout(60_000);
  let folder: ReturnType<typeof createTestFolder>;
  before(function () {
    if (process.platform !== 'linux') this.skip();
  });
  beforeEach(() => {
    folder = createTestFolder();
    folder.put('shop.error-codes.yaml', shopCatalogue('OUT_OF_STOCK', 'CARD_DECLINED', 'RATE_LIMITED_NOW'));
    folder.put('src/shop.ts', shopSite('OUT_OF_STOCK', 'CARD_DECLINED', 'OUT_OF_STOCK'));
    folder.put('app.log', logLine(1));
    folder.put('errors.md', document);
  });
  afterEach(() => folder.remove());

  /** Runs a line of bash, in which `$CLI` is the command line. */
  const bash = (line: string, input = '') => {
    const { status, stdout, stderr } = spawnSync('bash', ['-c', line.replaceAll('$CLI', commandLine)], {
      cwd: folder.root,
      encoding: 'utf8',
      input,
      timeout: 20_000,
    });
    return { code: status, out: stdout, error: stderr };
  };

  it('ends as it would have ended when the reader has had enough', () => {
    assert.equal(bash('$CLI check . | true; exit ${PIPESTATUS[0]}').code, 1);
    assert.equal(bash('$CLI check . 2>&1 | true; exit ${PIPESTATUS[0]}').code, 1);
    assert.equal(bash('$CLI lookup nothing-like-it | true; exit ${PIPESTATUS[0]}').code, 1);
    assert.equal(bash(`$CLI lookup ${id} | true; exit \${PIPESTATUS[0]}`).code, 0);
  });

  it('reports that a disk is full behind standard output, for each command', () => {
    const commands = ['check .', 'coverage .', `lookup ${id}`, `lookup ${id} --format json`, 'logs .', 'catalogue list'];
    commands.push('explain OUT_OF_STOCK', 'generate typescript', 'import errors.md', '--version', '--help');
    for (const command of commands) {
      const { code, error } = bash(`$CLI ${command} > /dev/full`);
      assert.deepEqual([command, code], [command, 2]);
      assert.match(error, /Standard output cannot be written: ENOSPC/, command);
    }
  });

  it('reports that only a part of the output found room', () => {
    folder.put('app.log', logLine(1).repeat(500));
    // A write that goes over the limit writes a part, as one on a disk that fills up does.
    const { code, error } = bash(`ulimit -f 8; $CLI lookup ${id} --format json > part.json`);
    assert.deepEqual([code, /Standard output cannot be written/.test(error)], [2, true]);
    assert.ok(readFileSync(path.join(folder.root, 'part.json')).length > 4_000);
  });

  it('names pipes and devices, and waits for none', async () => {
    execFileSync('mkfifo', ['pipe', 'pipe.ts', 'pipe.log', 'pipe.yaml'], { cwd: folder.root });
    const commands: readonly (readonly string[])[] = [
      ['check', 'pipe.ts'],
      ['check', '/dev/zero'],
      ['check', '.', '--catalogue', 'pipe.yaml'],
      ['check', '.', '--baseline', 'pipe'],
      ['check', '.', '--baseline', 'pipe', '--update-baseline'],
      ['coverage', 'pipe.ts'],
      ['lookup', id, 'pipe.log'],
      ['lookup', id, '/dev/zero'],
      ['lookup', id, '.'],
      ['lookup', '--ids-file', 'pipe', 'app.log'],
      ['lookup', id, 'app.log', '--engines', 'pipe.yaml'],
      ['logs', 'pipe.log'],
      ['logs', '.'],
      ['import', 'pipe.yaml'],
      ['catalogue', 'validate', 'pipe.yaml'],
      ['generate', 'typescript', '--check', '--out', 'pipe'],
    ];
    for (const args of commands) {
      const { code, error } = await runCommand(args, folder.root);
      assert.deepEqual([args, code], [args, 2]);
      assert.match(error, /(?:pipe|zero).*(?:no file|pipe, a socket or a device|cannot be read)/i, args.join(' '));
    }
    execFileSync('mkfifo', ['api-error-codes.yaml'], { cwd: folder.root });
    const { code, error } = await runCommand(['check', '.'], folder.root);
    assert.deepEqual([code, error], [2, 'api-error-codes.yaml: is no file\n']);
  });

  it('reads standard input and process substitutions that a user names', () => {
    for (const named of ['-', '/dev/stdin']) {
      const { code, out } = bash(`$CLI lookup ${id} ${named}`, logLine(2));
      assert.deepEqual([code, /standard input:1/.test(out)], [0, true], out);
      assert.match(bash(`$CLI logs ${named}`, logLine(2)).out, /^Records +1$/m);
    }
    folder.put('packed', gzipSync(logLine(3)).toString('latin1'));
    assert.equal(bash(`cat app.log | gzip | $CLI lookup ${id} -`).code, 0);
    const both = JSON.parse(bash(`$CLI lookup ${id} <(cat app.log) app.log --format json`).out) as {
      records: { file: string }[];
    };
    assert.deepEqual(both.records.map(({ file }) => file.replace(/\d+$/, '')).sort(), ['/dev/fd/', 'app.log']);
    assert.equal(bash(`$CLI lookup ${id} <(true)`).code, 1);
    assert.equal(bash(`$CLI lookup --ids-file <(echo ${id}) app.log`).code, 0);
    assert.match(bash('$CLI logs <(cat app.log app.log)').out, /^Records +2$/m);
    assert.match(bash('$CLI import <(cat errors.md) --id shop').out, /TOO_MANY/);
    assert.match(bash('$CLI import -', document).out, /TOO_MANY/);
    assert.equal(bash('rm shop.error-codes.yaml; $CLI check . --catalogue <(echo nothing)').code, 2);
  });

  it('prints its findings so far when it is ended while standard input goes on', async () => {
    const child = spawn(process.execPath, [path.resolve('dist/cli.cjs'), 'lookup', id, 'app.log', '-', '--format', 'json'], {
      cwd: folder.root,
    });
    const said: string[] = [];
    child.stdout.setEncoding('utf8').on('data', (piece: string) => said.push(piece));
    const closed = new Promise((resolve) => child.once('close', resolve));
    // More than what is read before a record of it is looked for.
    child.stdin.on('error', () => undefined).write(logLine(2) + 'x\n'.repeat(1_000_000), () => child.kill('SIGTERM'));
    assert.equal(await closed, 2);
    const { records, cancelled } = JSON.parse(said.join('')) as { records: unknown[]; cancelled: boolean };
    assert.deepEqual([records.length, cancelled], [2, true]);
  });

  it('takes a descriptor of a file for the file', () => {
    const descriptor = openSync(path.join(folder.root, 'app.log'), 'r');
    try {
      const args = [path.resolve('dist/cli.cjs'), 'lookup', id, '/dev/stdin'];
      assert.equal(spawnSync(process.execPath, args, { cwd: folder.root, stdio: [descriptor, 'pipe', 'pipe'] }).status, 0);
    } finally {
      closeSync(descriptor);
    }
  });
});
