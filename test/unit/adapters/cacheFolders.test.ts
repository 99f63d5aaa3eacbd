import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, realpathSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describeLogFile } from '../../../server/src/adapters/logFiles/logFile.ts';
import { createLogIndexStore } from '../../../server/src/adapters/logIndex/logIndexStore.ts';
import { makeFolder } from '../../../server/src/adapters/files/makeFolder.ts';

describe('folders of the cache', () => {
  let folder: string;
  beforeEach(() => (folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'api-error-codes-')))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('are made with those above them, and are there already the second time', () => {
    const deep = path.join(folder, 'a', 'b', 'c');
    makeFolder(deep);
    makeFolder(deep);
    assert.ok(statSync(deep).isDirectory());
  });

  it('are given up where none can be made', function () {
    if (process.platform !== 'linux') this.skip();
    assert.throws(() => makeFolder('/proc/nope/api-error-codes/logs'));
    writeFileSync(path.join(folder, 'file'), '');
    assert.throws(() => makeFolder(path.join(folder, 'file', 'logs')));
  });

  it('lose the drafts that a killed process has left, and no others', () => {
    writeFileSync(path.join(folder, 'a.index'), 'x');
    writeFileSync(path.join(folder, 'old.index.1.tmp'), 'x');
    utimesSync(path.join(folder, 'old.index.1.tmp'), 1_000, 1_000);
    writeFileSync(path.join(folder, 'new.index.2.tmp'), 'x');
    createLogIndexStore(folder).prune();
    assert.deepEqual(readdirSync(folder).sort(), ['a.index', 'new.index.2.tmp']);
  });

  it('are not waited for where a pipe is in the place of an index', function () {
    if (process.platform === 'win32') this.skip();
    const log = path.join(folder, 'a.log');
    writeFileSync(log, 'x');
    const store = createLogIndexStore(path.join(folder, 'kept'));
    const file = describeLogFile(log, log, statSync(log));
    store.write(file, Buffer.from('x'));
    const [name = ''] = readdirSync(path.join(folder, 'kept'));
    rmSync(path.join(folder, 'kept', name));
    assert.equal(spawnSync('mkfifo', [path.join(folder, 'kept', name)]).status, 0);
    assert.ok(existsSync(path.join(folder, 'kept', name)));
    assert.equal(store.read(file), undefined);
  });
});
