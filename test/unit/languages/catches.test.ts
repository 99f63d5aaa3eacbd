import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createCatalogueSet } from '../../../server/src/service/catalogue/catalogueSet.ts';
import { createHarbourWithClasses } from '../support/harbourClasses.ts';
import { sourceOf } from '../../../server/src/service/languages/sourceOf.ts';
import { applyEdits, createTestService, testDocument, testFacts, testParsers } from '../support/testService.ts';

const folder = 'test/fixtures/catches/';
/** The tables are written anew with this variable set: read their difference before it is committed. */
const rewrites = process.env['REWRITE_CATCHES'] !== undefined;
const here = testFacts({ set: createCatalogueSet([createHarbourWithClasses()]) });

interface Case {
  readonly title: string;
  readonly source: string;
  readonly expected: string;
}

function readCases(file: string): readonly Case[] {
  return readFileSync(folder + file, 'utf8')
    .split(/^=== /m)
    .slice(1)
    .map((section) => {
      const [title = '', ...lines] = section.trimEnd().split('\n');
      const border = lines.findIndex((line) => line.startsWith('--- '));
      const end = border === -1 ? lines.length : border;
      return { title, source: `${lines.slice(0, end).join('\n')}\n`, expected: lines.slice(end).join('\n') };
    });
}

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

describe('classes of errors', () => {
  for (const file of readdirSync(folder)) {
    const languageId = file.replace('.txt', '');
    if (rewrites) {
      it(`writes ${file}`, async () => {
        const sections: string[] = [];
        for (const { title, source } of readCases(file))
          sections.push(`=== ${title}\n${source}${await describeCase(source, languageId)}\n`);
        writeFileSync(folder + file, sections.join('\n'));
      });
      continue;
    }
    for (const { title, source, expected } of readCases(file))
      it(`${languageId}: ${title}`, async () => assert.equal(await describeCase(source, languageId), expected));
  }
});
