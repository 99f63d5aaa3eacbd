import assert from 'node:assert/strict';
import { readSettings } from '../../../server/src/service/settings.ts';
import { createTestService, pikzelsWorkspace, testDocument, testFacts } from '../support/testService.ts';

const service = createTestService();
const text = `switch (err.code) {\n  case 'INSUFFICIENT_CREDITS': break;\n  case 'GENERATION_TIMEOUT': break;\n}\nconst message = 'INSUFFICIENT_CREDITS';\n`;
const all = { start: 0, end: text.length };
const withHints = readSettings({ inlayHints: { enabled: true }, codeLens: { enabled: false } }).settings;

describe('what stands beside the code', () => {
  it('a lens over a site says how many codes it handles', async () => {
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

  it('the definition is the entry in the catalogue', async () => {
    const [definition] = await service.provideDefinition(
      testDocument(text),
      testFacts({ inWorkspace: pikzelsWorkspace }),
      text.indexOf('INSUFFICIENT'),
    );
    assert.equal(definition?.uri, 'file:///catalogues/pikzels.yaml');
    assert.ok((definition.location.line ?? 0) > 10);
    assert.deepEqual(await service.provideDefinition(testDocument(text), testFacts(), text.indexOf('INSUFFICIENT')), []);
  });
});
