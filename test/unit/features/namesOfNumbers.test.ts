import assert from 'node:assert/strict';
import { createCatalogue } from '../../../server/src/service/catalogue/createCatalogue.ts';
import { createCatalogueSet } from '../../../server/src/service/catalogue/catalogueSet.ts';
import { readMarkedText } from '../support/markedText.ts';
import { applyEdits, createTestService, testDocument, testFacts } from '../support/testService.ts';

const rows = [
  [1062, 'ER_DUP_ENTRY'],
  [1205, 'ER_LOCK_WAIT'],
  [1213, 'ER_LOCK_DEADLOCK'],
] as const;
const base = createCatalogue(
  {
    id: 'base',
    title: 'Base',
    detect: { modules: ['basedb'] },
    classes: [{ name: 'BaseError', in: { typescript: ['basedb'] } }],
    codes: rows.map(([code, name]) => ({ code, name, cause: `Cause of ${name}.` })),
  },
  { builtin: false, locations: [] },
);
const facts = testFacts({ set: createCatalogueSet([base]) });
const service = createTestService();
const head = "import db from 'basedb';\n";
const findings = async (code: string, languageId = 'typescript') =>
  (await service.findFindings(testDocument(code, languageId), facts)).findings.map(({ rule, codes }) => [rule, ...codes]);

/** A text after the fix that adds all missing cases. */
async function fill(code: string): Promise<string> {
  const all = await service.provideActionForAll(testDocument(code), facts, 'addMissingCases');
  return applyEdits(code, all?.edits ?? []);
}

describe('the names of numbers', () => {
  it('handle the numbers, and further cases are written as their neighbours are', async () => {
    const byName = `${head}switch (err.code) {\n  case 'ER_DUP_ENTRY':\n    break;\n}\n`;
    assert.deepEqual(await findings(byName), [['unhandled-code', '1205', '1213']]);
    const filled = await fill(byName);
    assert.match(filled, /case 'ER_LOCK_WAIT':[\s\S]*case 'ER_LOCK_DEADLOCK':/);
    assert.deepEqual(await findings(filled), []);
    assert.match(await fill(`${head}switch (err.errno) {\n  case 1062:\n    break;\n}\n`), /case 1205:[\s\S]*case 1213:/);
  });

  it('are one code with their numbers, and members of enums from elsewhere may have them', async () => {
    const mixed = `${head}if (err.code === 'ER_DUP_ENTRY') a();\nelse if (err.code === 1205) b();\nelse if (err.code === Errors.ER_LOCK_DEADLOCK) c();\n`;
    assert.deepEqual(await findings(mixed), []);
    const python =
      'import basedb\nif e.args[0] == 1062:\n    a()\nelif e.args[0] == 1205:\n    b()\nelif e.args[0] == ER.ER_LOCK_DEADLOCK:\n    c()\n';
    assert.deepEqual(await findings(python, 'python'), []);
  });

  it('are what is misspelt, and numbers never are', async () => {
    const words = ['ER_DUP_ENTRI', '1206', '1063'];
    const code = words.map((word) => `const f = (err) => err.code === '${word}';\n`).join('');
    assert.deepEqual(await findings(head + code), [['unknown-code', 'ER_DUP_ENTRI']]);
  });

  it('are completed between quotes, and numbers elsewhere', async () => {
    const labels = async (marked: string): Promise<readonly string[]> => {
      const { text, cursor } = readMarkedText(head + marked);
      const list = await service.provideCompletion(testDocument(text), facts, cursor);
      return list?.items.map(({ label }) => label) ?? [];
    };
    assert.deepEqual(await labels("if (err.code === '⟦|⟧') a();"), ['ER_DUP_ENTRY', 'ER_LOCK_WAIT', 'ER_LOCK_DEADLOCK']);
    assert.ok((await labels('if (err.code === ⟦|⟧) a();')).includes('1205'));
  });

  it('count where an error code is meant: numbers of other things are left alone', async () => {
    assert.deepEqual(await findings(`${head}const sizes = { 1062: 'a', 1205: 'b' };\n`), []);
    const far = `${head}const CODE = 1;\n${'// filler\n'.repeat(1000)}export const DUPLICATE = 1062;\n${'// filler\n'.repeat(1000)}`;
    const apart = `${far}export const explain = (e: { code: number }) => {\n  switch (e.code) {\n    case DUPLICATE:\n      return 1;\n  }\n};\n`;
    assert.deepEqual(await findings(apart), [['unhandled-code', '1205', '1213']]);
  });
});
