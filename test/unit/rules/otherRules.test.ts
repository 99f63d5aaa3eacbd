import { defaultSettings, readSettings } from '../../../server/src/service/settings/settings.ts';
import { checkFindings } from '../support/checkFindings.ts';
import { pikzelsWorkspace } from '../support/testService.ts';

const quiet = { settings: readSettings({ severity: { 'unhandled-code': 'off', 'unhandled-code.withDefault': 'off' } }).settings };
const here = { ...quiet, inWorkspace: pikzelsWorkspace };

describe('unknown-code', () => {
  it('finds a slip of the pen in a label, a comparison and a list', () =>
    checkFindings(
      `import { PikzelsClient } from 'pikzels';
switch (err.code) {
  case 'INSUFICIENT_CREDITS': break;
        ^^^^^^^^^^^^^^^^^^^ warning unknown-code: Pikzels API has no error code INSUFICIENT_CREDITS. Did you mean INSUFFICIENT_CREDITS?
  case 'GENERATION_TIMEOUT': break;
}
if (err.code === 'SCORING_TIMOUT') retry();
                  ^^^^^^^^^^^^^^ warning unknown-code: Pikzels API has no error code SCORING_TIMOUT. Did you mean SCORING_TIMEOUT?
const RETRYABLE_CODES = ['TITLE_TIEMOUT', 'GENERATION_FAILED'];
                          ^^^^^^^^^^^^^ warning unknown-code: Pikzels API has no error code TITLE_TIEMOUT. Did you mean TITLE_TIMEOUT?`,
      quiet,
    ));

  it('leaves parts of codes alone that a text is searched for', () =>
    checkFindings(
      `import { PikzelsClient } from 'pikzels';
if (err.code.startsWith('SCORING_TIMEOU')) retry();
if (err.message.includes('TITLE_TIMEOU')) retry();
if (err.code.includes('TITLE_TIEMOUT')) retry();
                       ^^^^^^^^^^^^^ warning unknown-code: Pikzels API has no error code TITLE_TIEMOUT. Did you mean TITLE_TIMEOUT?`,
      quiet,
    ));

  it('finds it in a file that holds no code that is right', () =>
    checkFindings(
      `import { PikzelsClient } from './pikzels';
if (err.code === 'INSUFICIENT_CREDITS') topUp();
                  ^^^^^^^^^^^^^^^^^^^ warning unknown-code: Pikzels API has no error code INSUFICIENT_CREDITS. Did you mean INSUFFICIENT_CREDITS?`,
      quiet,
    ));

  it('takes a label that is near to none, or is another word, for another API’s', () =>
    checkFindings(
      `import { PikzelsClient } from 'pikzels';
switch (err.code) {
  case 'INSUFFICIENT_CREDITS': break;
  case 'GENERATION_TIMEOUT': break;
  case 'NETWORK_ERROR': break;
  case 'INVALID_STAGE': break;
  case 'RATE_LIMIT_EXCEEDED': break;
}`,
      quiet,
    ));

  it('is silent where the subject reads like something else', () =>
    checkFindings(
      `import { PikzelsClient } from 'pikzels';
if (job.status === 'CANCELED' || tab === 'CONFLICTS') stop();`,
      quiet,
    ));
});

describe('retired-code', () => {
  it('names the successor, and marks it when it is inferred', () =>
    checkFindings(
      `switch (err.code) {
  case 'INSUFFICIENT_BALANCE': break;
       ^^^^^^^^^^^^^^^^^^^^^^ information retired-code: The documentation of Pikzels API no longer lists INSUFFICIENT_BALANCE. Its likely successor is INSUFFICIENT_CREDITS.
  case 'GENERATION_TIMEOUT': break;
  case 'OUTPAINT_FAILED': break;
       ^^^^^^^^^^^^^^^^^ information retired-code: The documentation of Pikzels API no longer lists OUTPAINT_FAILED.
}`,
      here,
    ));

  it('looks at single comparisons, but not at common words', () =>
    checkFindings(
      `import { PikzelsClient } from 'pikzels';
if (err.code === 'INSUFFICIENT_BALANCE') topUp();
                 ^^^^^^^^^^^^^^^^^^^^^^ information retired-code: The documentation of Pikzels API no longer lists INSUFFICIENT_BALANCE. Its likely successor is INSUFFICIENT_CREDITS.
if (err.code === 'RATE_LIMITED') wait();`,
      quiet,
    ));
});

describe('duplicate-code', () => {
  it('reports the second place', () =>
    checkFindings(
      `switch (err.code) {
  case 'INSUFFICIENT_CREDITS': break;
  case 'GENERATION_TIMEOUT':
  case 'INSUFFICIENT_CREDITS': retry();
       ^^^^^^^^^^^^^^^^^^^^^^ warning duplicate-code: INSUFFICIENT_CREDITS is handled already; this place is never reached.
}`,
      here,
    ));

  it('lets guarded branches repeat a code', () =>
    checkFindings(
      `if (err.code === 'INSUFFICIENT_CREDITS' && attempts < 3) retry();
else if (err.code === 'INSUFFICIENT_CREDITS') topUp();
else if (err.code === 'GENERATION_TIMEOUT') wait();`,
      here,
    ));
});

describe('wrong-status', () => {
  it('finds a code under a status that it does not come with', () =>
    checkFindings(
      `import { PikzelsClient } from 'pikzels';
if (res.status === 404 && err.code === 'INSUFFICIENT_CREDITS') topUp();
                                       ^^^^^^^^^^^^^^^^^^^^^^ warning wrong-status: INSUFFICIENT_CREDITS is documented with status 402, but this branch is for 404.
if (res.status >= 500) {
  switch (err.code) {
    case 'GENERATION_TIMEOUT': break;
    case 'NAME_RESERVED': break;
         ^^^^^^^^^^^^^^^ warning wrong-status: NAME_RESERVED is documented with status 409, but this branch is for 5xx.
  }
}`,
      quiet,
    ));

  it('says as information that a code was once documented with a status', () =>
    checkFindings(
      `import { PikzelsClient } from 'pikzels';
if (res.status === 500 && err.code === 'INVALID_IMAGE') fail();
                                       ^^^^^^^^^^^^^^^ information wrong-status: INVALID_IMAGE was documented with status 500 formerly; today it is 400.`,
      quiet,
    ));
});

describe('exposed-key', () => {
  // Put together here, so that no scanner takes this file for a leak.
  const key = ['pkz', 'live_9f8Ka7s6D5fQ4G3hZ2J1'].join('_');

  it('finds a key in a literal', () =>
    checkFindings(
      `const key = '${key}';\n             ${'^'.repeat(key.length)} error exposed-key: This looks like a Pikzels API key. Keep it out of source: read it from the environment, and revoke this one.`,
    ));

  it('leaves placeholders, .env files and ignored files alone', async () => {
    await checkFindings(`const a = 'pkz_your_api_key_goes_here'; const b = 'pkz_xxxxxxxxxxxxxxxxxxxx';`);
    await checkFindings(`const key = '${key}';`, { isIgnored: () => true });
    await checkFindings(`KEY=${key}`, { path: '.env.local' }, 'plaintext');
  });
});

describe('directives', () => {
  it('ignore a place, some codes, or a file', async () => {
    const site = `switch (err.code) {\n  case 'INSUFFICIENT_CREDITS': break;\n}`;
    const all = { inWorkspace: pikzelsWorkspace };
    await checkFindings(`// error-codes: ignore -- handled upstream\n${site}`, all);
    await checkFindings(`// error-codes: ignore-file -- not ours\n${site}`, all);
    await checkFindings(`// error-codes: only billing\n// error-codes: ignore SMART_BALANCE_PAYMENT_FAILED\n${site}`, all);
  });

  it('that change nothing or name nothing are hints', () =>
    checkFindings(
      `// error-codes: ignore
   ^^^^^^^^^^^^^^^^^^^ hint unused-directive: This directive changes nothing.
const a = 1;
// error-codes: only biling
   ^^^^^^^^^^^^^^^^^^^^^^^^ hint unused-directive: No loaded catalogue has a group, status or code biling. Did you mean billing?
// error-codes: enforce pixels
   ^^^^^^^^^^^^^^^^^^^^^^^^^^^ hint unused-directive: No loaded catalogue has the id pixels. Did you mean pikzels?
// error-codes: shush
   ^^^^^^^^^^^^^^^^^^ hint unused-directive: This directive is unknown: write enforce, only, ignore or ignore-file.
const text = 'error-codes: ignore';`,
      { settings: defaultSettings },
    ));
});
