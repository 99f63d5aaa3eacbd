import assert from 'node:assert/strict';
import { chmodSync } from 'node:fs';
import type { LookupResult } from '../../server/src/protocol/lookupProtocol.ts';
import { runCommand } from './support/runCommand.ts';
import { useServer } from './support/useServer.ts';

const id = '18b2ad5e-2a9e-4d3f-b9a8-9f2a1e0b1234';
const line = (second: number) => `2026-05-04T12:00:0${second}Z INFO pay request_id=${id}`;
/** A command that prints texts, of which the second goes to standard error. */
const print = (out: string, error = '', code = 0) =>
  `"${process.execPath}" -e "process.stdout.write(process.argv[1]); process.stderr.write(process.argv[2]); process.exitCode = ${code}" -- '${out}' '${error}'`;

interface Answer {
  readonly records: readonly { readonly file: string; readonly line: number }[];
}

describe('commands whose output is searched', function () {
  this.timeout(30_000);
  const server = useServer();

  it('are read beside files, both of their streams', async () => {
    server.folder.put('app.log', `${line(1)}\n`);
    const command = print(`${line(2)}\n`, `${line(3)}\n`);
    const { code, out, error } = await runCommand(
      ['lookup', id, 'app.log', '--from', command, '--format', 'json'],
      server.folder.root,
    );
    assert.deepEqual([code, error], [0, '']);
    const { records } = JSON.parse(out) as Answer;
    assert.deepEqual(
      records.map(({ file }) => file),
      ['app.log', command, command],
    );
  });

  it('are the only place that is searched when no path is named, and are summarised too', async () => {
    server.folder.put('app.log', `${line(1)}\n`);
    const { out } = await runCommand(['lookup', id, '--from', print(`${line(2)}\n`)], server.folder.root);
    assert.match(out, /: 1 record/);
    const summary = await runCommand(['logs', '--from', print(`${line(2)}\n${line(3)}\n`)], server.folder.root);
    assert.match(summary.out, /^Records +2$/m);
  });

  it('are named when they fail or are missing, and what they printed counts', async () => {
    const failing = print(`${line(1)}\n`, 'no such pod', 3);
    const { code, out, error } = await runCommand(
      ['lookup', id, '--from', failing, '--from', 'no-such-program x'],
      server.folder.root,
    );
    assert.equal(code, 2);
    assert.match(out, /: 1 record/);
    assert.match(error, /failed with exit code 3: no such pod/);
    assert.match(error, /no-such-program x: There is no program no-such-program in PATH\./);
  });

  it('are no programs of the folder, and are started by no shell', async function () {
    if (process.platform === 'win32') this.skip();
    chmodSync(server.folder.put('evil', '#!/bin/sh\ntouch "$(dirname "$0")/ran"\n'), 0o755);
    const env = { PATH: `${server.folder.root}:${process.env['PATH'] ?? ''}` };
    const { error } = await runCommand(['lookup', id, '--from', 'evil'], server.folder.root, env);
    assert.match(error, /There is no program evil in PATH/);
    const { records } = JSON.parse(
      (await runCommand(['lookup', id, '--from', print(`${line(1)} $(id) | x; y`), '--format', 'json'], server.folder.root)).out,
    ) as Answer & { readonly records: readonly { readonly text: string }[] };
    assert.ok(records[0]?.text.endsWith('$(id) | x; y'));
  });

  it('end when they are cancelled, however long they run', async () => {
    const { connection } = await server.start({
      capabilities: { workspace: { configuration: true } },
      configuration: () => ({
        lookup: { sources: { slow: { type: 'command', command: `"${process.execPath}" -e "setInterval(() => {}, 1000)"` } } },
      }),
    });
    const { CancellationTokenSource, LSPErrorCodes } = await import('vscode-languageserver/node');
    const cancellation = new CancellationTokenSource();
    const answer = connection.sendRequest('apiErrorCodes/lookup', { requestId: id }, cancellation.token);
    cancellation.cancel();
    // A look-up that had begun answers with the part that was found until then.
    const isEnded = await answer.then(
      (part) => (part as { readonly cancelled: boolean }).cancelled,
      ({ code }: { readonly code: number }) => code === LSPErrorCodes.RequestCancelled,
    );
    assert.ok(isEnded);
  });

  it('are configured in the editor by the user only, and never run in restricted mode', async () => {
    const sources = {
      own: { type: 'command', command: print(line(1)) },
      missing: { type: 'kubernetes', selector: 'app=api' },
      wrong: { type: 'docker', container: '--help' },
    };
    const { connection, logged } = await server.start({
      capabilities: { workspace: { configuration: true } },
      configuration: () => ({ lookup: { sources } }),
    });
    const ask = (trusted: boolean) => connection.sendRequest<LookupResult>('apiErrorCodes/lookup', { requestId: id, trusted });
    const answer = await ask(true);
    assert.deepEqual(
      answer.records.map(({ file, uri }) => [file, uri]),
      [['own', undefined]],
    );
    assert.ok(answer.searched.sources.includes('own'));
    assert.ok(logged.some((text) => text.includes('lookup.sources.wrong.container')));
    assert.deepEqual((await ask(false)).records, []);
    server.folder.put('api-error-codes.yaml', `lookup:\n  sources:\n    x: { type: command, command: "touch ran" }\n`);
    const { error } = await runCommand(['lookup', id], server.folder.root);
    assert.match(error, /lookup\.sources only counts in your own settings/);
  });

  it('leave out records outside of a time', async () => {
    server.folder.put('app.log', `${line(1)}\n${line(2)}\n${line(3)}\n`);
    const ask = (...args: readonly string[]) => runCommand(['lookup', id, ...args], server.folder.root);
    const { out } = await ask('--since', '2026-05-04T12:00:02Z', '--until', '2026-05-04T12:00:03Z');
    assert.match(out, /: 1 record\n/);
    assert.match(out, /^2 records outside of --since and --until are left out\.$/m);
    const none = await ask('--since', '1h');
    assert.equal(none.code, 1);
    assert.match(none.out, /No record of .* 3 records outside of --since and --until are left out\./);
    assert.match((await ask('--since', 'yesterday')).error, /2h for two hours ago/);
  });
});
