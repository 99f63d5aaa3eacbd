import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { useServer } from './support/useServer.ts';
import { waitFor } from './support/testClient.ts';
import type { LogIndex } from '../../server/src/adapters/logIndex/logIndex.ts';
import { searchLogs } from '../../server/src/adapters/logSearch/searchLogs.ts';
import { recogniser } from './support/useLogFolder.ts';
import type { LookupResult } from '../../server/src/protocol/lookupProtocol.ts';

const uuid = (number: number) => `18b2ad5e-2a9e-4d3f-b9a8-${String(number).padStart(12, '0')}`;
const log = (from: number, count: number) =>
  Array.from(
    { length: count },
    (_, index) => `2026-05-04T12:00:00Z INFO request_id=${uuid(from + index)} ${'x'.repeat(100)}\n`,
  ).join('');
interface Answer {
  readonly records: readonly { readonly file: string; readonly line: number; readonly text: string }[];
  readonly searched: { readonly files: number; readonly bytes: number };
}

describe('the index of logs', function () {
  this.timeout(30_000);
  let folder = '';
  let cache = '';
  const stored = () => path.join(cache, 'api-error-codes', 'logs');
  const run = (id: string, ...args: readonly string[]) => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [path.resolve('dist/cli.cjs'), 'lookup', id, '.', '--format', 'json', ...args],
      { cwd: folder, encoding: 'utf8', env: { ...process.env, XDG_CACHE_HOME: cache } },
    );
    assert.notEqual(status, 2, stderr);
    return JSON.parse(stdout) as Answer;
  };
  /** Index or not, the answer is the same. */
  const check = (id: string) => {
    const indexed = run(id, '--index');
    assert.deepEqual(indexed, run(id));
    return indexed.records.map(({ file, line }) => `${file}:${line}`);
  };
  const settle = (name: string) => utimesSync(path.join(folder, name), 1_700_000_000, 1_700_000_000);

  before(function () {
    if (process.platform !== 'linux') this.skip();
  });
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'logs-'));
    cache = mkdtempSync(path.join(tmpdir(), 'cache-'));
    writeFileSync(path.join(folder, 'a.log'), log(0, 60_000));
    writeFileSync(path.join(folder, 'b.log.gz'), gzipSync(log(60_000, 60_000)));
    settle('a.log');
    settle('b.log.gz');
  });
  afterEach(() => {
    for (const made of [folder, cache]) rmSync(made, { recursive: true, force: true });
  });

  it('answers as a search does, for ids at the borders of blocks as well', () => {
    assert.deepEqual(check(uuid(5)), ['a.log:6']);
    assert.equal(readdirSync(stored()).length, 2);
    // A record goes over each end of a block, of 1 MB.
    const atBorder = Math.floor((1024 * 1024) / log(0, 1).length);
    for (const number of [atBorder - 1, atBorder, atBorder + 1, 2 * atBorder, 0, 59_999]) {
      assert.deepEqual(check(uuid(number)), [`a.log:${number + 1}`]);
      assert.deepEqual(check(uuid(60_000 + number)), [`b.log.gz:${number + 1}`]);
    }
    assert.deepEqual(check(uuid(999_999)), []);
    for (const spelled of [uuid(5).toUpperCase(), uuid(5).replaceAll('-', ''), uuid(5).replace('a', 'A')])
      assert.deepEqual(check(spelled), ['a.log:6']);
    // Not a whole id: the index cannot decide.
    assert.deepEqual(check(uuid(77).slice(4)), ['a.log:78']);
  });

  it('finds a UUID without its dashes by one with them', () => {
    writeFileSync(
      path.join(folder, 'a.log'),
      log(0, 60_000).replaceAll(/(?<=request_id=)\S+/g, (found) => found.replaceAll('-', '')),
    );
    settle('a.log');
    run(uuid(1), '--index');
    for (const spelled of [uuid(40_000), uuid(40_000).replaceAll('-', ''), uuid(40_000).replaceAll('-', '').toUpperCase()])
      assert.deepEqual(check(spelled), ['a.log:40001']);
  });

  it('reads files that have changed', () => {
    check(uuid(1));
    appendFileSync(path.join(folder, 'a.log'), log(500_000, 1));
    assert.deepEqual(check(uuid(500_000)), ['a.log:60001']);
    writeFileSync(path.join(folder, 'a.log'), log(700_000, 60_000));
    assert.deepEqual(check(uuid(700_009)), ['a.log:10']);
    assert.deepEqual(check(uuid(9)), []);
  });

  it('keeps no ids, is only for the user, and lives with damage', () => {
    check(uuid(1));
    for (const name of readdirSync(stored())) {
      const file = path.join(stored(), name);
      assert.equal(statSync(file).mode & 0o777, 0o600);
      assert.equal(statSync(stored()).mode & 0o777, 0o700);
      const bytes = readFileSync(file);
      assert.ok(!bytes.includes('18b2ad5e') && !bytes.includes('a.log'));
      // Without the bits of its filters an index would deny that the id is there.
      writeFileSync(file, bytes.fill(0, 2_000, 9_000));
    }
    assert.deepEqual(check(uuid(9)), ['a.log:10']);
    for (const name of readdirSync(stored())) truncateSync(path.join(stored(), name), 100);
    assert.deepEqual(check(uuid(9)), ['a.log:10']);
    rmSync(stored(), { recursive: true });
    assert.deepEqual(check(uuid(9)), ['a.log:10']);
  });

  it('is relied on for files that have not changed, and asked for others', async () => {
    const unknown: string[] = [];
    const search = async (index: LogIndex | undefined) => {
      const { found, files, bytes } = await searchLogs(
        {
          requestIds: [uuid(5)],
          roots: [folder],
          openDocuments: [],
          globs: [],
          recogniser: () => Promise.resolve(recogniser),
          maxRecords: 10,
          now: 0,
          signal: new AbortController().signal,
        },
        {
          store: {
            read: ({ path: file }) => (file.endsWith('a.log') ? index : undefined),
            write: assert.fail,
            prune: assert.fail,
          },
          onUnknown: (others) => unknown.push(...others.map(({ path: file }) => path.basename(file))),
        },
      );
      return [found[0]?.records.length, files, bytes];
    };
    const size = statSync(path.join(folder, 'a.log')).size;
    assert.deepEqual(await search(undefined), [1, 2, 2 * size]);
    // An index that denies that the id is there: the file is not read.
    assert.deepEqual(await search({ isOf: () => true, length: size, blocks: [{ line: 1, filter: new Uint8Array() }] }), [
      0,
      2,
      2 * size,
    ]);
    assert.deepEqual(unknown.sort(), ['a.log', 'b.log.gz', 'b.log.gz']);
  });

  it('is not relied on for a file that is renamed meanwhile, which is found all the same', async () => {
    const { found, skipped } = await searchLogs(
      {
        requestIds: [uuid(5)],
        roots: [folder],
        openDocuments: [],
        globs: [],
        recogniser: () => Promise.resolve(recogniser),
        maxRecords: 10,
        now: 0,
        signal: new AbortController().signal,
      },
      {
        store: {
          read: ({ path: file, size }) => {
            if (!file.endsWith('a.log')) return undefined;
            renameSync(file, `${file}.1`);
            return { isOf: () => true, length: size, blocks: [{ line: 1, filter: new Uint8Array(1024).fill(255) }] };
          },
          write: assert.fail,
          prune: assert.fail,
        },
        onUnknown: () => undefined,
      },
    );
    assert.deepEqual(
      found[0]?.records.map(({ file, line }) => `${path.basename(file)}:${line}`),
      ['a.log.1:6'],
    );
    assert.deepEqual(skipped, []);
  });

  describe('over LSP', () => {
    const server = useServer();

    it('is made after a look-up, in the folder that the client names, and used by the next', async () => {
      const place = path.join(server.folder.root, 'a.log');
      server.folder.put('a.log', log(0, 60_000));
      utimesSync(place, 1_700_000_000, 1_700_000_000);
      const { connection } = await server.start({ initializationOptions: { cachePath: cache } });
      const lookUp = (requestId: string) => connection.sendRequest<LookupResult>('apiErrorCodes/lookup', { requestId });
      assert.equal((await lookUp(uuid(3))).records[0]?.line, 4);
      const made = () => readdirSync(cache, { recursive: true, encoding: 'utf8' }).find((name) => name.endsWith('.index'));
      const index = await waitFor('an index', made);
      assert.match(index, /^logs/);
      const { records, searched } = await lookUp(uuid(40_000));
      assert.deepEqual([records.map(({ line }) => line), searched.files, searched.bytes], [[40_001], 1, statSync(place).size]);
      assert.equal((await lookUp(uuid(999_999))).records.length, 0);
    });
  });
});
