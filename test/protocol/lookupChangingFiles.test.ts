import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, renameSync, rmSync, truncateSync, utimesSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { logLine, places, recogniser, useLogFolder } from './support/useLogFolder.ts';

describe('searchLogs while files change', function () {
  this.timeout(20_000);
  const logs = useLogFolder();

  for (const others of [0, 2_000]) {
    it(`reads a file that is renamed before it is looked at, among ${others} others`, async () => {
      for (let number = 0; number < others; number++) logs.put(`${number}.log`, 'x\n');
      logs.put('app.log', logLine(1));
      let renamed = false;
      const result = await logs.search({
        // Asked when the names of the folder are read.
        leavesOut: () => {
          if (!renamed) renameSync(path.join(logs.root, 'app.log'), path.join(logs.root, 'app.log.1'));
          renamed = true;
          return false;
        },
      });
      assert.deepEqual(places(result), ['app.log.1:1']);
      assert.deepEqual([result.files, result.skipped], [others + 1, []]);
    });
  }

  /** Searches, and does something when the first record is about to be read: other files have been listed only by then. */
  const searchWhile = (act: () => void) => {
    let done = false;
    return logs.search({
      recogniser: () => {
        if (!done) act();
        done = true;
        return Promise.resolve(recogniser);
      },
    });
  };
  const rename = (from: string, to: string) => renameSync(path.join(logs.root, from), path.join(logs.root, to));
  const putOld = (name: string, content: string | Uint8Array, age: number) => {
    logs.put(name, content);
    utimesSync(path.join(logs.root, name), 1_000_000_000 - age, 1_000_000_000 - age);
  };
  const seconds = ({ records }: { readonly records: readonly { readonly text: string }[] }) =>
    records.map(({ text }) => text.slice(17, 19)).sort();

  for (const file of ['app.log', 'app.log.gz'])
    it(`ends soon when it is cancelled, with a place of the id on each line of ${file}`, async () => {
      const lines = logLine(1).repeat(10_000);
      logs.put(file, file.endsWith('.gz') ? gzipSync(lines) : lines);
      const cancelling = new AbortController();
      const result = await logs.search({
        maxRecords: 10_000,
        signal: cancelling.signal,
        // As soon as anything else has its turn after the first record.
        onProgress: ({ records }) => {
          if (records.length > 0) setImmediate(() => cancelling.abort());
        },
      });
      assert.equal(result.cancelled, true);
      assert.ok(result.records.length < 10_000, String(result.records.length));
    });

  it('reads all of a log that takes the name of one that was read', async () => {
    putOld('app.log', `${'x\n'.repeat(1_000)}${logLine(1)}`, 1);
    putOld('app.log.1', logLine(2), 2);
    const result = await searchWhile(() => {
      rename('app.log.1', 'app.log.2');
      rename('app.log', 'app.log.1');
      logs.put('app.log', logLine(3) + logLine(4));
    });
    for (const second of ['01', '02', '03', '04']) assert.ok(seconds(result).includes(second), second);
    assert.deepEqual(result.skipped, []);
  });

  it('reads compressed files that are rotated while the search runs', async () => {
    putOld('app.log.1.gz', gzipSync(logLine(1)), 1);
    putOld('app.log.2.gz', gzipSync(logLine(2)), 2);
    const result = await searchWhile(() => {
      rename('app.log.2.gz', 'app.log.3.gz');
      rename('app.log.1.gz', 'app.log.2.gz');
      logs.put('app.log.1.gz', gzipSync(logLine(3)));
    });
    assert.deepEqual(places(result), ['app.log.1.gz:1', 'app.log.2.gz:1', 'app.log.3.gz:1']);
  });

  it('reads files that are rotated before they are looked at, all names of which were taken', async () => {
    logs.put('app.log', logLine(1));
    logs.put('app.log.1', logLine(2));
    let rotated = false;
    const leavesOut = () => {
      if (rotated) return false;
      rotated = true;
      rename('app.log.1', 'app.log.2');
      rename('app.log', 'app.log.1');
      logs.put('app.log', logLine(3));
      return false;
    };
    const result = await logs.search({ leavesOut });
    assert.deepEqual(places(result), ['app.log.1:1', 'app.log.2:1', 'app.log:1']);
  });

  it('shows no record twice of a log that is copied and emptied while it is read, and finds the rest', async () => {
    const content = logLine(1) + 'x\n'.repeat(6_000_000) + logLine(2);
    putOld('app.log', content, 1);
    let copied = false;
    const result = await logs.search({
      // Asked for with the first record.
      displayPath: (file) => {
        if (!copied && file.endsWith('app.log')) {
          copied = true;
          logs.put('app.log.1', content);
          truncateSync(file);
        }
        return path.basename(file);
      },
    });
    assert.deepEqual(places(result), ['app.log.1:6000002', 'app.log:1']);
    assert.deepEqual(result.skipped, [{ file: 'app.log', reason: 'The file became shorter while it was read.' }]);
  });

  for (const size of [0, 200_000]) {
    const filler = 'x\n'.repeat(size / 2);
    it(`reads the copy of a log of ${size + 70} bytes that is emptied while the search runs`, async () => {
      putOld('first.log', logLine(1), 1);
      putOld('app.log', logLine(2) + filler, 2);
      const result = await searchWhile(() => {
        logs.put('app.log.1', logLine(2) + filler);
        truncateSync(path.join(logs.root, 'app.log'));
      });
      assert.deepEqual(places(result), ['app.log.1:1', 'first.log:1']);
      assert.deepEqual(result.skipped, []);
    });

    it(`waits for no pipe that takes the name of a log of ${size + 70} bytes`, async function () {
      if (process.platform === 'win32') this.skip();
      putOld('first.log', logLine(1), 1);
      putOld('app.log', logLine(2) + filler, 2);
      putOld('folder.log', logLine(3) + filler, 2);
      putOld('packed.log.gz', gzipSync(logLine(4) + filler), 2);
      const result = await searchWhile(() => {
        for (const name of ['app.log', 'packed.log.gz', 'folder.log']) {
          rename(name, `old-${name}`);
          if (name === 'folder.log') mkdirSync(path.join(logs.root, name));
          else spawnSync('sh', ['-c', 'mkfifo "$0"', path.join(logs.root, name)]);
        }
      });
      assert.deepEqual(places(result), ['first.log:1', 'old-app.log:1', 'old-folder.log:1', 'old-packed.log.gz:1']);
      assert.deepEqual(result.skipped, []);
    });
  }

  for (const size of [0, 200_000]) {
    const kind = size === 0 ? 'small' : 'large';
    it(`reads ${kind} files that are rotated while the search runs, and names those that are removed`, async () => {
      const filler = 'x\n'.repeat(size / 2);
      for (let number = 0; number < 5; number++) logs.put(`a${number}.log`, `${logLine(number)}${filler}`);
      logs.put('gone.log', logLine(8) + filler);
      // The search has listed the files when it asks for the first time what reads records.
      let rotated = false;
      const rotate = () => {
        if (rotated) return;
        rotated = true;
        for (let number = 0; number < 5; number++) {
          renameSync(path.join(logs.root, `a${number}.log`), path.join(logs.root, `a${number}.log.1`));
          logs.put(`a${number}.log`, 'new\n');
        }
        rmSync(path.join(logs.root, 'gone.log'));
      };
      const result = await logs.search({
        onProgress: rotate,
        recogniser: () => {
          rotate();
          return Promise.resolve(recogniser);
        },
      });
      const seconds = new Set(result.records.map(({ text }) => text.slice(17, 19)));
      for (let number = 0; number < 5; number++) assert.ok(seconds.has(`0${number}`), String(number));
      assert.ok(
        seconds.has('08') ||
          result.skipped.some(({ file, reason }) => file === 'gone.log' && reason.startsWith('It was removed')),
      );
    });
  }
});
