import assert from 'node:assert/strict';
import path from 'node:path';
import { type ProgramStart, runProgram } from '../../server/src/adapters/programs/runProgram.ts';

/** Programs here are Node with a script, so that this runs wherever the product does. */
describe('runProgram', function () {
  this.timeout(20_000);
  const run = (script: string, more: Partial<ProgramStart> = {}) =>
    runProgram({ name: 'helper', file: process.execPath, args: ['-e', script], ...more });
  const problemOf = async (script: string, more: Partial<ProgramStart> = {}): Promise<string> => {
    const result = await run(script, more);
    return result.ok ? `answered ${result.code}` : `${result.problem}${result.cancelled ? ' (cancelled)' : ''}`;
  };

  it('gives what a program writes, and takes exit codes that are answers', async () => {
    const result = await run("process.stdin.on('data', (text) => process.stdout.write(String(text).toUpperCase()));", {
      input: 'wanted',
    });
    assert.ok(result.ok);
    assert.equal(result.output.toString('utf8'), 'WANTED');
    assert.equal(await problemOf('process.exitCode = 1', { answers: [0, 1] }), 'answered 1');
  });

  it('describes how a program failed: name, exit code or signal, and the first line of its errors', async () => {
    const says = "process.stderr.write('\\nfirst\\nsecond\\n');";
    assert.equal(await problemOf(`${says} process.exitCode = 7`), 'helper failed with exit code 7: first');
    assert.equal(await problemOf('process.exitCode = 7'), 'helper failed with exit code 7');
    if (process.platform !== 'win32')
      assert.equal(await problemOf(`${says} process.kill(process.pid, 'SIGKILL')`), 'helper was ended by SIGKILL: first');
    assert.match(await problemOf('', { file: path.resolve('nothing-here') }), /^helper could not be run: spawn .* ENOENT$/);
    assert.match(await problemOf('', { args: ['a\0b'] }), /^helper could not be run: /);
  });

  it('ends a program that takes too long, writes too much or is not wanted any more', async () => {
    const hangs = 'setInterval(() => {}, 1000);';
    assert.equal(await problemOf(hangs, { timeLimit: 200 }), 'helper took longer than 0.2 s and was ended');
    const writes = "const write = () => process.stdout.write('x'.repeat(100_000), write); write();";
    assert.equal(await problemOf(writes, { outputLimit: 1_000_000 }), 'helper wrote more than 1 MB and was ended');
    const abort = new AbortController();
    const running = problemOf(`${hangs} process.stdout.write('here')`, {
      signal: abort.signal,
      onOutput() {
        abort.abort();
        return true;
      },
    });
    assert.equal(await running, 'helper was cancelled (cancelled)');
    assert.equal(await problemOf('', { signal: abort.signal }), 'helper was cancelled (cancelled)');
    const pieces: string[] = [];
    const enough = await run(writes, { onOutput: (piece) => pieces.push(piece.toString('utf8')) < 2 });
    assert.deepEqual([enough.ok, pieces.length], [true, 2]);
  });

  it('hands on nothing of the environment that a helper does not need', async () => {
    const before = { ...process.env };
    Object.assign(process.env, {
      GIT_DIR: '/x',
      GIT_EXTERNAL_DIFF: '/x',
      NODE_OPTIONS: '--no-warnings',
      CI_TOKEN: 'x',
      HOME: '/home/a',
    });
    try {
      const result = await run('process.stdout.write(JSON.stringify(process.env))', { environment: { MORE: 'y' } });
      assert.ok(result.ok, JSON.stringify(result));
      const given = JSON.parse(result.output.toString('utf8')) as Record<string, string>;
      assert.deepEqual([given['HOME'], given['LC_ALL'], given['MORE']], ['/home/a', 'C', 'y']);
      // On Windows Node hands PATH on to every program.
      const kept = process.platform === 'win32' ? [] : ['PATH'];
      for (const name of ['GIT_DIR', 'GIT_EXTERNAL_DIFF', 'NODE_OPTIONS', 'CI_TOKEN', ...kept]) assert.ok(!(name in given), name);
    } finally {
      for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
      Object.assign(process.env, before);
    }
  });
});
