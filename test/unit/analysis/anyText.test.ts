import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createTreeHistory } from '../support/treeHistory.ts';
import { createTestService, pikzelsWorkspace, testDocument, testFacts } from '../support/testService.ts';

const facts = testFacts({ inWorkspace: pikzelsWorkspace });

const sample = `import { PikzelsClient } from 'pikzels';
const TIMEOUT = 'GENERATION_TIMEOUT';
enum Code { Credits = 'INSUFFICIENT_CREDITS' }
type Names = 'CONFLICT' | 'NOT_FOUND';
// error-codes: only 402, auth
export async function handle(err: { code: string }, res: Response): Promise<number> {
  if (res.status === 401) {
    if (err.code === 'INVALID_API_KEY') return 1;
    else if (['MISSING_API_KEY', 'API_KEY_DELETED'].includes(err.code)) { throw err; } else { fail(\`\${err.code}\`); }
  }
  switch (err.code) {
    case Code.Credits: { return 2; }
    case TIMEOUT:
    case 'SCORING_TIMEOUT': break;
    default: return 3; // error-codes: ignore
  }
  const messages = { INVALID_STYLE: 'x', 'INVALID_PERSONA': () => 1, ...rest };
  return new Map([['CONTENT_POLICY', 4], ['GENERATION_REJECTED', 5]]).get(err.code) ?? 6;
}
`;

/** Asks everything of a text; fails when an answer is outside of it. */
async function askEverything(text: string, languageId = 'typescript'): Promise<void> {
  const service = createTestService();
  const document = testDocument(text, languageId);
  const { findings } = await service.findFindings(document, facts);
  for (const { span } of findings) assert.ok(0 <= span.start && span.start <= span.end && span.end <= text.length);
  for (const offset of [0, text.length >> 1, text.length]) {
    const hover = await service.provideHover(document, facts, offset);
    assert.ok(!hover || (hover.span.start <= offset && offset <= hover.span.end));
    const completion = await service.provideCompletion(document, facts, offset);
    for (const { replace } of completion?.items ?? []) assert.ok(replace.start <= offset && offset <= replace.end);
    const mention = await service.findMention(document, facts, offset);
    assert.ok(!mention || (mention.span.start <= offset && offset <= mention.span.end));
    await service.provideDocumentHighlights(document, facts, offset);
  }
  await service.provideCodeActions(document, facts, { start: 0, end: text.length });
  await service.provideActionForAll(document, facts, 'fixAll');
  await service.provideCodeLenses(document, facts);
  await service.collectMentions(document, facts);
  service.forget(document.uri);
}

describe('any text', () => {
  it('of which a sample was cut off anywhere is answered', async function () {
    this.timeout(60_000);
    for (let end = 0; end <= sample.length; end += 1) await askEverything(sample.slice(0, end));
  });

  for (const [name, text] of [
    ['an empty file', ''],
    ['a byte order mark', `\ufeff${sample}`],
    ['astral characters', `const face = '😀'; /* 𝕏 */ ${sample}`],
    ['half a surrogate', `const a = '\ud83d'; ${sample}\udc00`],
    ['carriage returns', sample.replaceAll('\n', '\r')],
    ['a file that ends in a string', `${sample}\nconst a = 'INSUFFICIENT_CREDITS`],
    ['a megabyte on one line', `const a = '${'x'.repeat(1_000_000)}'; switch (err.code) { case 'INSUFFICIENT_CREDITS': break; }`],
    ['zero bytes', `\u0000\u0000${sample}\u0000`],
    ['brackets without end', `${'['.repeat(5000)} 'INSUFFICIENT_CREDITS' ${'{'.repeat(5000)}`],
  ] as const) {
    it(`${name} is answered`, async function () {
      this.timeout(30_000);
      for (const languageId of ['typescript', 'typescriptreact', 'javascript']) await askEverything(text, languageId);
    });
  }
});

describe('after any edits', () => {
  const pieces = fc.constantFrom(
    'x',
    ' ',
    '\n',
    "'",
    '"',
    '`',
    '{',
    '}',
    '(',
    ')',
    ':',
    '//',
    '/*',
    '*/',
    'case ',
    'return 1;',
    "'CONFLICT'",
    "case 'CONFLICT': break;",
    'if (err.code === ',
    'function f() {',
    'break;',
    '😀',
    'INSUFFICIENT_CREDITS',
    '// error-codes: ignore\n',
  );
  const edit = fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    remove: fc.integer({ min: 0, max: 30 }),
    insert: pieces,
  });

  it('the findings are those of the text read afresh', async function () {
    this.timeout(120_000);
    let [all, compared] = [0, 0];
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 6 }), async (edits) => {
        const kept = createTestService();
        const history = createTreeHistory('typescript');
        let text = sample + sample.replaceAll('handle', 'again').replaceAll('Code', 'Kode').replaceAll('TIMEOUT =', 'OTHER =');
        await kept.findFindings(testDocument(text), facts);
        await history.readsAlike(text);
        for (const { at, remove, insert } of edits) {
          const start = Math.floor(at * text.length);
          text = text.slice(0, start) + insert + text.slice(start + remove);
          const incremental = await kept.findFindings(testDocument(text), facts);
          const fresh = createTestService();
          const complete = await fresh.findFindings(testDocument(text), facts);
          fresh.forget('file:///src/client.ts');
          all++;
          if (!(await history.readsAlike(text))) continue;
          compared++;
          assert.deepEqual(incremental.findings, complete.findings, text);
        }
        kept.forget('file:///src/client.ts');
        history.end();
      }),
      { numRuns: 120 },
    );
    assert.ok(compared > all * 0.8, `${compared} of ${all}`);
  });

  it('a function is not narrowed by the text before it, broken or not', async () => {
    // After an edit, the rest of the first function returns at the top level, before the second one.
    const broken = `f*/unction a(err) {\n  if (err.code === 'INVALID_STYLE') return 1;\n}\n`;
    const whole = broken.replace('*/', '');
    const second = `function b(err) {\n  switch (err.code) {\n    case 'INSUFFICIENT_CREDITS': break;\n  }\n}\n`;
    const kept = createTestService();
    await kept.findFindings(testDocument(whole + second), facts);
    const incremental = await kept.findFindings(testDocument(broken + second), facts);
    const fresh = await createTestService().findFindings(testDocument(broken + second), facts);
    assert.deepEqual(incremental.findings, fresh.findings);
    assert.equal(fresh.findings[0]?.codes.length, 30);
  });
});

describe('any fix', () => {
  it('that adds cases takes its finding away', async function () {
    this.timeout(60_000);
    const codes = ['INSUFFICIENT_CREDITS', 'GENERATION_TIMEOUT', 'INVALID_STYLE', 'CONTENT_POLICY', 'NAME_RESERVED'];
    const service = createTestService();
    const body = fc.constantFrom(' return 1;', '\n      break;', ' { f(); break; }', '', '\n      f();\n      return;');
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.constantFrom(...codes), { minLength: 2 }),
        fc.array(body, { minLength: 5, maxLength: 5 }),
        fc.boolean(),
        fc.constantFrom('\n', '\r\n'),
        async (labels, bodies, hasDefault, newline) => {
          const arms = labels.map((label, index) => `    case '${label}':${bodies[index]}`);
          const text = [
            'function g(err) {',
            '  switch (err.code) {',
            ...arms,
            ...(hasDefault ? ['    default:', '      throw err;'] : []),
            '  }',
            '}',
            '',
          ]
            .join('\n')
            .replaceAll('\n', newline);
          const before = await service.findFindings(testDocument(text), facts);
          const [finding] = before.findings.filter(({ rule }) => rule === 'unhandled-code');
          assert.ok(finding);
          const actions = await service.provideCodeActions(testDocument(text), facts, finding.span);
          const action = actions.find(({ preferred }) => preferred);
          assert.ok(action);
          const after = [...action.edits]
            .sort((a, b) => b.span.start - a.span.start)
            .reduce((result, { span, text: added }) => result.slice(0, span.start) + added + result.slice(span.end), text);
          const { findings } = await service.findFindings(testDocument(after), facts);
          assert.deepEqual(
            findings.filter(({ rule }) => rule === 'unhandled-code' || rule === 'duplicate-code'),
            [],
            after,
          );
          assert.ok(!/(?<!\r)\n/.test(after) || newline === '\n', 'a line break of the other kind');
        },
      ),
      { numRuns: 60 },
    );
  });
});
