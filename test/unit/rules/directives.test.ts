import { readSettings } from '../../../server/src/service/settings/settings.ts';
import { checkFindings } from '../support/checkFindings.ts';
import { pikzelsWorkspace } from '../support/testService.ts';

const here = { inWorkspace: pikzelsWorkspace };
const quiet = readSettings({ severity: { 'unhandled-code': 'off', 'unhandled-code.withDefault': 'off' } }).settings;
const settings = (section: object) => ({ ...here, settings: readSettings(section).settings });

describe('directives', () => {
  it('count anywhere in the comments above their place', () =>
    checkFindings(
      `// error-codes: only INSUFFICIENT_CREDITS, GENERATION_TIMEOUT
/*
 * The rest goes to the caller.
 */
// Both are known to be final.
switch (err.code) {
^^^^^^^^^^^^^^^^^ warning unhandled-code: The Pikzels API error code GENERATION_TIMEOUT (504) is not handled. Checked because this workspace calls api.pikzels.com.
  case 'INSUFFICIENT_CREDITS': break;
}
`,
      here,
    ));

  it('do not reach over code', () =>
    checkFindings(
      `// error-codes: only INSUFFICIENT_CREDITS, GENERATION_TIMEOUT
   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ hint unused-directive: This directive changes nothing.
const other = 1;
switch (err.code) {
  case 'INSUFFICIENT_CREDITS': break;
}
`,
      { ...here, settings: quiet },
    ));

  it('are corrected where they are misspelt', () =>
    checkFindings(
      `// error-codes: ingore
   ^^^^^^^^^^^^^^^^^^^ hint unused-directive: This directive is unknown. Did you mean error-codes: ignore?
a('INSUFFICIENT_CREDITS');
// error-code: ignore
   ^^^^^^^^^^^^^^^^^^ hint unused-directive: This directive is unknown. Did you mean error-codes: ignore?
b();
// errorCodes: only 402
   ^^^^^^^^^^^^^^^^ hint unused-directive: This directive is unknown. Did you mean error-codes: only?
c();
// Of our error codes: only these are final.
d();
// error-codes: only biling
   ^^^^^^^^^^^^^^^^^^^^^^^^ hint unused-directive: No loaded catalogue has a group, status or code biling. Did you mean billing?
e();
`,
      here,
    ));

  it('are named where they contradict each other', () =>
    checkFindings(
      `// error-codes: only billing
// error-codes: only auth
   ^^^^^^^^^^^^^^^^^^^^^^ hint unused-directive: This directive contradicts the one in line 1.
switch (err.code) {
  case 'INSUFFICIENT_CREDITS': break;
  case 'GENERATION_TIMEOUT': break;
}
// error-codes: enforce
// error-codes: ignore
   ^^^^^^^^^^^^^^^^^^^ hint unused-directive: This directive contradicts the one in line 7.
switch (err.code) {
  case 'INSUFFICIENT_CREDITS': break;
  case 'GENERATION_TIMEOUT': break;
}
`,
      { ...here, settings: quiet },
    ));
});

describe('ignoredCodes', () => {
  const text = `// error-codes: only INSUFFICIENT_CREDITS, GENERATION_TIMEOUT, SCORING_TIMEOUT, SMART_BALANCE_PAYMENT_FAILED
switch (err.code) {
^^^^^^^^^^^^^^^^^ warning unhandled-code: The Pikzels API error code SMART_BALANCE_PAYMENT_FAILED (402) is not handled. Checked because this file uses SMART_BALANCE_PAYMENT_FAILED.
  case 'INSUFFICIENT_CREDITS': break;
}
`;
  for (const words of [['*_TIMEOUT'], ['GENERATION_*', 'SCORING_TIMEOUT'], ['504'], ['5xx']])
    it(`takes ${words.join(' and ')}`, () => checkFindings(text, settings({ ignoredCodes: words })));

  it('takes a group', () =>
    checkFindings(
      text.replace(/^\^.*\n/m, '').replace(', GENERATION_TIMEOUT, SCORING_TIMEOUT', ''),
      settings({ ignoredCodes: ['billing'] }),
    ));
});

describe('unhandled.sites', () => {
  it('asks only where a directive does', () =>
    checkFindings(
      `switch (err.code) {
  case 'INSUFFICIENT_CREDITS': break;
  case 'GENERATION_TIMEOUT': break;
}
// error-codes: enforce
// error-codes: only INSUFFICIENT_CREDITS, GENERATION_TIMEOUT
switch (err.code) {
^^^^^^^^^^^^^^^^^ warning unhandled-code: The Pikzels API error code GENERATION_TIMEOUT (504) is not handled. Checked because this workspace calls api.pikzels.com.
  case 'INSUFFICIENT_CREDITS': break;
}
`,
      settings({ unhandled: { sites: 'enforced' } }),
    ));
});
