import assert from 'node:assert/strict';
import { applyAction as apply } from '../support/applyAction.ts';
import { createTestService, pikzelsWorkspace, testDocument, testFacts } from '../support/testService.ts';

const service = createTestService();
const here = { inWorkspace: pikzelsWorkspace };

describe('add the missing cases', () => {
  it('before the default and the comment that belongs to it, in the style of the neighbours', async () =>
    assert.equal(
      await apply(
        `// error-codes: only billing
switch (err.code) {
    case "INSUFFICIENT_CREDITS": {
        return 1;
    }
    // everything else
    default:
        throw err;
}`,
        'Add the missing case SMART_BALANCE_PAYMENT_FAILED',
      ),
      `// error-codes: only billing
switch (err.code) {
    case "INSUFFICIENT_CREDITS": {
        return 1;
    }
    case "SMART_BALANCE_PAYMENT_FAILED": {
        // 402: Smart Balance is paused because the automatic top-up payment could not be processed
        throw new Error("SMART_BALANCE_PAYMENT_FAILED is not handled yet");
    }
    // everything else
    default:
        throw err;
}`,
    ));

  it('above arms that run into the default, and above a last arm that does not leave', async () => {
    assert.equal(
      await apply(
        `// error-codes: only billing
switch (err.code) {
  case 'GENERATION_TIMEOUT':
    return 1;
  case 'INSUFFICIENT_CREDITS':
  default:
    throw err;
}`,
        'Add the missing case',
      ),
      `// error-codes: only billing
switch (err.code) {
  case 'GENERATION_TIMEOUT':
    return 1;
  case 'SMART_BALANCE_PAYMENT_FAILED':
    // 402: Smart Balance is paused because the automatic top-up payment could not be processed
    throw new Error('SMART_BALANCE_PAYMENT_FAILED is not handled yet');
  case 'INSUFFICIENT_CREDITS':
  default:
    throw err;
}`,
    );
    assert.match(
      await apply(
        `// error-codes: only billing\nswitch (err.code) {\n  case 'GENERATION_TIMEOUT': return 1;\n  case 'INSUFFICIENT_CREDITS': topUp();\n}`,
        'Add the missing case',
      ),
      /return 1;\n {2}case 'SMART_BALANCE_PAYMENT_FAILED':[\s\S]*case 'INSUFFICIENT_CREDITS': topUp\(\);\n\}$/,
    );
  });

  it('stacked on one body where the neighbours are', async () =>
    assert.equal(
      await apply(
        `// error-codes: only 504, billing
switch (err.code) {
  case 'INSUFFICIENT_CREDITS':
  case 'GENERATION_TIMEOUT':
    return 1;
}`,
        'Add all 3 missing cases',
      ),
      `// error-codes: only 504, billing
switch (err.code) {
  case 'INSUFFICIENT_CREDITS':
  case 'GENERATION_TIMEOUT':
    return 1;
  case 'SMART_BALANCE_PAYMENT_FAILED': // 402: Smart Balance is paused because the automatic top-up payment could not be processed
  case 'SCORING_TIMEOUT': // 504: Thumbnail scoring exceeded timeout
  case 'TITLE_TIMEOUT': // 504: Title generation exceeded timeout
    throw new Error('SMART_BALANCE_PAYMENT_FAILED, SCORING_TIMEOUT or TITLE_TIMEOUT is not handled yet');
}`,
    ));

  it('for one status, with CRLF and tabs', async () =>
    assert.equal(
      await apply(
        "// error-codes: only 402, 504\r\nswitch (err.code) {\r\n\tcase 'INSUFFICIENT_CREDITS':\r\n\t\treturn 1;\r\n\tcase 'GENERATION_TIMEOUT':\r\n\t\treturn 2;\r\n}\r\n",
        'Add the missing cases for HTTP 504',
      ),
      "// error-codes: only 402, 504\r\nswitch (err.code) {\r\n\tcase 'INSUFFICIENT_CREDITS':\r\n\t\treturn 1;\r\n\tcase 'GENERATION_TIMEOUT':\r\n\t\treturn 2;\r\n\tcase 'SCORING_TIMEOUT':\r\n\t\t// 504: Thumbnail scoring exceeded timeout\r\n\t\tthrow new Error('SCORING_TIMEOUT is not handled yet');\r\n\tcase 'TITLE_TIMEOUT':\r\n\t\t// 504: Title generation exceeded timeout\r\n\t\tthrow new Error('TITLE_TIMEOUT is not handled yet');\r\n}\r\n",
    ));

  it('together with the union or the enum of the same file', async () => {
    assert.match(
      await apply(
        `type Code = 'INSUFFICIENT_CREDITS' | 'GENERATION_TIMEOUT';
// error-codes: only billing
switch (code as Code) {
  case 'INSUFFICIENT_CREDITS': return 1;
  case 'GENERATION_TIMEOUT': return 2;
}`,
        'Add the missing case',
      ),
      /^type Code = 'INSUFFICIENT_CREDITS' \| 'GENERATION_TIMEOUT' \| 'SMART_BALANCE_PAYMENT_FAILED';/,
    );
    const after = await apply(
      `enum ErrorCode {
  InsufficientCredits = 'INSUFFICIENT_CREDITS',
  GenerationTimeout = 'GENERATION_TIMEOUT',
}
// error-codes: only billing
switch (err.code) {
  case ErrorCode.InsufficientCredits: return 1;
  case ErrorCode.GenerationTimeout: return 2;
}`,
      'Add the missing case',
    );
    assert.match(
      after,
      /GenerationTimeout = 'GENERATION_TIMEOUT',\n {2}SmartBalancePaymentFailed = 'SMART_BALANCE_PAYMENT_FAILED',\n\}/,
    );
    assert.match(after, /case ErrorCode.SmartBalancePaymentFailed:\n/);
  });

  it('to a chain, before its else, with the comparison of the neighbours', async () =>
    assert.equal(
      await apply(
        `// error-codes: only billing, GENERATION_TIMEOUT
if ("INSUFFICIENT_CREDITS" == err.code) {
  a();
}
else if ("GENERATION_TIMEOUT" == err.code) {
  b();
}
else {
  c();
}`,
        'Add the missing case',
      ),
      `// error-codes: only billing, GENERATION_TIMEOUT
if ("INSUFFICIENT_CREDITS" == err.code) {
  a();
}
else if ("GENERATION_TIMEOUT" == err.code) {
  b();
}
else if ("SMART_BALANCE_PAYMENT_FAILED" == err.code) {
  // 402: Smart Balance is paused because the automatic top-up payment could not be processed
  throw new Error("SMART_BALANCE_PAYMENT_FAILED is not handled yet");
}
else {
  c();
}`,
    ));

  it('to early returns', async () =>
    assert.equal(
      await apply(
        `function f(err: ApiError) {
  // error-codes: only billing, GENERATION_TIMEOUT
  if (err.code === 'INSUFFICIENT_CREDITS') return 1;
  if (err.code === 'GENERATION_TIMEOUT') return 2;
  return 3;
}`,
        'Add the missing case',
      ),
      `function f(err: ApiError) {
  // error-codes: only billing, GENERATION_TIMEOUT
  if (err.code === 'INSUFFICIENT_CREDITS') return 1;
  if (err.code === 'GENERATION_TIMEOUT') return 2;
  if (err.code === 'SMART_BALANCE_PAYMENT_FAILED') {
    // 402: Smart Balance is paused because the automatic top-up payment could not be processed
    throw new Error('SMART_BALANCE_PAYMENT_FAILED is not handled yet');
  }
  return 3;
}`,
    ));

  it('to tables: the documented cause among strings, a function that fails among functions', async () => {
    const directive = '// error-codes: only billing, GENERATION_TIMEOUT\n';
    assert.equal(
      await apply(
        `${directive}const m = {\n  INSUFFICIENT_CREDITS: 'Top up', // please\n  GENERATION_TIMEOUT: 'Again', // soon\n};`,
        'Add the missing case',
      ),
      `${directive}const m = {\n  INSUFFICIENT_CREDITS: 'Top up', // please\n  GENERATION_TIMEOUT: 'Again', // soon\n  SMART_BALANCE_PAYMENT_FAILED: 'Smart Balance is paused because the automatic top-up payment could not be processed',\n};`,
    );
    assert.equal(
      await apply(
        `${directive}const m = new Map([\n  ['INSUFFICIENT_CREDITS', 'Top up'],\n  ['GENERATION_TIMEOUT', 'Again']\n]);`,
        'Add the missing case',
      ),
      `${directive}const m = new Map([\n  ['INSUFFICIENT_CREDITS', 'Top up'],\n  ['GENERATION_TIMEOUT', 'Again'],\n  ['SMART_BALANCE_PAYMENT_FAILED', 'Smart Balance is paused because the automatic top-up payment could not be processed']\n]);`,
    );
    assert.match(
      await apply(
        `${directive}const m = {\n  INSUFFICIENT_CREDITS: () => topUp(),\n  GENERATION_TIMEOUT: () => retry(),\n};`,
        'Add the missing case',
      ),
      /SMART_BALANCE_PAYMENT_FAILED: \(\) => \{\n {4}\/\/ 402: .*\n {4}throw new Error\('SMART_BALANCE_PAYMENT_FAILED is not handled yet'\);\n {2}\},\n\};$/,
    );
    const numbers = `${directive}const m = { INSUFFICIENT_CREDITS: 1, GENERATION_TIMEOUT: 2 };`;
    const actions = await service.provideCodeActions(testDocument(numbers), testFacts(here), { start: 0, end: numbers.length });
    assert.ok(!actions.some(({ title }) => title.startsWith('Add')));
  });

  it('keeps a cause from outside inside its comment', async () => {
    const { createCatalogue } = await import('../../../server/src/service/catalogue/createCatalogue.ts');
    const { createCatalogueSet } = await import('../../../server/src/service/catalogue/catalogueSet.ts');
    const hostile = createCatalogue(
      {
        id: 'shop',
        title: 'Shop API',
        detect: { names: ['shop'] },
        codes: [
          { code: 'CARD_DECLINED', cause: 'x' },
          { code: 'OUT_OF_STOCK', cause: "a\u2028b\nprocess.exit(1) // '; `${1}" },
        ],
      },
      { builtin: false, locations: [] },
    );
    const after = await apply(`// shop\nswitch (err.code) {\n  case 'CARD_DECLINED':\n    break;\n}`, 'Add the missing case', {
      set: createCatalogueSet([hostile]),
    });
    assert.match(after, /\n {4}\/\/ a b process\.exit\(1\) \/\/ '; `\$\{1\}\n {4}throw/);
  });
});
