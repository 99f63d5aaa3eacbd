import assert from 'node:assert/strict';
import { readSettings } from '../../../server/src/service/settings/settings.ts';
import { createCatalogueSet } from '../../../server/src/service/catalogue/catalogueSet.ts';
import { createTestService, pikzelsWorkspace, testCatalogues, testDocument, testFacts } from '../support/testService.ts';

const service = createTestService();
const text = `switch (err.code) {\n  case 'INSUFFICIENT_CREDITS': break;\n  case 'GENERATION_TIMEOUT': break;\n}\nconst message = 'INSUFFICIENT_CREDITS';\n`;
const all = { start: 0, end: text.length };
const withHints = readSettings({ inlayHints: { enabled: true }, codeLens: { enabled: false } }).settings;

describe('the features beside the code', () => {
  it('a lens over a site shows how many codes it handles', async () => {
    const lenses = await service.provideCodeLenses(testDocument(text), testFacts({ inWorkspace: pikzelsWorkspace }));
    assert.deepEqual(
      lenses.map(({ title }) => title),
      ['2 of 31 Pikzels API error codes handled'],
    );
    assert.deepEqual(
      await service.provideCodeLenses(testDocument(text), testFacts({ inWorkspace: pikzelsWorkspace, settings: withHints })),
      [],
    );
    assert.deepEqual(await service.provideCodeLenses(testDocument(text), testFacts()), []);
  });

  it('a lens counts a stub as a stub, until someone writes it', async () => {
    const stub = "  case 'CONFLICT':\n    throw new Error('CONFLICT is not handled yet');\n}";
    const written = text.replace('\n}', `\n${stub}`);
    const title = async (source: string) =>
      (await service.provideCodeLenses(testDocument(source), testFacts({ inWorkspace: pikzelsWorkspace })))[0]?.title;
    assert.equal(await title(written), '2 of 31 Pikzels API error codes handled · 1 stub');
    assert.equal(
      await title(written.replace("throw new Error('CONFLICT is not handled yet')", 'reload()')),
      '3 of 31 Pikzels API error codes handled',
    );
    const both = written.replace("  case 'CONFLICT'", "  case 'CANCELLED':\n  case 'CONFLICT'");
    assert.equal(await title(both), '2 of 31 Pikzels API error codes handled · 2 stubs');
  });

  it('a lens counts nothing where an open API asks for nothing', async () => {
    const pikzels = testCatalogues.catalogueById('pikzels');
    assert.ok(pikzels);
    const set = createCatalogueSet([{ ...pikzels, open: true }]);
    const lenses = (source: string) =>
      service.provideCodeLenses(testDocument(source), testFacts({ inWorkspace: pikzelsWorkspace, set }));
    assert.deepEqual(await lenses(text), []);
    assert.equal((await lenses(`// error-codes: enforce\n${text}`)).length, 1);
  });

  it('a hint after a code gives its status, when it is wanted', async () => {
    const hints = await service.provideInlayHints(
      testDocument(text),
      testFacts({ inWorkspace: pikzelsWorkspace, settings: withHints }),
      all,
    );
    assert.deepEqual(
      hints.map(({ offset, label }) => text.slice(0, offset).split('\n').at(-1) + label),
      [`  case 'INSUFFICIENT_CREDITS'402`, `  case 'GENERATION_TIMEOUT'504`, `const message = 'INSUFFICIENT_CREDITS'402`],
    );
    assert.deepEqual(await service.provideInlayHints(testDocument(text), testFacts({ inWorkspace: pikzelsWorkspace }), all), []);
  });

  it('highlights are the other places of the same code', async () => {
    const spans = await service.provideDocumentHighlights(
      testDocument(text),
      testFacts({ inWorkspace: pikzelsWorkspace }),
      text.indexOf('INSUFFICIENT'),
    );
    assert.deepEqual(
      spans.map(({ start, end }) => text.slice(start, end)),
      ['INSUFFICIENT_CREDITS', 'INSUFFICIENT_CREDITS'],
    );
  });

  it('a code is one of an API that shows, and of no other', async () => {
    const offset = text.indexOf('INSUFFICIENT');
    const mention = await service.findMention(testDocument(text), testFacts({ inWorkspace: pikzelsWorkspace }), offset);
    assert.deepEqual(mention?.catalogues, ['pikzels']);
    assert.equal(text.slice(mention.span.start, mention.span.end), 'INSUFFICIENT_CREDITS');
    assert.equal(await service.findMention(testDocument(text), testFacts(), offset), undefined);
  });
});
