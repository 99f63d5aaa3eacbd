import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { symlinkSync, truncateSync } from 'node:fs';
import path from 'node:path';
import { crc32, gzipSync } from 'node:zlib';
import { pack } from 'tar-stream';
import { readExcerpt } from '../../server/src/adapters/logReading/excerpt.ts';
import { findProgram } from '../../server/src/adapters/programs/findProgram.ts';
import { runCommand } from './support/runCommand.ts';
import { id, logLine, places, useLogFolder } from './support/useLogFolder.ts';

type Members = Readonly<Record<string, string | Buffer>>;

/** A zip archive whose members are not compressed. */
function zip(members: Members): Buffer {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(members)) {
    const [nameBytes, bytes] = [Buffer.from(name), Buffer.from(content)];
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt32LE(crc32(bytes), 10);
    facts.writeUInt32LE(bytes.length, 14);
    facts.writeUInt32LE(bytes.length, 18);
    facts.writeUInt16LE(nameBytes.length, 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), facts, nameBytes, bytes]);
    central.push(Buffer.concat([Buffer.from('PK\x01\x02'), Buffer.from([20, 0]), facts, place, nameBytes]));
    locals.push(local);
    offset += local.length;
  }
  const list = Buffer.concat(central);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(central.length, 4);
  end.writeUInt16LE(central.length, 6);
  end.writeUInt32LE(list.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...locals, list, Buffer.from('PK\x05\x06'), end]);
}

async function tar(members: Members): Promise<Buffer> {
  const archive = pack();
  for (const [name, content] of Object.entries(members)) archive.entry({ name }, Buffer.from(content));
  archive.finalize();
  const pieces: Buffer[] = [];
  for await (const piece of archive) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}

/** As a program of the system compresses it; undefined where there is none. */
function compress(program: 'bzip2' | 'xz', content: Buffer | string): Buffer | undefined {
  const { status, stdout } = spawnSync(program, ['-c'], { input: content, maxBuffer: 1e8 });
  return status === 0 ? stdout : undefined;
}

describe('logs in archives and in other compressions', function () {
  this.timeout(30_000);
  const logs = useLogFolder();
  const members = { 'app.log': logLine(1), 'day/old.log.gz': gzipSync(logLine(2)), 'notes.txt': logLine(3), 'empty.log': '' };
  const found = (archive: string) => [`${archive}/app.log:1`, `${archive}/day/old.log.gz:1`, `${archive}/notes.txt:1`];

  it('are found in each file of an archive, and shown in their surroundings', async () => {
    logs.put('logs.zip', zip(members));
    logs.put('app-logs-2026.tar.gz', gzipSync(await tar(members)));
    logs.put('app.log.tar', await tar(members));
    // Its name says nothing of an archive.
    logs.put('support.log.gz', gzipSync(await tar(members)));
    const result = await logs.search();
    const names = ['logs.zip', 'app-logs-2026.tar.gz', 'app.log.tar', 'support.log.gz'];
    assert.deepEqual(places(result), names.flatMap(found).sort());
    assert.deepEqual(result.skipped, []);
    for (const { file, offset = 0, line, excerpt } of result.records) {
      assert.ok(excerpt);
      const { text, firstLine } = await readExcerpt(path.join(logs.root, file), offset, line, new AbortController().signal);
      assert.ok(text.split('\n')[line - firstLine]?.includes(id), file);
    }
  });

  it('are found in files of bzip2 and xz, whatever their names, where the system has the programs', async () => {
    for (const program of ['bzip2', 'xz'] as const) {
      const packed = compress(program, logLine(1));
      logs.put(`${program}.log`, packed ?? (program === 'xz' ? Buffer.from([0xfd, 0x37, 0x7a, 0x58, 0x5a, 0]) : 'BZh91AY&SY'));
      const isThere = findProgram(program, logs.root) !== undefined;
      assert.equal(isThere, packed !== undefined);
      const result = await logs.search({ roots: [path.join(logs.root, `${program}.log`)] });
      assert.deepEqual(places(result), isThere ? [`${program}.log:1`] : []);
      const reason = `It is compressed with ${program}, and there is no program ${program} in PATH: install it, or decompress the file.`;
      assert.deepEqual(
        result.skipped.map((problem) => problem.reason),
        isThere ? [] : [reason],
      );
    }
  });

  it('are named where an archive is damaged, encrypted or holds archives, and the others are found', async () => {
    const encrypted = zip({ 'secret.log': logLine(1), 'open.log': logLine(2) });
    for (const sign of ['PK\x03\x04', 'PK\x01\x02']) {
      const at = encrypted.indexOf(sign);
      const isLocal = sign === 'PK\x03\x04';
      encrypted.writeUInt16LE(1, at + (isLocal ? 6 : 8));
      // The content has twelve bytes before it then.
      encrypted.writeUInt32LE(logLine(1).length - 12, at + (isLocal ? 22 : 24));
    }
    logs.put('logs-a.zip', encrypted);
    logs.put('logs-b.zip', zip({ 'inner.zip': zip(members), 'open.log': logLine(3) }));
    logs.put('logs-c.tar', await tar({ 'first.log': logLine(4), 'second.log': logLine(5).repeat(50) }));
    truncateSync(path.join(logs.root, 'logs-c.tar'), 1_600);
    const result = await logs.search();
    assert.deepEqual(
      places(result).filter((place) => !place.includes('second')),
      ['logs-a.zip/open.log:1', 'logs-b.zip/open.log:1', 'logs-c.tar/first.log:1'],
    );
    assert.deepEqual(result.skipped.map(({ file, reason }) => `${file}: ${reason}`).sort(), [
      'logs-a.zip/secret.log: It is encrypted.',
      'logs-b.zip/inner.zip: It is an archive in a stream or in an archive: unpack it.',
      'logs-c.tar/second.log: Unexpected end of data',
      'logs-c.tar: Unexpected end of data',
    ]);
  });

  it('are shown within their archive, whatever the names of its files, and each is found', async () => {
    const odd = {
      '../../up.log': logLine(1),
      '/abs.log': logLine(2),
      '..\\..\\back.log': logLine(3),
      'a/./b/../c.log': logLine(4),
    };
    logs.put('logs-a.zip', zip({ ...odd, 'good.log': logLine(5) }));
    const twice = pack();
    for (const [name, content] of Object.entries({ ...odd, 'good.log': logLine(5) })) twice.entry({ name }, content);
    twice.entry({ name: './good.log' }, logLine(6));
    twice.entry({ name: 'up.log' }, logLine(7));
    twice.finalize();
    const pieces: Buffer[] = [];
    for await (const piece of twice) pieces.push(piece as Buffer);
    logs.put('logs-b.tar', Buffer.concat(pieces));
    const result = await logs.search();
    const shown = ['up.log', 'abs.log', 'back.log', 'a/c.log', 'good.log'];
    assert.deepEqual(
      places(result),
      [
        ...shown.map((name) => `logs-a.zip/${name}:1`),
        ...[...shown, 'good.log (2)', 'up.log (2)'].map((name) => `logs-b.tar/${name}:1`),
      ].sort(),
    );
    assert.deepEqual(result.skipped, []);
    for (const { file, offset = 0, line, text } of result.records) {
      const excerpt = await readExcerpt(path.join(logs.root, file), offset, line, new AbortController().signal);
      assert.ok(excerpt.text.includes(text.trim()), file);
    }
  });

  it('are named where an archive or compressed data lies in compressed data in an archive', async () => {
    const packed = { 'a.tgz': gzipSync(await tar(members)), 'b.log.gz.gz': gzipSync(gzipSync(logLine(1))), 'c.log': logLine(2) };
    logs.put('logs.tar', await tar(packed));
    logs.put('twice.log.gz', gzipSync(gzipSync(logLine(1))));
    logs.put('zip.log.gz', gzipSync(zip(members)));
    const result = await logs.search();
    assert.deepEqual(places(result), ['logs.tar/c.log:1']);
    assert.deepEqual(result.skipped.map(({ file }) => file).sort(), [
      'logs.tar/a.tgz',
      'logs.tar/b.log.gz.gz',
      'twice.log.gz',
      'zip.log.gz',
    ]);
  });

  it('are read out of a gigabyte of zeros in bounded memory, and given up at once', async () => {
    const zeros = gzipSync(Buffer.alloc(64_000_000), { level: 1 });
    logs.put(
      'bomb-logs.tar.gz',
      Buffer.concat([gzipSync(await tar({ 'a.log': logLine(1) })), ...Array.from({ length: 16 }, () => zeros)]),
    );
    logs.put('bomb.log.gz', Buffer.concat(Array.from({ length: 16 }, () => zeros)));
    const before = process.memoryUsage().rss;
    const result = await logs.search();
    assert.deepEqual(places(result), ['bomb-logs.tar.gz/a.log:1']);
    assert.ok(process.memoryUsage().rss - before < 250_000_000);
    const { cancelled } = await logs.search({ signal: AbortSignal.timeout(50) });
    assert.ok(cancelled);
  });

  it('are summarised, file by file', async () => {
    logs.put('logs.zip', zip(members));
    const { out, error } = await runCommand(['logs', '.', '--format', 'json'], logs.root);
    assert.deepEqual([(JSON.parse(out) as { files: number; records: number }).records, error], [3, '']);
  });
});

describe('which files are logs by their names', function () {
  this.timeout(30_000);
  const logs = useLogFolder();

  it('are those of servers, systems, programs and rotation', async () => {
    const names = [
      ...['app.log', 'app.log.1', 'app.log-20260504', 'app.log.old', 'app.log.txt', 'APP.LOG', 'app.jsonl', 'app.log.json'],
      ...[
        'syslog',
        'syslog.1',
        'messages',
        'messages-20260504',
        'catalina.out',
        'nohup.out',
        'access_log',
        'error_log.2026-05-04',
      ],
      ...['server.err', 'stdout', 'log.txt', 'my-log.txt', 'auth.log.2', 'gc.log.0.current'],
    ];
    for (const name of names) logs.put(name, logLine(1));
    const others = ['blog.md', 'catalog.json', 'dialog.ts', 'login.txt', 'package.json', 'changelog'];
    for (const name of others) logs.put(name, logLine(1));
    const result = await logs.search();
    assert.deepEqual(places(result), names.map((name) => `${name}:1`).sort());
    assert.equal(result.otherFiles, others.length);
  });

  it('is said with the number of the others', async () => {
    logs.put('app.log', logLine(1));
    for (const name of ['a.txt', 'b.txt']) logs.put(name, logLine(1));
    const { out } = await runCommand(['lookup', id], logs.root);
    assert.match(out, /^2 other files left out by name: /m);
    const json = JSON.parse((await runCommand(['lookup', id, '--format', 'json'], logs.root)).out) as { searched: object };
    assert.deepEqual({ ...json.searched, bytes: 0 }, { files: 1, bytes: 0, otherFiles: 2 });
  });

  it('are the links of a named folder that has only links, wherever they lead', async function () {
    if (process.platform === 'win32') this.skip();
    logs.put('pods/api/0.log', logLine(1));
    logs.put('containers/.keep', '');
    const folder = path.join(logs.root, 'named');
    logs.put('named/x/y.txt', '');
    const { mkdirSync } = await import('node:fs');
    mkdirSync(path.join(folder, 'containers'), { recursive: true });
    symlinkSync(path.join(logs.root, 'pods', 'api', '0.log'), path.join(folder, 'containers', 'api.log'));
    const root = path.join(folder, 'containers');
    assert.deepEqual(places(await logs.search({ roots: [root], namedRoots: [root] })), ['named/containers/api.log:1']);
    const { records, skipped } = await logs.search({ roots: [root] });
    assert.deepEqual([records, skipped.length], [[], 1]);
  });
});
