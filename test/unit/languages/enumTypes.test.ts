import assert from 'node:assert/strict';
import { applyEdits, createTestService, pikzelsWorkspace, testDocument, testFacts } from '../support/testService.ts';

const here = testFacts({ inWorkspace: pikzelsWorkspace });

/** The text after `Add the missing case`, which extends the enum too. */
async function fix(text: string, languageId: string): Promise<string> {
  const actions = await createTestService().provideCodeActions(testDocument(text, languageId), here, {
    start: 0,
    end: text.length,
  });
  const action = actions.find(({ title }) => title.startsWith('Add the missing case'));
  assert.ok(action, actions.map(({ title }) => title).join(' | '));
  return applyEdits(text, action.edits);
}

const only = '// error-codes: only billing, GENERATION_TIMEOUT\n';

describe('an enum in the same file grows with its site', () => {
  it('in Kotlin, by the string that each entry is made with', async () => {
    const after = await fix(
      `enum class Code(val value: String) {\n    TIMEOUT("GENERATION_TIMEOUT"),\n    CREDITS("INSUFFICIENT_CREDITS"),\n}\nfun f(code: Code) {\n    ${only}    when (code) {\n        Code.TIMEOUT -> a()\n        Code.CREDITS -> b()\n    }\n}\n`,
      'kotlin',
    );
    assert.match(
      after,
      /CREDITS\("INSUFFICIENT_CREDITS"\),\n {4}SMART_BALANCE_PAYMENT_FAILED\("SMART_BALANCE_PAYMENT_FAILED"\),\n\}/,
    );
    assert.match(after, /\n {8}Code\.SMART_BALANCE_PAYMENT_FAILED -> TODO\(/);
  });

  it('in Kotlin, by the names of its entries', async () => {
    const after = await fix(
      `enum class Code { GENERATION_TIMEOUT, INSUFFICIENT_CREDITS; }\nfun f(code: Code) {\n    ${only}    when (code) {\n        Code.GENERATION_TIMEOUT -> a()\n        Code.INSUFFICIENT_CREDITS -> b()\n    }\n}\n`,
      'kotlin',
    );
    assert.match(after, /INSUFFICIENT_CREDITS, SMART_BALANCE_PAYMENT_FAILED; \}/);
  });

  it('in C++', async () => {
    const after = await fix(
      `enum class Code { GENERATION_TIMEOUT, INSUFFICIENT_CREDITS };\nint f(Code code) {\n  ${only}  switch (code) {\n    case Code::GENERATION_TIMEOUT:\n      return 1;\n    case Code::INSUFFICIENT_CREDITS:\n      return 2;\n  }\n}\n`,
      'cpp',
    );
    assert.match(after, /INSUFFICIENT_CREDITS, SMART_BALANCE_PAYMENT_FAILED \};/);
    assert.match(after, /\n {4}case Code::SMART_BALANCE_PAYMENT_FAILED:\n/);
  });
});
