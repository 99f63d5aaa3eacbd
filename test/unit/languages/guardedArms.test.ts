import assert from 'node:assert/strict';
import { describeAll, findingsOf } from './asking.ts';

/** A guarded arm that takes any code: which ones, cannot be read, so no code is reported as missing. */
const guarded: Readonly<Record<string, string>> = {
  rust: 'fn f(err: &E) {\n    match err.code.as_str() {\n        "INSUFFICIENT_CREDITS" => a(),\n        code if retryable(code) => b(),\n    }\n}\n',
  ruby: 'case err.code\nin "INSUFFICIENT_CREDITS"\n  a\nin other if retryable?(other)\n  b\nend\n',
  python: 'match err.code:\n    case "INSUFFICIENT_CREDITS":\n        a()\n    case other if retryable(other):\n        b()\n',
  csharp:
    'class A {\n    void F() {\n        switch (err.Code) {\n            case "INSUFFICIENT_CREDITS":\n                A();\n                break;\n            case var other when Retryable(other):\n                B();\n                break;\n        }\n    }\n}\n',
  scala:
    'object A {\n  def f(err: E) = err.code match {\n    case "INSUFFICIENT_CREDITS" => a()\n    case other if retryable(other) => b()\n  }\n}\n',
  swift: 'switch err.code {\ncase "INSUFFICIENT_CREDITS":\n    a()\ncase let other where retryable(other):\n    b()\n}\n',
};

describe('a guarded arm that takes any code', () => {
  for (const [languageId, text] of Object.entries(guarded)) {
    it(`leaves the site open in ${languageId}`, async () => {
      const without = text
        .split('\n')
        .filter((line) => !/retryable|Retryable/.test(line))
        .join('\n');
      assert.deepEqual(describeAll(await findingsOf(text, languageId)), []);
      // The same site without that arm is reported.
      assert.notDeepEqual(describeAll(await findingsOf(without, languageId)), []);
    });
  }
});
