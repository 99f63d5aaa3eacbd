import assert from 'node:assert/strict';
import type { DocumentFacts } from '../../../server/src/service/analysis/documentAnalysis.ts';
import { readMarkedText } from '../support/markedText.ts';
import { applyEdits, createTestService, pikzelsWorkspace, testDocument, testFacts } from '../support/testService.ts';

const service = createTestService();
const here = { inWorkspace: pikzelsWorkspace };

async function complete(source: string, facts: Partial<DocumentFacts> = here, languageId = 'typescript') {
  const { text, cursor } = readMarkedText(source);
  const list = await service.provideCompletion(testDocument(text, languageId), testFacts(facts), cursor);
  const accept = (label: string): string => {
    const item = list?.items.find((candidate) => candidate.label === label);
    assert.ok(item, `no ${label} among ${list?.items.map((candidate) => candidate.label).join(', ')}`);
    return applyEdits(text, [{ span: item.replace, text: item.text }, ...item.further]);
  };
  return { list, labels: list?.items.map(({ label }) => label) ?? [], accept };
}

describe('completion of a label', () => {
  it('proposes unhandled codes first, handled ones last', async () => {
    const { labels, list } = await complete(`switch (err.code) { case 'MISSING_API_KEY': break; case '⟦|⟧': break; }`);
    assert.equal(labels.length, 31);
    assert.deepEqual(labels.slice(0, 2), ['INVALID_API_KEY_FORMAT', 'INSUFFICIENT_CREDITS']);
    assert.equal(labels.at(-1), 'MISSING_API_KEY');
    assert.deepEqual([list?.items[1]?.status, list?.items[1]?.api, list?.items[1]?.handled], ['402', 'Pikzels API', false]);
    assert.equal(list?.items.at(-1)?.handled, true);
    assert.equal(list?.incomplete, false);
  });

  it('replaces the whole word, underscores included', async () => {
    const { accept } = await complete(`switch (err.code) { case 'INVALID_ST⟦|⟧YL': break; }`);
    assert.equal(accept('INVALID_STYLE'), `switch (err.code) { case 'INVALID_STYLE': break; }`);
  });

  for (const [name, source, after] of [
    ['a comparison', `if (err.code === '⟦|⟧') a();`, `if (err.code === 'CONFLICT') a();`],
    ['a comparison without quotes', `if (err.code === ⟦|⟧) a();`, `if (err.code === 'CONFLICT') a();`],
    ['includes', `if (['NOT_FOUND', '⟦|⟧'].includes(err.code)) a();`, `if (['NOT_FOUND', 'CONFLICT'].includes(err.code)) a();`],
    ['a named list', `const RETRYABLE_CODES = ["⟦|⟧"];`, `const RETRYABLE_CODES = ["CONFLICT"];`],
    [
      'a table',
      `const m = { INVALID_STYLE: 'a', INVALID_PERSONA: 'b', C⟦|⟧ };`,
      `const m = { INVALID_STYLE: 'a', INVALID_PERSONA: 'b', CONFLICT };`,
    ],
    [
      'a quoted key',
      `const m = { 'INVALID_STYLE': 'a', 'INVALID_PERSONA': 'b', '⟦|⟧': 'c' };`,
      `const m = { 'INVALID_STYLE': 'a', 'INVALID_PERSONA': 'b', 'CONFLICT': 'c' };`,
    ],
    ['an arm without quotes', `switch (err.code) {\n  case ⟦|⟧\n}`, `switch (err.code) {\n  case 'CONFLICT':\n}`],
    ['a half-typed arm', `switch (err.code) {\n  case '⟦|⟧\n}`, `switch (err.code) {\n  case 'CONFLICT':\n}`],
    [
      'a half-typed file',
      `function f() {\n  switch (e.code) { case '⟦|⟧`,
      `function f() {\n  switch (e.code) { case 'CONFLICT':`,
    ],
    ['a half-typed comparison', `if (err.code === '⟦|⟧`, `if (err.code === 'CONFLICT'`],
    ['a template string', 'if (err.code === `⟦|⟧`) a();', 'if (err.code === `CONFLICT`) a();'],
  ] as const) {
    it(`works in ${name}`, async () => {
      const { accept } = await complete(source);
      assert.equal(accept('CONFLICT'), after);
    });
  }

  for (const [name, source] of [
    ['a state', `switch (job.status) { case '⟦|⟧': }`],
    ['any string', `console.log('⟦|⟧');`],
    ['an import', `import x from '⟦|⟧';`],
    ['any list', `const names = ['⟦|⟧'];`],
    ['any object', `const options = { ⟦|⟧ };`],
    ['a statement', `f();\n⟦|⟧\ng();`],
    ['a value', `const m = { INVALID_STYLE: '⟦|⟧', INVALID_PERSONA: 'b' };`],
    ['a comment', `switch (err.code) { // '⟦|⟧\n}`],
  ] as const) {
    it(`is silent in ${name}`, async () => assert.deepEqual((await complete(source)).labels, []));
  }

  it('is silent where the API shows nowhere', async () =>
    assert.deepEqual((await complete(`if (err.code === '⟦|⟧') a();`, {})).labels, []));

  it('keeps to the status around it', async () => {
    const { labels } = await complete(
      `if (res.status === 402) { if (err.code === 'INSUFFICIENT_CREDITS') a(); else if (err.code === '⟦|⟧') b(); }`,
    );
    assert.equal(labels[0], 'SMART_BALANCE_PAYMENT_FAILED');
    assert.equal(labels.at(-1), 'INSUFFICIENT_CREDITS');
  });
});

describe('completion at the start of an arm', () => {
  it('offers all missing cases first, then single ones in the site’s style', async () => {
    const { labels, accept } = await complete(
      `// error-codes: only billing, 504\nswitch (err.code) {\n  case "SCORING_TIMEOUT":\n    return 1;\n  ⟦|⟧\n}`,
    );
    assert.equal(labels[0], 'All 4 missing cases');
    assert.equal(labels[1], 'case "INSUFFICIENT_CREDITS":');
    assert.match(
      accept('All 4 missing cases'),
      /return 1;\n {2}case "INSUFFICIENT_CREDITS":\n {4}\/\/ 402: [^\n]*\n {4}throw new Error\("INSUFFICIENT_CREDITS is not handled yet"\);\n {2}case "SMART/,
    );
  });

  it('works in an empty switch whose subject reads like an error code', async () => {
    const { labels } = await complete(`switch (body["error"]["code"]) {\n  ⟦|⟧\n}`);
    assert.equal(labels[0], 'All 31 missing cases');
    assert.equal((await complete(`switch (value) {\n  ⟦|⟧\n}`)).labels.length, 0);
  });

  it('works on a half-typed keyword and in an unclosed switch', async () => {
    const { accept } = await complete(`switch (err.code) {\n  case 'CONFLICT': break;\n  ca⟦|⟧\n}`);
    assert.match(accept("case 'NOT_FOUND':"), /break;\n {2}case 'NOT_FOUND':\n\}$/);
    assert.equal((await complete(`function f() { switch (err.code) {\n  ⟦|⟧`)).labels[0], 'All 31 missing cases');
  });
});

describe('completion in a large catalogue', () => {
  it('answers a part and marks it as incomplete', async () => {
    const { createCatalogue } = await import('../../../server/src/service/catalogue/createCatalogue.ts');
    const { createCatalogueSet } = await import('../../../server/src/service/catalogue/catalogueSet.ts');
    const codes = Array.from({ length: 10_000 }, (_, index) => ({ code: `ERROR_${index}_X`, cause: 'x' }));
    const set = createCatalogueSet([
      createCatalogue({ id: 'big', title: 'Big API', detect: { names: ['big'] }, codes }, { builtin: false, locations: [] }),
    ]);
    const all = await complete(`// big\nif (err.code === '⟦|⟧') a();`, { set });
    assert.ok(all.list?.incomplete && all.labels.length <= 200);
    const some = await complete(`// big\nif (err.code === 'ERROR_9999⟦|⟧') a();`, { set });
    assert.deepEqual([some.list?.incomplete, some.labels], [false, ['ERROR_9999_X']]);
  });
});

describe('completion in a document that is too large to parse', function () {
  this.timeout(20_000);
  const filler = `// ${'x'.repeat(100)}\n`.repeat(20_000);
  const proposed = async (source: string, facts = here) => (await complete(`${filler}${source}`, facts)).labels.length;

  it('proposes codes in labels and comparisons', async () => {
    const { accept } = await complete(`${filler}switch (err.code) {\n  case 'A':\n    a();\n  case 'CONF⟦|⟧': b();\n}`);
    assert.ok(accept('CONFLICT').endsWith("case 'CONFLICT': b();\n}"));
    assert.equal(await proposed("if (err.code === '⟦|⟧"), 31);
    assert.equal(await proposed("if (error.getCode().equals('⟦|⟧"), 31);
  });

  it('proposes none elsewhere, or where no API shows', async () => {
    assert.equal(await proposed("if (job.state === '⟦|⟧"), 0);
    assert.equal(await proposed("switch (job.state) { case '⟦|⟧"), 0);
    assert.equal(await proposed("log('⟦|⟧"), 0);
    assert.equal(await proposed("if (err.code === '⟦|⟧", { inWorkspace: new Map() }), 0);
  });
});
