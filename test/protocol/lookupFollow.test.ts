import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, renameSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createTestFolder } from './support/testClient.ts';

const id = '18b2ad5e-2a9e-4d3f-b9a8-9f2a1e0b1234';
const line = (text: string) => `2026-05-04T12:00:00Z INFO pay ${text} request_id=${id}\n`;

describe('a look-up that follows logs', function () {
  this.timeout(30_000);
  let folder: ReturnType<typeof createTestFolder>;
  let child: ChildProcess | undefined;
  let out = '';
  beforeEach(() => {
    folder = createTestFolder();
    out = '';
  });
  afterEach(() => {
    child?.kill('SIGKILL');
    folder.remove();
  });
  const start = (...args: readonly string[]) => {
    child = spawn(process.execPath, [path.resolve('dist/cli.cjs'), 'lookup', id, '--follow', ...args], {
      cwd: folder.root,
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    child.stdout?.setEncoding('utf8').on('data', (piece: string) => (out += piece));
    return child;
  };
  const until = async (text: string): Promise<void> => {
    const deadline = Date.now() + 15_000;
    while (!out.includes(text)) {
      assert.ok(Date.now() < deadline, `${text} did not come: ${out}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };

  it('prints what is there, then each record as it is written, whole, and once', async () => {
    const file = folder.put('app.log', line('first'));
    start();
    await until('pay first');
    appendFileSync(file, line('second').trimEnd());
    appendFileSync(file, '\n    at pay (/app/pay.js:1:2)\n2026-05-04T12:00:01Z INFO other\n');
    await until('at pay (/app/pay.js:1:2)');
    // Rotated: the old file goes on, and a new one begins.
    renameSync(file, path.join(folder.root, 'app.log.1'));
    folder.put('app.log', line('third'));
    await until('pay third');
    appendFileSync(path.join(folder.root, 'app.log.1'), line('late'));
    await until('pay late');
    folder.put('new.log', line('fourth'));
    await until('pay fourth');
    truncateSync(path.join(folder.root, 'new.log'), 0);
    appendFileSync(path.join(folder.root, 'new.log'), line('fifth'));
    await until('pay fifth');
    child?.kill('SIGINT');
    const [code] = (await once(child as ChildProcess, 'close')) as [number | null];
    assert.equal(code, 0);
    for (const text of ['first', 'second', 'third', 'late', 'fourth', 'fifth'])
      assert.equal(out.split(`pay ${text}`).length, 2, `${text}: ${out}`);
    assert.match(out, /app\.log:2\n/);
  });

  it('reads a file anew that was emptied and is longer again, or as long, by the next look', async () => {
    const file = folder.put('app.log', line('first'));
    start();
    await until('pay first');
    appendFileSync(file, line('seen'));
    await until('pay seen');
    for (const text of ['emptied-'.repeat(20), 'as-long-'.repeat(20), 'shorter']) {
      writeFileSync(file, line(text));
      await until(`pay ${text}`);
    }
    appendFileSync(file, line('last'));
    await until('pay last');
    assert.match(out, /app\.log:2\n {2}\S+ INFO pay last/);
    assert.equal(out.split('pay shorter').length, 2);
  });

  for (const format of ['pretty', 'json'])
    it(`redacts what comes, also a secret that an earlier record revealed, as ${format}`, async () => {
      const file = folder.put('app.log', line('first password=hunter22zq'));
      start('--redact', '--format', format);
      await until('pay first');
      appendFileSync(file, line('second from jane@example.com'));
      appendFileSync(file, line('third with hunter22zq'));
      await until('pay third');
      child?.kill('SIGINT');
      await once(child as ChildProcess, 'close');
      assert.ok(!out.includes('hunter22zq') && !out.includes('jane@'), out);
      assert.ok(out.indexOf('pay second') < out.indexOf('pay third'), out);
    });

  it('prints JSON lines, and reads standard input as it comes', async () => {
    const { stdin } = start('-', '--format', 'json');
    stdin?.write(line('one'));
    await until('pay one');
    stdin?.write(`nothing\n${line('two')}`);
    await until('pay two');
    stdin?.end();
    await once(child as ChildProcess, 'close');
    const records = out
      .trim()
      .split('\n')
      .map((text) => JSON.parse(text) as { requestId: string; file: string; line: number; text: string });
    assert.deepEqual(
      records.map(({ requestId, file, line: at }) => [requestId, file, at]),
      [
        [id, 'standard input', 1],
        [id, 'standard input', 3],
      ],
    );
  });

  it('ends with the command that it follows', async () => {
    const script = `setTimeout(() => console.log(${JSON.stringify(line('from a command').trim())}), 100)`;
    start('--from', `"${process.execPath}" -e '${script}'`);
    const [code] = (await once(child as ChildProcess, 'close')) as [number | null];
    assert.match(out, /pay from a command/);
    assert.equal(code, 0);
  });

  it('prints only what a command prints, and ends with 2 when the command failed', async () => {
    start('--from', `node -e "console.log('request_id=${id}'); process.exitCode = 4"`);
    const [code] = (await once(child as ChildProcess, 'close')) as [number | null];
    assert.equal(code, 2);
    assert.match(out, /^no time .*\n {2}request_id=/);
  });
});
