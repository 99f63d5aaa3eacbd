import { sourceOf } from '../../../server/src/service/languages/sourceOf.ts';
import { applyEdits, createTestService, testDocument, testFacts, testParsers } from '../support/testService.ts';
import { createTestCatalogue } from '../support/testCatalogue.ts';
import { testCaseTables } from '../support/caseTables.ts';
import { createCatalogueSet } from '../../../server/src/service/catalogue/catalogueSet.ts';

const here = testFacts({
  set: createCatalogueSet([
    createTestCatalogue('harbour', ['TIDE_TOO_LOW', 'BERTH_TAKEN', 'CREW_MISSING']),
    createTestCatalogue('numbers', [4101, 4102, 4103, -32700]),
  ]),
  inWorkspace: new Map(['harbour', 'numbers'].map((id) => [id, { by: 'catalogue', text: id }])),
});

/** The findings in a source, and the lines that its fix adds and removes. */
async function describeCase(source: string, languageId: string): Promise<string> {
  const service = createTestService();
  const ask = (text: string) => service.findFindings(testDocument(text, languageId), here);
  const actionsOf = (text: string) =>
    service.provideCodeActions(testDocument(text, languageId), here, { start: 0, end: text.length });
  const { findings } = await ask(source);
  const found = findings.map(({ rule, severity, codes }) => `${rule} ${severity} ${codes.join(', ')}`);
  const lines = [`--- ${found.join('; ') || 'nothing'}`];
  const fix = (await actionsOf(source)).find(({ title }) => /^Add (?:the missing case|all \d+ missing cases)/.test(title));
  if (fix) {
    const after = applyEdits(source, fix.edits);
    lines.push(...differenceOf(source.split('\n'), after.split('\n')));
    const code = await sourceOf(languageId, after);
    const parser = await testParsers.parserFor(code?.language.grammar ?? '');
    const tree = await parser.parse(code?.text ?? '');
    if (tree?.rootNode.hasError !== false) lines.push('! does not parse');
    tree?.delete();
    const both = (await actionsOf(source)).find(({ title }) => title === 'Add all missing cases and a default case');
    if (both) {
      const complete = await sourceOf(languageId, applyEdits(source, both.edits));
      const whole = await parser.parse(complete?.text ?? '');
      if (whole?.rootNode.hasError !== false) lines.push('! does not parse with a default', complete?.text ?? '');
      whole?.delete();
    }
    const again = (await ask(after)).findings.filter(({ rule }) => rule === 'unhandled-code' || rule === 'duplicate-code');
    if (again.length > 0) lines.push(`! still ${again.map(({ codes }) => codes.join(', ')).join('; ')}`);
  }
  service.forget('file:///src/client.ts');
  return lines.join('\n');
}

/** Lines that only one of two texts has, in the order of the texts. */
function differenceOf(before: readonly string[], after: readonly string[]): readonly string[] {
  const first = after.findIndex((line, index) => line !== before[index]);
  const tail = [...after].reverse().findIndex((line, index) => line !== before[before.length - 1 - index]);
  const removed = before.slice(first, before.length - tail);
  const added = after.slice(first, after.length - tail);
  return [...removed.map((line) => `- ${line}`), ...added.map((line) => `+ ${line}`)];
}

describe('patterns, constants and defaults', () => testCaseTables('test/fixtures/patterns/', 'REWRITE_PATTERNS', describeCase));
