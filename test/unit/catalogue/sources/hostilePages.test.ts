import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { SourceHost } from '../../../../server/src/service/catalogue/sources/source.ts';
import { testParsers } from '../../support/testService.ts';
import { readPage } from './readPage.ts';

/** Parts of pages, so that random texts become tables, lists and components now and then. */
const pieces = fc.constantFrom(
  ...[
    '# Errors\n',
    '| Code | Cause |\n|-|-|\n',
    '| `A_B` | x |\n',
    '- `C_D`: y\n',
    '## E_F (404)\n',
    '<table>',
    '<tr><td>',
    'G_H',
    '</table>',
  ],
  ...[
    '<Accordion title="401 — i_j">',
    '</Accordion>',
    '```json\n{"error":{"code":"K_L"}}\n```\n',
    '<details><summary>',
    '\r\n',
    '\n\n',
    '    ',
  ],
  ...[
    '```ts\nenum ErrorCode {\n  N_O = 1,\n  P_Q\n}\n```\n',
    '  - ```proto\n    enum ErrorReason { R_S = 1; }\n    ```\n',
    'enum ErrorCode {',
    'T_U = 1;',
    '}',
    '"',
    ',',
    '1 V W\n',
    '* 7 x\n',
    '===\n',
    '.. list-table::\n\n   * - Code\n     - x\n',
    ':code: X_Y\n',
    '|===\n',
    '|K_L 2+|x\n',
    'P_Q:: r\n',
    '+\n',
    '====\n',
  ],
  ...[
    '**Cause:** z\n',
    '<dl><dt>M_N<dd>',
    '\\_',
    '&amp;',
    '`',
    '<!--',
    '{/*',
    '---\n',
    '> ',
    '1. ',
    '\u0000',
    '😀',
    '|',
    '[x](y)',
    '<br>',
  ],
);
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join('')),
);

const parse: SourceHost['parse'] = async (grammar, code) => (await testParsers.parserFor(grammar)).parse(code);
const names = [
  'errors.md',
  'errors.mdx',
  'errors.html',
  'errors.rst',
  'errors.adoc',
  'errors.csv',
  'errors.proto',
  'errors.graphql',
  'errors.ts',
];

describe('reading random pages', function () {
  this.timeout(60_000);
  for (const name of names) {
    it(`never throws, and codes and their places are sound (${name})`, async () => {
      await fc.assert(
        fc.asyncProperty(text, async (document) => {
          const { codes, notes } = await readPage(document, name, parse);
          const lines = document.split(/\r\n|\r|\n/);
          for (const { entry, location } of codes) {
            const line = lines[location.line];
            assert.ok(line !== undefined && location.column >= 0 && location.column <= line.length);
            assert.match(String(entry.code), /^\S{1,200}$/);
            assert.ok(entry.cause.length <= 5000);
          }
          for (const { line } of notes) assert.ok(line === undefined || (line >= 0 && line < lines.length));
        }),
        { numRuns: 300 },
      );
    });
  }

  it('refuses a page above 20 MB', async () => {
    const { codes, notes } = await readPage('a'.repeat(20_000_001));
    assert.deepEqual(codes, []);
    assert.deepEqual(notes, [{ line: undefined, message: 'The page is larger than 20 MB and was not read.', severity: 'error' }]);
  });

  it('reads the rest of a page with 10,000 quotes and lists in one another', async () => {
    for (const mark of ['> ', '- ', '1. ']) {
      const { codes, notes } = await readPage(`# Errors\n\n${mark.repeat(6000)}a\n\n- \`A_B\`: x\n`);
      assert.deepEqual(
        codes.map(({ entry }) => entry.code),
        ['A_B'],
      );
      assert.deepEqual(
        notes.map(({ line, severity }) => [line, severity]),
        [[2, 'error']],
      );
    }
  });

  it('reads a table of many parts as one', async () => {
    const rows = Array.from({ length: 3500 }, (_, index) => `| \`ERR_${index}\` | text ${index} |`);
    const { codes, from } = await readPage(`# Errors\n\n| Code | Cause |\n|-|-|\n${rows.join('\n')}\n`);
    assert.equal(codes.length, 3500);
    assert.deepEqual(from, ['1 table']);
    assert.deepEqual(codes.at(-1), { entry: { code: 'ERR_3499', cause: 'text 3499' }, location: { line: 3503, column: 3 } });
  });

  it('bounds texts, and takes control characters and markup out of them', async () => {
    const { codes } = await readPage(
      `# Errors\n\n| Code | Cause |\n|-|-|\n| \`A_B\` | a\u0007 [b](command:x) ![c](d) <i>e</i> ${'f'.repeat(6000)} |\n`,
    );
    assert.equal(codes[0]?.entry.cause.length, 5000);
    assert.match(codes[0]?.entry.cause ?? '', /^a b e fff/);
  });

  it('bounds the number of codes and reports it', async () => {
    const rows = Array.from({ length: 50_001 }, (_, index) => `<tr><td>ERR_${index}<td>x`);
    const { codes, notes } = await readPage(`<h1>Errors</h1><table><tr><th>Error code<th>Cause${rows.join('')}`, 'errors.html');
    assert.equal(codes.length, 50_000);
    assert.deepEqual(
      notes.map(({ message }) => message),
      ['Codes after the first 50000 are left out.'],
    );
  }).timeout(30_000);
});
