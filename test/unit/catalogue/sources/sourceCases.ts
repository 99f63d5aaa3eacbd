import assert from 'node:assert/strict';
import type { SourceHost, SourceReading } from '../../../../server/src/service/catalogue/sources/source.ts';
import { findSource } from '../../../../server/src/service/catalogue/sources/sources.ts';
import { testParsers } from '../../support/testService.ts';
import { describeCodes, describeNotes } from './readPage.ts';

/** A file of source code, and the codes that are read in it. */
export interface SourceCase {
  readonly name: string;
  readonly text: string;
  readonly codes: readonly string[];
  /** Absent: any. */
  readonly notes?: readonly string[];
}

const host: SourceHost = {
  readRelated: async () => ({ problem: '' }),
  parse: async (grammar, code) => (await testParsers.parserFor(grammar)).parse(code),
};

/** Reads a document with its blocks of source code. @param kind the kind that it must be taken for */
export async function readSourceCode(name: string, text: string, kind = 'source-code'): Promise<SourceReading> {
  const source = findSource({ name, text });
  assert.equal(source?.id, kind);
  return source.read({ name, text }, host);
}

/** A test for each file. */
export function describeCases(title: string, cases: readonly SourceCase[]): void {
  describe(title, function () {
    this.timeout(20_000);
    for (const { name, text, codes, notes } of cases) {
      it(name, async () => {
        const reading = await readSourceCode(name, text);
        assert.deepEqual(describeCodes(reading), codes);
        if (notes) assert.deepEqual(describeNotes(reading), notes);
      });
    }
  });
}
