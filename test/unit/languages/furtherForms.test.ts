import assert from 'node:assert/strict';
import { createTestService, testDocument } from '../support/testService.ts';
import { complete, describeAll, findingsOf, fix, here } from './asking.ts';
import { furtherForms, silentForms } from './cases/furtherForms.ts';

const missing = 'SMART_BALANCE_PAYMENT_FAILED';

describe('further forms of sites', () => {
  for (const { languageId, form, before, after, armStart } of furtherForms) {
    it(`${form} in ${languageId} gets the missing case`, async () => {
      assert.deepEqual(describeAll(await findingsOf(before, languageId)), [`unhandled-code ${missing}`]);
      assert.equal(await fix(before, `Add the missing case ${missing}`, languageId), after);
    });
    it(`any beginning of ${form} in ${languageId} is answered`, async () => {
      const service = createTestService();
      for (let end = 0; end <= before.length; end += 1) {
        const document = testDocument(before.slice(0, end), languageId);
        await service.findFindings(document, here);
        if (end % 7 === 0) await service.provideCompletion(document, here, end);
        if (end % 11 === 0) await service.provideCodeActions(document, here, { start: 0, end });
      }
      service.forget('file:///src/client.ts');
    });
    if (armStart)
      it(`an arm of ${form} in ${languageId} is completed`, async () => {
        const { first, accept } = await complete({ before: armStart.before }, languageId);
        assert.match(first ?? '', /^All \d+ missing cases$/);
        assert.equal(accept(armStart.label), armStart.after);
      });
  }
  for (const { languageId, form, text } of silentForms) {
    it(`${form} in ${languageId} is left alone`, async () =>
      assert.deepEqual(describeAll(await findingsOf(text, languageId)), []));
  }
});
