import { defaultSettings, readSettings } from '../../../server/src/service/settings/settings.ts';
import { checkFindings } from '../support/checkFindings.ts';
import { pikzelsWorkspace } from '../support/testService.ts';

const here = { inWorkspace: pikzelsWorkspace };

describe('unhandled-code', () => {
  it('warns of a switch that leaves codes out, and gives the reason why it was checked', () =>
    checkFindings(`const url = 'https://api.pikzels.com/v2';
switch (err.code) {
^^^^^^^^^^^^^^^^^ warning unhandled-code: 29 Pikzels API error codes are not handled: MISSING_API_KEY (401), SMART_BALANCE_PAYMENT_FAILED (402), TOO_MANY_REQUESTS (429) and 26 more. Checked because this file calls api.pikzels.com.
  case 'INSUFFICIENT_CREDITS': break;
  case 'GENERATION_TIMEOUT': break;
}`));

  it('gives a hint where a default exists', () =>
    checkFindings(
      `switch (err.code) {
^^^^^^^^^^^^^^^^^ hint unhandled-code: 29 Pikzels API error codes are not handled: MISSING_API_KEY (401), SMART_BALANCE_PAYMENT_FAILED (402), TOO_MANY_REQUESTS (429) and 26 more. Checked because this workspace calls api.pikzels.com.
  case 'INSUFFICIENT_CREDITS': break;
  case 'GENERATION_TIMEOUT': break;
  default: throw err;
}`,
      here,
    ));

  it('has full severity under a directive that enforces', () =>
    checkFindings(
      `// error-codes: enforce
switch (err.code) {
^^^^^^^^^^^^^^^^^ warning unhandled-code: 29 Pikzels API error codes are not handled: MISSING_API_KEY (401), SMART_BALANCE_PAYMENT_FAILED (402), TOO_MANY_REQUESTS (429) and 26 more. Checked because this workspace calls api.pikzels.com.
  case 'INSUFFICIENT_CREDITS': break;
  case 'GENERATION_TIMEOUT': break;
  default: throw err;
}`,
      here,
    ));

  it('is information for a chain, and its range is the first condition', () =>
    checkFindings(
      `// error-codes: only billing, GENERATION_TIMEOUT
if (err.code === 'INSUFFICIENT_CREDITS') {
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ information unhandled-code: The Pikzels API error code SMART_BALANCE_PAYMENT_FAILED (402) is not handled. Checked because this workspace calls api.pikzels.com.
  topUp();
} else if (err.code === 'GENERATION_TIMEOUT') {
  retry();
}`,
      here,
    ));

  it('takes the code after early returns for their default', () =>
    checkFindings(
      `function handle(err: ApiError) {
  // error-codes: only 402,504
  if (err.code === 'INSUFFICIENT_CREDITS') return topUp();
  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ hint unhandled-code: 3 Pikzels API error codes are not handled: SMART_BALANCE_PAYMENT_FAILED (402), SCORING_TIMEOUT (504) and TITLE_TIMEOUT (504). Checked because this workspace calls api.pikzels.com.
  if (err.code === 'GENERATION_TIMEOUT') return retry();
  return fail();
}`,
      here,
    ));

  it('gives a hint for a table, under its name', () =>
    checkFindings(
      `// error-codes: only billing
const messages: Record<string, string> = {
      ^^^^^^^^ hint unhandled-code: The Pikzels API error code SMART_BALANCE_PAYMENT_FAILED (402) is not handled. Checked because this workspace calls api.pikzels.com.
  INSUFFICIENT_CREDITS: 'Top up',
  GENERATION_TIMEOUT: 'Try again',
};`,
      here,
    ));

  it('is at most information where every code fits but nothing shows the API', () =>
    checkFindings(`switch (err.code) {
^^^^^^^^^^^^^^^^^ information unhandled-code: 27 Pikzels API error codes are not handled: MISSING_API_KEY (401), SMART_BALANCE_PAYMENT_FAILED (402), TOO_MANY_REQUESTS (429) and 24 more. Every code here is one of this API, but nothing else shows that it is meant.
  case 'INSUFFICIENT_CREDITS': break;
  case 'GENERATION_TIMEOUT': break;
  case 'IMAGE_TOO_LARGE': break;
  case 'CONTENT_POLICY': break;
}`));

  it('is silent about one condition, a retry set, and branches that all do the same', () =>
    checkFindings(
      `const RETRYABLE = new Set(['GENERATION_TIMEOUT', 'SCORING_TIMEOUT', 'INTERNAL_ERROR']);
const fatal = { API_KEY_DELETED: true, INVALID_STYLE: true };
if (err.code === 'GENERATION_TIMEOUT' || err.code === 'SCORING_TIMEOUT') retry();
function isFatal(err: ApiError) {
  if (err.code === 'API_KEY_DELETED') return true;
  if (err.code === 'ACCOUNT_SUSPENDED') return true;
  return false;
}`,
      here,
    ));

  it('is silent about a type, an enum, or a table that declares the codes', () =>
    checkFindings(
      `type Code = 'INSUFFICIENT_CREDITS' | 'GENERATION_TIMEOUT';
enum ErrorCode { InsufficientCredits = 'INSUFFICIENT_CREDITS', GenerationTimeout = 'GENERATION_TIMEOUT' }
const codes = { INSUFFICIENT_CREDITS: 'INSUFFICIENT_CREDITS', generationTimeout: 'GENERATION_TIMEOUT' } as const;`,
      here,
    ));

  it('is silent where a spread or an unknown constant may bring the others', () =>
    checkFindings(
      `const messages = { ...common, INSUFFICIENT_CREDITS: 'Top up', GENERATION_TIMEOUT: 'Try again' };
switch (err.code) {
  case 'INSUFFICIENT_CREDITS': break;
  case 'GENERATION_TIMEOUT': break;
  case Codes.Other: break;
}`,
      here,
    ));

  it('resolves constants and enums of the same file', () =>
    checkFindings(
      `const TIMEOUT = 'GENERATION_TIMEOUT';
enum ErrorCode { Credits = 'INSUFFICIENT_CREDITS' }
const More = Object.freeze({ payment: 'SMART_BALANCE_PAYMENT_FAILED' });
// error-codes: only 402, 504
switch (err.code) {
^^^^^^^^^^^^^^^^^ warning unhandled-code: 2 Pikzels API error codes are not handled: SCORING_TIMEOUT (504) and TITLE_TIMEOUT (504). Checked because only this API has SMART_BALANCE_PAYMENT_FAILED.
  case TIMEOUT: break;
  case ErrorCode.Credits: break;
  case More.payment: break;
}`,
      here,
    ));

  it('follows the settings: severities by kind, ignored codes', async () => {
    const source = `switch (err.code) {
  case 'INSUFFICIENT_CREDITS': break;
  default: break;
}`;
    const off = readSettings({ severity: { 'unhandled-code.withDefault': 'off' } }).settings;
    await checkFindings(source, { ...here, settings: off });
    const ignored = { ...defaultSettings, ignoredCodes: new Set(['SMART_BALANCE_PAYMENT_FAILED']) };
    await checkFindings(`// error-codes: only billing\n${source}`, { ...here, settings: ignored });
  });
});
