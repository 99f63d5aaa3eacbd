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

describe('after an edit of a list that a chain asks', () => {
  const pikzels = (list: string): string =>
    `// pikzels\nconst TOP_UP = [${list}];\n\nfunction f(err) {\n  if (err.code === 'NOT_FOUND') {\n    a();\n  } else if (TOP_UP.includes(err.code)) {\n    b();\n  }\n}\n`;
  const one = pikzels("'INSUFFICIENT_CREDITS'");
  const twice = pikzels("'INSUFFICIENT_CREDITS', 'NOT_FOUND'");
  const edits: readonly (readonly [title: string, before: string, after: string])[] = [
    ['one more code', one, pikzels("'INSUFFICIENT_CREDITS', 'CONFLICT'")],
    ['a code fewer', one, pikzels('')],
    ['a different code', one, pikzels("'CONFLICT'")],
    ['a code that is there twice', one, twice],
    ['a line above', twice, `\n${twice}`],
    ['a line between', twice, twice.replace('\n\n', '\n// more\n\n')],
  ];
  for (const [title, before, after] of edits)
    it(title, async () => {
      const kept = createTestService();
      await kept.findFindings(testDocument(before, 'typescript'), here);
      const { findings } = await kept.findFindings(testDocument(after, 'typescript'), here);
      kept.forget('file:///src/client.ts');
      const fresh = createTestService();
      const complete = await fresh.findFindings(testDocument(after, 'typescript'), here);
      fresh.forget('file:///src/client.ts');
      assert.deepEqual(findings, complete.findings);
      const mentions = (await kept.collectMentions(testDocument(after, 'typescript'), here))?.sites;
      assert.deepEqual(mentions, (await fresh.collectMentions(testDocument(after, 'typescript'), here))?.sites);
    });
});

describe('after a statement is written behind a switch of the top level', () => {
  const script = `// pikzels\nswitch (err.code) {\n  case 'INSUFFICIENT_CREDITS':\n    throw err;\n  case 'GENERATION_TIMEOUT':\n    throw err;\n}\n\n`;
  it('the message says where other codes go', async () => {
    const kept = createTestService();
    await kept.findFindings(testDocument(script, 'typescript'), here);
    const { findings } = await kept.findFindings(testDocument(`${script}done();\n`, 'typescript'), here);
    kept.forget('file:///src/client.ts');
    assert.match(
      findings.find(({ rule }) => rule === 'unhandled-code')?.message ?? '',
      /All other codes go on to the code after it/,
    );
  });
});
