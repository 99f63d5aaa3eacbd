import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createTreeHistory } from '../support/treeHistory.ts';
import { createTestService, pikzelsWorkspace, testDocument, testFacts } from '../support/testService.ts';
import { allCases } from './cases/allCases.ts';
import { has } from './languageCases.ts';

const here = testFacts({ inWorkspace: pikzelsWorkspace });
const pieces = [
  'x',
  ' ',
  '\n',
  "'",
  '"',
  '{',
  '}',
  '(',
  ')',
  ':',
  '#',
  '//',
  '/*',
  '*/',
  'case ',
  "'CONFLICT'",
  '"CONFLICT"',
  'if ',
  'else ',
  'end\n',
  '=> ',
  '😀',
];
const edit = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  remove: fc.integer({ min: 0, max: 20 }),
  insert: fc.constantFrom(...pieces),
});

describe('after any edits, in every language', () => {
  for (const { id, languageId, ...cases } of allCases) {
    it(`${id}: the findings are those of the text read afresh`, async function () {
      this.timeout(60_000);
      const sources = [cases.switch, cases.chain, cases.table, cases.earlyReturns].filter(has).map(({ before }) => before);
      let [all, compared] = [0, 0];
      await fc.assert(
        fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 4 }), async (edits) => {
          const kept = createTestService();
          const history = createTreeHistory(languageId);
          let text = `${sources.join('\n')}\n${cases.narrowedByStatus}`;
          await kept.findFindings(testDocument(text, languageId), here);
          await history.readsAlike(text);
          for (const { at, remove, insert } of edits) {
            const start = Math.floor(at * text.length);
            text = text.slice(0, start) + insert + text.slice(start + remove);
            const { findings } = await kept.findFindings(testDocument(text, languageId), here);
            const fresh = createTestService();
            const complete = await fresh.findFindings(testDocument(text, languageId), here);
            fresh.forget('file:///src/client.ts');
            all++;
            if (!(await history.readsAlike(text))) continue;
            compared++;
            assert.deepEqual(findings, complete.findings, text);
          }
          kept.forget('file:///src/client.ts');
          history.end();
        }),
        { numRuns: 15 },
      );
      assert.ok(compared > all / 2, `${compared} of ${all}`);
    });
  }
});
