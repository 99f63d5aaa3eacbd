import assert from 'node:assert/strict';
import { mkdtempSync, realpathSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { makeFolder } from '../../../server/src/adapters/files/makeFolder.ts';

describe('folders that are made', () => {
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
});
