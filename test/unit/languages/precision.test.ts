import assert from 'node:assert/strict';
import type { DocumentFacts } from '../../../server/src/service/analysis/documentAnalysis.ts';
import { createTestService, pikzelsWorkspace, testDocument, testFacts } from '../support/testService.ts';
import { allCases } from './cases/allCases.ts';
import { has, type LanguageCases } from './languageCases.ts';

const shows = testFacts({ inWorkspace: pikzelsWorkspace });
const showsNot = testFacts();

/** Codes of other systems and states, in the places of our own: the parts of a look-alike. */
const foreignCodes: readonly (readonly [string, string])[] = [
  ['NOT_FOUND', 'ALREADY_EXISTS'],
  ['UNAUTHORIZED', 'FORBIDDEN'],
  ['card_declined', 'expired_card'],
  ['P2002', 'P2025'],
  ['PENDING', 'RUNNING'],
];

/** Every source of a language in which a site of ours leaves a code out. */
function trueSites({
  switch: plain,
  switchWithDefault,
  chain,
  earlyReturns,
  table,
  narrowedByStatus,
  narrowedByConstant,
  constants,
}: LanguageCases): readonly string[] {
  const changes = [plain, switchWithDefault, chain, earlyReturns, table].filter(has).map(({ before }) => before);
  return [...changes, narrowedByStatus, ...[narrowedByConstant, constants].filter(has)];
}

/** The same shapes of code with the codes of other systems, and the language's own look-alikes. */
function lookAlikes(cases: LanguageCases): readonly string[] {
  const shapes = [cases.switch, cases.switchWithDefault, cases.chain, cases.earlyReturns, cases.table]
    .filter(has)
    .map(({ before }) => before.replace(/^.*error-codes:.*\n/gm, ''));
  const foreign = shapes.flatMap((shape) =>
    foreignCodes.map(([first, second]) =>
      shape.replaceAll('INSUFFICIENT_CREDITS', first).replaceAll('GENERATION_TIMEOUT', second),
    ),
  );
  return [...foreign, cases.lookAlike, cases.partial];
}

async function reports(text: string, languageId: string, facts: DocumentFacts): Promise<boolean> {
  const service = createTestService();
  const { findings } = await service.findFindings(testDocument(text, languageId), facts);
  service.forget('file:///src/client.ts');
  return findings.some(({ rule }) => rule === 'unhandled-code' || rule === 'unknown-code');
}

describe('attribution over all languages', () => {
  const rows: string[] = [];
  for (const cases of allCases) {
    it(`${cases.id}: finds what is meant and nothing else`, async function () {
      this.timeout(20_000);
      const meant = trueSites(cases);
      const found = (await Promise.all(meant.map((text) => reports(text, cases.languageId, shows)))).filter(Boolean).length;
      const others = lookAlikes(cases);
      const wrong = (
        await Promise.all([shows, showsNot].flatMap((facts) => others.map((text) => reports(text, cases.languageId, facts))))
      ).filter(Boolean).length;
      const precision = found === 0 ? 0 : found / (found + wrong);
      rows.push(
        `      ${cases.id.padEnd(16)} precision ${(precision * 100).toFixed(0).padStart(3)} %   recall ${((found / meant.length) * 100).toFixed(0).padStart(3)} %   (${found} of ${meant.length} sites, ${wrong} of ${others.length * 2} look-alikes reported)`,
      );
      assert.equal(wrong, 0, 'a look-alike was reported');
      assert.ok(found / meant.length >= 0.95, `only ${found} of ${meant.length} sites were found`);
    });
  }
  after(() => console.log(rows.join('\n')));
});
