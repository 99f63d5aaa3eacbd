import assert from 'node:assert/strict';
import { createLanguageService } from '../../../server/src/service/index.ts';
import { unhurried } from '../../../server/src/service/syntax/pace.ts';
import { createTreeCache } from '../../../server/src/service/syntax/treeCache.ts';
import { pikzelsWorkspace, testFacts, testParsers } from '../support/testService.ts';

const facts = testFacts({ inWorkspace: pikzelsWorkspace });
const uri = 'file:///src/client.ts';
const textOf = (version: number) =>
  `// ${'x'.repeat(version % 40)}\nswitch (err.code) {\n  case 'INSUFFICIENT_CREDITS': f(${version}); break;\n}\n`;

describe('trees', () => {
  it('live until their last reader is done, even without their document', async () => {
    const trees = createTreeCache(1);
    const parser = await testParsers.parserFor('typescript');
    const first = await trees.treeOf(uri, 'f(1);', parser, unhurried);
    const again = await trees.treeOf(uri, 'f(1);', parser, unhurried);
    assert.equal(first?.tree, again?.tree);
    const second = await trees.treeOf(uri, 'f(12);', parser, unhurried);
    await trees.treeOf('file:///other.ts', 'g();', parser, unhurried);
    trees.clear();
    first?.release();
    assert.equal(again?.tree.rootNode.firstChild?.endIndex, 5);
    assert.equal(second?.tree.rootNode.firstChild?.endIndex, 6);
    again?.release();
    second?.release();
    // The library sets the address of a tree that it has freed to nothing.
    assert.deepEqual([Reflect.get(first?.tree ?? {}, 0), Reflect.get(second?.tree ?? {}, 0)], [0, 0]);
  });

  it('are parsed once for all who ask at the same time', async () => {
    const trees = createTreeCache();
    const parser = await testParsers.parserFor('typescript');
    const leases = await Promise.all(Array.from({ length: 5 }, () => trees.treeOf(uri, 'f(1);', parser, unhurried)));
    assert.equal(new Set(leases.map((lease) => lease?.tree)).size, 1);
    for (const lease of leases) lease?.release();
    trees.clear();
  });

  it('bear typing and asking at once', async function () {
    // Thousands of answers: more than a busy machine gives in the usual time.
    this.timeout(20_000);
    const pause = () => new Promise<void>((resolve) => setImmediate(resolve));
    let now = 0;
    const service = createLanguageService({
      parsers: testParsers,
      rulePage: () => undefined,
      clock: { now: () => (now += 4), pause },
    });
    let asked = 0;
    for (let burst = 0; burst < 60; burst += 1) {
      const answers = Array.from({ length: 7 }, (_, at) => {
        const text = textOf(burst * 7 + at);
        const document = { uri, languageId: 'typescript', text };
        const offset = text.indexOf('INSUFF') + 1;
        if (at === 3 && burst % 5 === 0) service.forget(uri);
        return [
          service.provideHover(document, facts, offset),
          service.findMention(document, facts, offset),
          service.provideDocumentHighlights(document, facts, offset),
          service.provideCodeLenses(document, facts),
          service.provideInlayHints(document, facts, { start: 0, end: text.length }),
          service.provideCodeActions(document, facts, { start: 0, end: text.length }),
          service.provideCompletion(document, facts, offset),
          service.findFindings(document, facts).then(({ findings }) => assert.equal(findings.length, 1)),
        ];
      }).flat();
      asked += answers.length;
      for (const [at, answer] of (await Promise.all(answers)).entries()) if (at % 8 < 4) assert.ok(answer, `answer ${at % 8}`);
    }
    assert.ok(asked > 3_000);
  });
});
