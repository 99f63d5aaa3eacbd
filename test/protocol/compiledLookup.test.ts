import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import module from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';

describe('the compiled code that the command line keeps', function () {
  this.timeout(20_000);
  let folder = '';
  const kept = () => path.join(folder, 'api-error-codes', 'compiled');
  const place = () => path.join(kept(), readdirSync(kept())[0] ?? '');
  const runLook = (id: string) =>
    spawnSync(process.execPath, [path.resolve('dist/cli.cjs'), 'lookup', id, folder], {
      encoding: 'utf8',
      env: { ...process.env, XDG_CACHE_HOME: folder, NODE_DISABLE_COMPILE_CACHE: undefined },
    });
  const look = () => {
    const { status, signal, stdout, stderr } = runLook('req_1');
    assert.deepEqual([status, signal], [0, null], stderr);
    assert.match(stdout, /app\.log:1/);
  };

  before(function () {
    // Newer ones keep it themselves.
    if (process.platform !== 'linux' || 'enableCompileCache' in module) this.skip();
  });
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'compiled-'));
    writeFileSync(path.join(folder, 'app.log'), '2026-05-04T12:00:00Z INFO req_1\n');
    look();
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('is used by the next start', () => {
    const { ino } = statSync(place());
    look();
    assert.equal(statSync(place()).ino, ino);
  });

  it('is made again by the first start that needs more of it', () => {
    rmSync(place());
    assert.equal(runLook('req_2').status, 1);
    const [sizeOfPart, { ino }] = [statSync(place()).size, statSync(place())];
    assert.equal(runLook('req_2').status, 1);
    assert.equal(statSync(place()).ino, ino);
    look();
    assert.ok(statSync(place()).size > sizeOfPart);
  });

  it('is made again when it is damaged or of another version', () => {
    const whole = readFileSync(place());
    const damaged = Buffer.from(whole).fill(0xa5, 5_000, 40_000);
    const other = Buffer.from(whole).fill('0', 0, 64);
    for (const bytes of [damaged, other, whole.subarray(0, 100_000), whole.subarray(0, 64), Buffer.alloc(0)]) {
      writeFileSync(place(), bytes);
      look();
      assert.equal(readFileSync(place()).toString('latin1', 0, 64), whole.toString('latin1', 0, 64));
      assert.ok(statSync(place()).size > 200_000);
    }
  });

  it('leaves nothing behind where it cannot be kept', () => {
    const [name = ''] = readdirSync(kept());
    rmSync(kept(), { recursive: true });
    mkdirSync(path.join(kept(), name), { recursive: true });
    look();
    assert.deepEqual(readdirSync(kept()), [name]);
    rmSync(kept(), { recursive: true });
    writeFileSync(kept(), '');
    look();
  });
});
