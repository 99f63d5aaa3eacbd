import { testCaseTables } from '../support/caseTables.ts';
import { createCatalogueSet } from '../../../server/src/service/catalogue/catalogueSet.ts';
import { createHarbourWithClasses } from '../support/harbourClasses.ts';
import { sourceOf } from '../../../server/src/service/languages/sourceOf.ts';
import { applyEdits, createTestService, testDocument, testFacts, testParsers } from '../support/testService.ts';

const here = testFacts({ set: createCatalogueSet([createHarbourWithClasses()]) });

/** The findings in a source, and the classes that it catches by line. */
async function describeCase(source: string, languageId: string): Promise<string> {
  const service = createTestService();
  const { findings } = await service.findFindings(testDocument(source, languageId), here);
  const actions = await service.provideCodeActions(testDocument(source, languageId), here, { start: 0, end: source.length });
  const fix = actions.find(({ title }) => /^Add (?:the missing class|all \d+ missing classes)/.test(title));
  const mentions = await service.collectMentions(testDocument(source, languageId), here);
  const lines = fix ? await describeFix(source, applyEdits(source, fix.edits), languageId) : [];
  service.forget('file:///src/client.ts');
  const found = findings.map(({ rule, severity, codes, classes = [] }) => {
    const left = [...classes, ...(classes.length > 0 && codes.length > 0 ? ['of'] : []), ...codes].join(' ');
    return `${rule} ${severity} ${left}`;
  });
  const caught = (mentions?.caught ?? []).map(({ name, range }) => `${range.start.line + 1} ${name}`);
  const sites = (mentions?.sites ?? []).map((site) => `${site.kind}${site.withDefault ? ' with default' : ''}`);
  return [
    `--- ${found.join('; ') || 'nothing'}`,
    `caught: ${caught.join(', ') || 'nothing'}`,
    `sites: ${sites.join(', ') || 'none'}`,
    ...lines,
  ].join('\n');
}

/** The lines that a fix changes. */
async function describeFix(before: string, after: string, languageId: string): Promise<readonly string[]> {
  const [old, now] = [before.split('\n'), after.split('\n')];
  const lines = [
    ...old.filter((line) => !now.includes(line)).map((line) => `- ${line}`),
    ...now.filter((line) => !old.includes(line)).map((line) => `+ ${line}`),
  ];
  const code = await sourceOf(languageId, after);
  const tree = await (await testParsers.parserFor(code?.language.grammar ?? '')).parse(code?.text ?? '');
  if (tree?.rootNode.hasError !== false) lines.push('! does not parse');
  tree?.delete();
  const service = createTestService();
  const { findings } = await service.findFindings(testDocument(after, languageId), here);
  service.forget('file:///src/client.ts');
  if (findings.some(({ classes = [] }) => classes.includes('FogError'))) lines.push('! still');
  return lines;
}

describe('classes of errors', () => testCaseTables('test/fixtures/catches/', 'REWRITE_CATCHES', describeCase));
