import assert from 'node:assert/strict';
import { createCatalogueSet } from '../../../server/src/service/catalogue/catalogueSet.ts';
import { createHarbourWithClasses } from '../support/harbourClasses.ts';
import { readMarkedText } from '../support/markedText.ts';
import { applyEdits, createTestService, testDocument, testFacts } from '../support/testService.ts';

const facts = testFacts({ set: createCatalogueSet([createHarbourWithClasses()]) });

async function complete(
  marked: string,
  languageId: string,
): Promise<{ labels: readonly string[]; accept: (label: string) => string }> {
  const { text, cursor } = readMarkedText(marked);
  const service = createTestService();
  const list = await service.provideCompletion(testDocument(text, languageId), facts, cursor);
  service.forget('file:///src/client.ts');
  const items = list?.items ?? [];
  return {
    labels: items.map(({ label, handled }) => `${label}${handled ? ' (named)' : ''}`),
    accept(label) {
      const item = items.find((candidate) => candidate.label === label);
      assert.ok(item, label);
      return applyEdits(text, [{ span: item.replace, text: item.text }, ...item.further]);
    },
  };
}

/** By language, half-typed code, and the first two proposals. */
const cases: readonly (readonly [languageId: string, marked: string, ...labels: string[]])[] = [
  ['python', 'import harbour\ntry:\n    f()\nexcept ⟦|⟧\n', 'harbour.HarbourError', 'harbour.TideError'],
  ['python', 'import harbour\ntry:\n    f()\nexcept harbour.TideError:\n    g()\nexcept harbour.B⟦|⟧\n', 'harbour.BerthError'],
  ['python', 'from harbour import Client\ntry:\n    f()\nexcept (Ti⟦|⟧\n', 'TideError'],
  ['typescript', "import { Client } from '@harbour/sdk';\nif (e instanceof ⟦|⟧\n", 'HarbourError', 'TideError'],
  ['typescript', "import Harbour from '@harbour/sdk';\nif (e instanceof Harbour.F⟦|⟧) {}\n", 'Harbour.FogError'],
  ['java', 'import com.harbour.TideError;\nclass A { void f() { try { g(); } catch (TideError | F⟦|⟧', 'FogError'],
  ['kotlin', 'import com.harbour.*\nfun f() { try { g() } catch (e: Ti⟦|⟧', 'TideError'],
  ['csharp', 'using Harbour.Sdk;\nclass A { void F() { try { G(); } catch (Fo⟦|⟧', 'FogError'],
  ['ruby', 'begin\n  f\nrescue Harbour::TideError\n  g\nrescue Harbour::F⟦|⟧\nend\n', 'Harbour::FogError'],
  [
    'go',
    'package a\n\nimport hb "github.com/harbour/harbour-go"\n\nfunc f(err error) {\n\tvar e *hb.TideError\n\tif errors.Is(err, hb.F⟦|⟧\n',
    'hb.FogError',
  ],
  ['dart', "import 'package:harbour/harbour.dart';\nvoid f() { try { g(); } on Ti⟦|⟧", 'TideError'],
  ['php', '<?php\nuse Harbour\\Exception\\TideError;\ntry { f(); } catch (TideError | Fo⟦|⟧', 'FogError'],
];

describe('completion of error classes', () => {
  for (const [languageId, marked, ...expected] of cases)
    it(`${languageId}: ${marked
      .split('\n')
      .find((line) => line.includes('⟦|⟧'))
      ?.trim()}`, async () => {
      const { labels } = await complete(marked, languageId);
      assert.deepEqual(labels.slice(0, expected.length), expected);
    });

  it('imports what it names', async () => {
    const python = await complete('from harbour import Client\ntry:\n    f()\nexcept Ti⟦|⟧\n', 'python');
    assert.equal(python.accept('TideError'), 'from harbour import Client, TideError\ntry:\n    f()\nexcept TideError\n');
    const script = await complete("import { Client } from '@harbour/sdk';\nif (e instanceof Ti⟦|⟧) {}\n", 'typescript');
    assert.equal(
      script.accept('TideError'),
      "import { Client, TideError } from '@harbour/sdk';\nif (e instanceof TideError) {}\n",
    );
  });

  it('puts the classes last that are caught already', async () => {
    const { labels } = await complete(
      'import harbour\ntry:\n    f()\nexcept harbour.TideError:\n    g()\nexcept ⟦|⟧\n',
      'python',
    );
    assert.equal(labels.at(-1), 'harbour.TideError (named)');
  });

  it('proposes nothing where no SDK is imported', async () => {
    assert.deepEqual((await complete('try:\n    f()\nexcept ⟦|⟧\n', 'python')).labels, []);
    assert.deepEqual((await complete("import { Client } from './client';\nif (e instanceof ⟦|⟧\n", 'typescript')).labels, []);
  });
});
