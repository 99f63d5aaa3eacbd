import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createLongDocumentReader } from '../../../server/src/adapters/catalogues/documentThreads.ts';
import { readDocuments } from '../../../server/src/service/catalogue/readDocument.ts';

describe('a document that is read in a thread', () => {
  const noFile = () => Promise.resolve({ problem: 'does not exist' });
  const text = `# Errors\n${'x'.repeat(300_000)}`;
  let folder = '';
  beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), 'api-error-codes-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const putThread = (code: string): string => {
    const file = path.join(folder, 'thread.cjs');
    writeFileSync(file, code);
    return file;
  };
  const noted = async (file: string, time: number, signal?: AbortSignal): Promise<readonly string[]> => {
    const readLong = createLongDocumentReader(file, time);
    assert.ok(readLong);
    const host = { readRelated: noFile, readLong, ...(signal ? { signal } : {}) };
    const { notes } = await readDocuments([{ name: 'errors.md', text, host }], {});
    return notes.map(({ document, message }) => `${document}: ${message}`);
  };
  const tooLong = ['errors.md: The document takes longer than 9 seconds to read and was not read.'];

  it('and takes too long is named, with what it means', async () => {
    assert.deepEqual(await noted(putThread('for (;;);'), 50), tooLong);
  });

  it('ends when it is cancelled', async () => {
    const stop = new AbortController();
    const read = noted(putThread('for (;;);'), 60_000, stop.signal);
    stop.abort();
    assert.deepEqual(await read, ['errors.md: The document was not read: reading was cancelled.']);
  });

  it('and breaks the thread harms nothing else', async () => {
    const broken = ['errors.md: The document was not read: reading it takes more memory than there is.'];
    assert.deepEqual(await noted(putThread("throw new Error('out of memory');"), 60_000), broken);
  });

  it('is read here without a thread', () => {
    assert.equal(createLongDocumentReader(path.join(folder, 'missing.cjs')), undefined);
  });
});
