import { checkFindings } from '../support/checkFindings.ts';
import { pikzelsWorkspace } from '../support/testService.ts';

const here = { inWorkspace: pikzelsWorkspace };
const because = 'Checked because this workspace calls api.pikzels.com.';

describe('the set of codes that a site must handle', () => {
  it('is narrowed by the status around it', () =>
    checkFindings(
      `if (res.status === 402) {
  switch (err.code) {
  ^^^^^^^^^^^^^^^^^ warning unhandled-code: The Pikzels API error code SMART_BALANCE_PAYMENT_FAILED (402) is not handled. ${because}
    case 'INSUFFICIENT_CREDITS': break;
  }
}`,
      here,
    ));

  it('is narrowed by an outer switch on the status, by ranges and by an early return', () =>
    checkFindings(
      `function handle(res: Response, err: ApiError) {
  if (res.status < 500) return;
  if (res.status !== HttpStatus.GATEWAY_TIMEOUT) throw err;
  switch (err.code) {
  ^^^^^^^^^^^^^^^^^ warning unhandled-code: The Pikzels API error code TITLE_TIMEOUT (504) is not handled. ${because}
    case 'GENERATION_TIMEOUT': break;
    case 'SCORING_TIMEOUT': break;
  }
}
switch (res.status) {
  case 402:
    switch (err.code) {
    ^^^^^^^^^^^^^^^^^ warning unhandled-code: The Pikzels API error code SMART_BALANCE_PAYMENT_FAILED (402) is not handled. ${because}
      case 'INSUFFICIENT_CREDITS': break;
    }
    break;
}`,
      here,
    ));

  it('leaves out what earlier and enclosing branches took care of', () =>
    checkFindings(
      `function handle(res: Response, err: ApiError) {
  if (res.status !== 504) return;
  if (err.code === 'TITLE_TIMEOUT') return;
  switch (err.code) {
    case 'GENERATION_TIMEOUT': break;
    case 'SCORING_TIMEOUT': break;
  }
}
if (err.code === 'GENERATION_TIMEOUT' || err.code === 'SCORING_TIMEOUT') {
  switch (err.code) {
  ^^^^^^^^^^^^^^^^^ warning unhandled-code: The Pikzels API error code SCORING_TIMEOUT (504) is not handled. ${because}
    case 'GENERATION_TIMEOUT': break;
  }
}`,
      here,
    ));

  it('counts a switch before it that returns', () =>
    checkFindings(
      `function handle(err: ApiError, res: Response) {
  if (res.status !== 504) return;
  switch (err.code) {
  ^^^^^^^^^^^^^^^^^ warning unhandled-code: The Pikzels API error code TITLE_TIMEOUT (504) is not handled. All other codes go on to the code after it. ${because}
    case 'GENERATION_TIMEOUT': return 1;
    case 'SCORING_TIMEOUT': return 2;
  }
  switch (err.code) {
    case 'TITLE_TIMEOUT': return 3;
  }
}`,
      here,
    ));

  it('is not known where a branch asks about the subject in a way that cannot be read', () =>
    checkFindings(
      `function handle(err: ApiError) {
  if (retryable.has(err.code)) return retry();
  switch (err.code) {
    case 'INSUFFICIENT_CREDITS': return 1;
    case 'INVALID_STYLE': return 2;
  }
}
if (err.code === 'INSUFFICIENT_CREDITS') a();
else if (isRetryable(err.code)) b();
else if (err.code === 'INVALID_STYLE') c();
if (isAuthError(err.code)) {
  switch (err.code) {
    case 'INVALID_API_KEY': break;
    case 'API_KEY_DELETED': break;
  }
}`,
      here,
    ));

  it('does not carry a status into a function that runs later', () =>
    checkFindings(
      `if (res.status === 401) {
  later(() => {
    // error-codes: only billing
    switch (err.code) {
    ^^^^^^^^^^^^^^^^^ warning unhandled-code: The Pikzels API error code SMART_BALANCE_PAYMENT_FAILED (402) is not handled. ${because}
      case 'INSUFFICIENT_CREDITS': break;
    }
  });
}`,
      here,
    ));
});
