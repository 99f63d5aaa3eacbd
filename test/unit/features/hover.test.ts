import assert from 'node:assert/strict';
import type { DocumentFacts } from '../../../server/src/service/analysis/documentAnalysis.ts';
import { readMarkedText } from '../support/markedText.ts';
import { createTestService, pikzelsWorkspace, testDocument, testFacts } from '../support/testService.ts';

const service = createTestService();

async function hover(source: string, facts: Partial<DocumentFacts> = { inWorkspace: pikzelsWorkspace }) {
  const { text, cursor } = readMarkedText(source);
  const answer = await service.provideHover(testDocument(text), testFacts(facts), cursor);
  return answer && { markdown: answer.markdown, text: text.slice(answer.span.start, answer.span.end) };
}

describe('hover', () => {
  it('shows status, cause, guidance, group and documentation', async () =>
    assert.deepEqual(await hover(`const c = 'INSUFFICIENT⟦|⟧_CREDITS';`), {
      text: 'INSUFFICIENT_CREDITS',
      markdown: [
        '**INSUFFICIENT_CREDITS** · 402 Payment Required · Pikzels API',
        'API balance is too low for the requested operation, or Smart Balance is enabled but the configured top-up cannot cover this request.',
        '*Guidance:* retrying will not help; top up or enable Smart Balance, then send the request again.',
        'billing · [Documentation](https://docs.pikzels.com/errors)',
      ].join('\n\n'),
    }));

  it('shows that 499 is not registered', async () =>
    assert.match(
      (await hover(`f('CANCEL⟦|⟧LED')`))?.markdown ?? '',
      /499 Client Closed Request \(not registered; nginx uses it\)/,
    ));

  it('shows that a code is retired, and which parts are inferred', async () =>
    assert.match(
      (await hover(`f('INSUFFICIENT_BALA⟦|⟧NCE')`))?.markdown ?? '',
      /\*Retired:\* .* Likely successor \(inferred\): \*\*INSUFFICIENT_CREDITS\*\*/,
    ));

  for (const [name, source] of [
    ['a key', `const m = { CONF⟦|⟧LICT: 1 };`],
    ['a member', `if (x === ErrorCode.CONF⟦|⟧LICT) a();`],
    ['an enum member', `enum E { CONF⟦|⟧LICT = 'x' }`],
    ['a template string', 'f(`CONF⟦|⟧LICT`)'],
    ['a union type', `type C = 'CONF⟦|⟧LICT' | 'x';`],
    ['the use of a constant', `const Gone = 'CONFLICT';\nif (code === Go⟦|⟧ne) a();`],
    ['the end of the word', `f('CONFLICT⟦|⟧')`],
  ] as const) {
    it(`explains ${name}`, async () => assert.match((await hover(source))?.markdown ?? '', /\*\*CONFLICT\*\* · 409/));
  }

  for (const [name, source] of [
    ['a longer string', `f('the CONF⟦|⟧LICT of interest')`],
    ['a comment', `// CONF⟦|⟧LICT`],
    ['a part of a word', `f('CONF⟦|⟧LICTS')`],
    ['other code', `const a⟦|⟧ = 1; f('CONFLICT');`],
  ] as const) {
    it(`is silent on ${name}`, async () => assert.equal(await hover(source), undefined));
  }

  it('where no API shows explains unique codes, and only names the possibility for others', async () => {
    assert.match((await hover(`f('SMART_BALANCE_PAYMENT⟦|⟧_FAILED')`, {}))?.markdown ?? '', /402 Payment Required/);
    const possible = (await hover(`f('CONF⟦|⟧LICT')`, {}))?.markdown ?? '';
    assert.match(possible, /also an error code of Pikzels API, but nothing here shows/);
    assert.doesNotMatch(possible, /409/);
  });

  it('shows text from catalogues as text', async () => {
    const { createCatalogue } = await import('../../../server/src/service/catalogue/createCatalogue.ts');
    const { createCatalogueSet } = await import('../../../server/src/service/catalogue/catalogueSet.ts');
    const cause = '<img src=x onerror=alert(1)> [click](command:evil) **b** `c` https://evil.example\n# heading';
    const set = createCatalogueSet([
      createCatalogue(
        {
          id: 'shop',
          title: 'Shop *API*',
          docs: 'https://docs.example/a)b',
          detect: { names: ['shop'] },
          codes: [{ code: 'CARD_DECLINED', cause }],
        },
        { builtin: false, locations: [] },
      ),
    ]);
    const { markdown = '' } = (await hover(`// shop\nf('CARD⟦|⟧_DECLINED')`, { set })) ?? {};
    assert.doesNotMatch(markdown, /(?<!\\)<img|(?<!\\)\]\(command|[^\\]\*\*b|^# |:\/\/evil|(?<!\\)\]\(https:\/\/docs.example/m);
    assert.match(markdown, /Shop \\\*API\\\*/);
  });
});
