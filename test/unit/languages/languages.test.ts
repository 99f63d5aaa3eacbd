import assert from 'node:assert/strict';
import { languages } from '../../../server/src/service/languages/registry.ts';
import { createTestService, testDocument } from '../support/testService.ts';
import { complete, describeAll, findingsOf, fix, here } from './asking.ts';
import { allCases } from './cases/allCases.ts';
import { type Change, has, type LanguageCases, type Without } from './languageCases.ts';

const missing = 'SMART_BALANCE_PAYMENT_FAILED';

it('every language has its cases', () => {
  assert.deepEqual(
    languages.map(({ id }) => id).filter((id) => !allCases.some((cases) => cases.id === id)),
    [],
  );
});

for (const cases of allCases) describe(`in ${cases.id}`, () => checkLanguage(cases));

function checkLanguage(cases: LanguageCases): void {
  const { languageId } = cases;
  const kinds = {
    switch: cases.switch,
    'switch with default': cases.switchWithDefault,
    chain: cases.chain,
    'early returns': cases.earlyReturns,
    table: cases.table,
  };
  for (const [kind, change] of Object.entries(kinds) as [string, Change | Without][]) {
    if (!has(change)) continue;
    it(`a ${kind} is found, and gets the missing case`, async () => {
      assert.deepEqual(describeAll(await findingsOf(change.before, languageId)), [`unhandled-code ${missing}`]);
      assert.equal(await fix(change.before, `Add the missing case ${missing}`, languageId), change.after);
    });
  }
  const { otherwise, narrowedByConstant, constants, armStart } = cases;
  if (has(otherwise))
    it('a default is added', async () =>
      assert.equal(await fix(otherwise.before, 'Add a default case', languageId), otherwise.after));
  it('a status narrows', async () =>
    assert.deepEqual(describeAll(await findingsOf(cases.narrowedByStatus, languageId)), [`unhandled-code ${missing}`]));
  if (has(narrowedByConstant))
    it('a named status narrows', async () =>
      assert.deepEqual(describeAll(await findingsOf(narrowedByConstant, languageId)), [`unhandled-code ${missing}`]));
  it('an earlier branch narrows', async () =>
    assert.deepEqual(describeAll(await findingsOf(cases.narrowedByBranch, languageId)), []));
  if (has(constants))
    it('constants are resolved', async () =>
      assert.deepEqual(describeAll(await findingsOf(constants, languageId)), [`unhandled-code ${missing}`]));
  it('a duplicate is found', async () =>
    assert.deepEqual(
      describeAll(await findingsOf(cases.duplicate, languageId)).filter((found) => found.startsWith('duplicate')),
      ['duplicate-code INSUFFICIENT_CREDITS'],
    ));
  it('partial handling is left alone', async () =>
    assert.deepEqual(describeAll(await findingsOf(cases.partial, languageId)), []));
  it('a look-alike is left alone', async () => assert.deepEqual(describeAll(await findingsOf(cases.lookAlike, languageId)), []));
  it('a label is completed', async () =>
    assert.equal((await complete(cases.completion, languageId)).accept('CONFLICT'), cases.completion.after));
  it('a half-typed label is completed', async () =>
    assert.equal((await complete(cases.halfTyped, languageId)).accept('CONFLICT'), cases.halfTyped.after));
  if (has(armStart)) {
    it('an arm is completed', async () => {
      const { first, accept } = await complete(armStart, languageId);
      assert.match(first ?? '', /^All \d+ missing cases$/);
      assert.equal(accept(armStart.label), armStart.after);
    });
  }
  it('a hover explains', async () => {
    const text = cases.narrowedByStatus;
    const hover = await createTestService().provideHover(
      testDocument(text, languageId),
      here,
      text.indexOf('INSUFFICIENT_CREDITS') + 3,
    );
    assert.match(hover?.markdown ?? '', /402 Payment Required/);
  });
  it('any beginning of its sources is answered', async function () {
    this.timeout(60_000);
    const service = createTestService();
    const sources = [
      cases.narrowedByStatus,
      cases.partial,
      cases.lookAlike,
      cases.duplicate,
      ...[cases.switch, cases.chain, cases.table].filter(has).map(({ before }) => before),
    ];
    for (const source of sources) {
      for (let end = 0; end <= source.length; end += 1) {
        const document = testDocument(source.slice(0, end), languageId);
        const { findings } = await service.findFindings(document, here);
        for (const { span } of findings) assert.ok(span.start <= span.end && span.end <= end);
        if (end % 5 === 0) await service.provideCompletion(document, here, end);
        if (end % 11 === 0) await service.provideCodeActions(document, here, { start: 0, end });
      }
    }
    service.forget('file:///src/client.ts');
  });
}
