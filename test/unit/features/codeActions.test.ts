import assert from 'node:assert/strict';
import { applyAction as apply } from '../support/applyAction.ts';
import { applyEdits, createTestService, pikzelsWorkspace, testDocument, testFacts } from '../support/testService.ts';

const service = createTestService();
const here = { inWorkspace: pikzelsWorkspace };

describe('other fixes', () => {
  it('add a default that fails loudly', async () =>
    assert.equal(
      await apply(`switch (err.code) {\n  case 'INSUFFICIENT_CREDITS':\n    return 1;\n}`, 'Add a default case'),
      `switch (err.code) {\n  case 'INSUFFICIENT_CREDITS':\n    return 1;\n  default:\n    throw new Error(\`Unexpected error code: \${err.code}\`);\n}`,
    ));

  it('add all missing cases and a default at once', async () => {
    const only = '// error-codes: only billing\n';
    const title = 'Add all missing cases and a default case';
    const added = '// 402: Smart Balance is paused because the automatic top-up payment could not be processed';
    assert.equal(
      await apply(`${only}switch (err.code) {\n  case 'INSUFFICIENT_CREDITS':\n    return 1;\n}`, title),
      `${only}switch (err.code) {\n  case 'INSUFFICIENT_CREDITS':\n    return 1;\n  case 'SMART_BALANCE_PAYMENT_FAILED':\n    ${added}\n    throw new Error('SMART_BALANCE_PAYMENT_FAILED is not handled yet');\n  default:\n    throw new Error(\`Unexpected error code: \${err.code}\`);\n}`,
    );
    assert.equal(
      await apply(
        `${only}if (err.code === 'INSUFFICIENT_CREDITS') {\n  a();\n} else if (err.code === 'CONFLICT') {\n  b();\n}`,
        title,
      ),
      `${only}if (err.code === 'INSUFFICIENT_CREDITS') {\n  a();\n} else if (err.code === 'CONFLICT') {\n  b();\n} else if (err.code === 'SMART_BALANCE_PAYMENT_FAILED') {\n  ${added}\n  throw new Error('SMART_BALANCE_PAYMENT_FAILED is not handled yet');\n} else {\n  throw new Error(\`Unexpected error code: \${err.code}\`);\n}`,
    );
  });

  it('add a default where every code is handled, as a refactoring', async () => {
    const text = `// error-codes: only 402\nswitch (err.code) {\n  case 'INSUFFICIENT_CREDITS':\n  case 'SMART_BALANCE_PAYMENT_FAILED':\n    return 1;\n}`;
    const actions = await service.provideCodeActions(testDocument(text), testFacts(here), { start: 40, end: 40 });
    assert.deepEqual(
      actions.map(({ title, kind }) => [title, kind]),
      [['Add a default case', 'refactor.rewrite']],
    );
  });

  it('add the missing cases of a whole file, and what they need only once', async () => {
    const text = `type Code = 'INSUFFICIENT_CREDITS' | 'CONFLICT';\n// error-codes: only billing\nswitch (err.code) {\n  case 'INSUFFICIENT_CREDITS':\n    break;\n}\n// error-codes: only billing\nswitch (err.code) {\n  case 'INSUFFICIENT_CREDITS':\n    break;\n}\n`;
    const all = await service.provideActionForAll(testDocument(text), testFacts(here), 'addMissingCases');
    const after = applyEdits(text, all?.edits ?? []);
    assert.equal(after.split("case 'SMART_BALANCE_PAYMENT_FAILED':").length, 3);
    assert.ok(after.startsWith("type Code = 'INSUFFICIENT_CREDITS' | 'CONFLICT' | 'SMART_BALANCE_PAYMENT_FAILED';\n"), after);
    assert.deepEqual((await service.findFindings(testDocument(after), testFacts(here))).findings, []);
  });

  it('correct a misspelt directive', async () =>
    assert.equal(
      await apply(`const a = 1;\n// error-codes: ingore\nconst b = 2;`, 'Change to error-codes: ignore'),
      'const a = 1;\n// error-codes: ignore\nconst b = 2;',
    ));

  it('ignore a place, and declare that the API is not meant', async () => {
    const text = `function f() {\n  switch (err.code) {\n    case 'INSUFFICIENT_CREDITS': return 1;\n  }\n}`;
    assert.match(await apply(text, 'Ignore here'), /^function f\(\) \{\n {2}\/\/ error-codes: ignore\n {2}switch/);
    assert.match(
      await apply(text, 'Not the Pikzels API here: this file'),
      /^\/\/ error-codes: ignore-file -- not the Pikzels API\nfunction/,
    );
  });

  it('change a misspelt code, replace a retired one, remove a duplicate', async () => {
    const text = `// pikzels\nswitch (err.code) {\n  case 'INSUFICIENT_CREDITS': return 1;\n  case 'MAINTENANCE_ACTIVE': return 2;\n  case 'INVALID_STYLE':\n    return 3;\n  case 'INVALID_STYLE':\n    return 4;\n  default: return 5;\n}`;
    assert.match(await apply(text, 'Change to INSUFFICIENT_CREDITS'), /case 'INSUFFICIENT_CREDITS': return 1;/);
    assert.match(await apply(text, 'Replace with SERVICE_UNDER_MAINTENANCE'), /case 'SERVICE_UNDER_MAINTENANCE': return 2;/);
    assert.match(await apply(text, 'Remove the second INVALID_STYLE'), /return 3;\n {2}default: return 5;/);
  });

  it('remove a directive that changes nothing, with its line', async () =>
    assert.equal(
      await apply(`const a = 1;\n// error-codes: ignore\nconst b = 2;`, 'Remove this directive'),
      'const a = 1;\nconst b = 2;',
    ));

  it('fix all that is safe and nothing else', async () => {
    const text = `// error-codes: ignore\nconst a = 1;\nswitch (err.code) {\n  case 'INVALID_STYLE': return 1;\n  case 'MAINTENANCE_ACTIVE': return 2;\n}`;
    const all = await service.provideActionForAll(testDocument(text), testFacts(here), 'fixAll');
    // The successor is inferred, so it is for a person to decide.
    assert.equal(applyEdits(text, all?.edits ?? []), text.slice(text.indexOf('const a')));
  });
});

describe('convert a chain to a switch', () => {
  it('keeps bodies, labels and the else', async () =>
    assert.equal(
      await apply(
        `function f(err: ApiError) {
  // pikzels
  if (err.code === 'INVALID_STYLE' || err.code === 'INVALID_PERSONA') {
    a();
  } else if (err.code === 'CONFLICT') {
    return b();
  } else if (['NOT_FOUND'].includes(err.code)) c();
  else {
    d();
  }
}`,
        'Convert the chain',
      ),
      `function f(err: ApiError) {
  // pikzels
  switch (err.code) {
    case 'INVALID_STYLE':
    case 'INVALID_PERSONA': {
      a();
      break;
    }
    case 'CONFLICT': {
      return b();
    }
    case 'NOT_FOUND': {
      c();
      break;
    }
    default: {
      d();
    }
  }
}`,
    ));

  it('is not offered where it would change what happens', async () => {
    for (const text of [
      `if (err.code === 'INVALID_STYLE' && x) a(); else if (err.code === 'CONFLICT') b(); else if (err.code === 'NOT_FOUND') c();`,
      `for (;;) { if (err.code === 'INVALID_STYLE') break; else if (err.code === 'CONFLICT') b(); else if (err.code === 'NOT_FOUND') c(); }`,
      `if (err.code === 'INVALID_STYLE') a(); else if (y) b(); else if (err.code === 'NOT_FOUND') c(); else if (err.code === 'CONFLICT') d();`,
      `if (err.code === 'INVALID_STYLE') a(); else if (err.code === 'CONFLICT') b();`,
    ]) {
      const actions = await service.provideCodeActions(testDocument(`// pikzels\n${text}`), testFacts(), {
        start: 0,
        end: text.length,
      });
      assert.ok(!actions.some(({ title }) => title.startsWith('Convert')), text);
    }
  });
});
