import assert from 'node:assert/strict';
import { createCatalogueSet } from '../../../server/src/service/catalogue/catalogueSet.ts';
import { createHarbourWithClasses } from '../support/harbourClasses.ts';
import { createTestService, testDocument, testFacts } from '../support/testService.ts';

const facts = testFacts({ set: createCatalogueSet([createHarbourWithClasses()]) });

/** By language, sources that send a request again, each with the codes and classes that are reported. */
const cases: Readonly<Record<string, readonly (readonly [source: string, ...reported: string[]])[]>> = {
  typescript: [
    ["const RETRYABLE_CODES = ['TIDE_TOO_LOW', 'BERTH_TAKEN'];", 'BERTH_TAKEN'],
    ["const options = { retryOn: new Set(['CREW_MISSING', 'TIDE_TOO_LOW']) };", 'CREW_MISSING'],
    ["const isRetryable = (e) => e.code === 'TIDE_TOO_LOW' || e.code === 'BERTH_TAKEN';", 'BERTH_TAKEN'],
    ["function shouldRetry(error) {\n  if (error.code === 'BERTH_TAKEN') return true;\n  return false;\n}", 'BERTH_TAKEN'],
    [
      "function isRetryable(error) {\n  switch (error.code) {\n    case 'TIDE_TOO_LOW':\n    case 'CREW_MISSING':\n      return true;\n    default:\n      return false;\n  }\n}",
      'CREW_MISSING',
    ],
    [
      "async function f() {\n  for (;;) {\n    const error = await ask();\n    if (error.code === 'BERTH_TAKEN') {\n      await sleep(1000);\n      continue;\n    }\n    return;\n  }\n}",
      'BERTH_TAKEN',
    ],
    ["retry(ask, { retryIf: (error) => error.code === 'BERTH_TAKEN' });", 'BERTH_TAKEN'],
    // Nothing is asked for again.
    ["import { BerthError } from 'harbour';\nexport class RetryableError extends BerthError {}"],
    ["const NON_RETRYABLE = ['BERTH_TAKEN', 'CREW_MISSING'];"],
    ["const errorCodes = ['BERTH_TAKEN', 'CREW_MISSING'];"],
    ["const retryExcluded = ['BERTH_TAKEN'];"],
    ["const RETRY_BLOCKLIST = ['BERTH_TAKEN'];"],
    ["const isRetryable = (e) => e.code !== 'BERTH_TAKEN';"],
    ["const isRetryable = (e) => !(e.code === 'BERTH_TAKEN');"],
    ["function isRetryable(error) {\n  if (error.code === 'BERTH_TAKEN') return false;\n  return true;\n}"],
    ["async function fetchWithRetry() {\n  const error = await ask();\n  return error.code === 'BERTH_TAKEN';\n}"],
    // The request is changed before.
    [
      "async function f() {\n  for (;;) {\n    const error = await ask(berth);\n    if (error.code === 'BERTH_TAKEN') {\n      berth = next();\n      await sleep(1000);\n      continue;\n    }\n    return;\n  }\n}",
    ],
  ],
  python: [
    ['RETRY_CODES = {"TIDE_TOO_LOW", "BERTH_TAKEN"}', 'BERTH_TAKEN'],
    ['def is_retryable(e):\n    return e.code in ("TIDE_TOO_LOW", "CREW_MISSING")', 'CREW_MISSING'],
    ['from harbour import BerthError, TideError\nRETRYABLE = (TideError, BerthError)', 'BerthError'],
    ['from harbour import BerthError\n@retry(retry=retry_if_exception_type(BerthError))\ndef f():\n    pass', 'BerthError'],
    [
      'from harbour import BerthError\ndef f():\n    while True:\n        try:\n            return ask()\n        except BerthError:\n            time.sleep(1)\n            continue',
      'BerthError',
    ],
    ['from harbour import BerthError\ndef should_retry(e):\n    return isinstance(e, BerthError)', 'BerthError'],
    ['from harbour import TideError\ndef should_retry(e):\n    return isinstance(e, TideError)'],
    ['def is_retryable(e):\n    return e.code not in ("BERTH_TAKEN",)'],
    [
      'from harbour import BerthError\ndef is_retryable(e):\n    if not isinstance(e, BerthError):\n        return True\n    return False',
    ],
    ['CANNOT_RETRY = ["BERTH_TAKEN", "CREW_MISSING"]'],
    ['from harbour import BerthError\ntry:\n    ask()\nexcept BerthError:\n    leave()'],
  ],
  go: [
    ['package a\n\nvar retryable = []string{"TIDE_TOO_LOW", "BERTH_TAKEN"}', 'BERTH_TAKEN'],
    [
      'package a\n\nfunc isRetryable(err E) bool {\n\treturn err.Code == "TIDE_TOO_LOW" || err.Code == "BERTH_TAKEN"\n}',
      'BERTH_TAKEN',
    ],
    [
      'package a\n\nfunc shouldRetry(err E) bool {\n\tswitch err.Code {\n\tcase "BERTH_TAKEN":\n\t\treturn true\n\t}\n\treturn false\n}',
      'BERTH_TAKEN',
    ],
    [
      'package a\n\nfunc shouldRetry(err E) bool {\n\tswitch err.Code {\n\tcase "BERTH_TAKEN":\n\t\treturn false\n\t}\n\treturn true\n}',
    ],
  ],
  java: [
    ['class A {\n  static final Set<String> RETRYABLE = Set.of("TIDE_TOO_LOW", "BERTH_TAKEN");\n}', 'BERTH_TAKEN'],
    ['class A {\n  boolean isRetryable(E e) {\n    return "BERTH_TAKEN".equals(e.getCode());\n  }\n}', 'BERTH_TAKEN'],
    ['class A {\n  boolean isFatal(E e) {\n    return "BERTH_TAKEN".equals(e.getCode());\n  }\n}'],
  ],
  kotlin: [
    ['val retryable = setOf("TIDE_TOO_LOW", "BERTH_TAKEN")', 'BERTH_TAKEN'],
    [
      'fun isRetryable(e: E): Boolean = when (e.code) {\n    "TIDE_TOO_LOW", "BERTH_TAKEN" -> true\n    else -> false\n}',
      'BERTH_TAKEN',
    ],
    [
      'import com.harbour.BerthError\nfun isRetryable(e: Throwable): Boolean {\n    if (e !is BerthError) return true\n    return false\n}',
    ],
  ],
  csharp: [
    ['class A {\n  bool IsRetryable(E e) {\n    return e.Code == "BERTH_TAKEN";\n  }\n}', 'BERTH_TAKEN'],
    ['class A {\n  static readonly string[] RetryCodes = { "TIDE_TOO_LOW", "BERTH_TAKEN" };\n}', 'BERTH_TAKEN'],
  ],
  php: [
    ["<?php\n$retryable = ['TIDE_TOO_LOW', 'BERTH_TAKEN'];", 'BERTH_TAKEN'],
    ["<?php\nfunction isRetryable($e) {\n  return $e->code === 'BERTH_TAKEN';\n}", 'BERTH_TAKEN'],
  ],
  ruby: [
    ['RETRYABLE = %w[TIDE_TOO_LOW BERTH_TAKEN].freeze', 'BERTH_TAKEN'],
    ["def retryable?(e)\n  e.code == 'BERTH_TAKEN'\nend", 'BERTH_TAKEN'],
    ['def f\n  ask\nrescue Harbour::BerthError\n  sleep(1)\n  retry\nend', 'BerthError'],
    ['def f\n  ask\nrescue Harbour::TideError\n  sleep(1)\n  retry\nend'],
  ],
  rust: [
    ['const RETRYABLE: [&str; 2] = ["TIDE_TOO_LOW", "BERTH_TAKEN"];', 'BERTH_TAKEN'],
    ['fn is_retryable(e: &E) -> bool {\n    matches!(e.code.as_str(), "TIDE_TOO_LOW" | "BERTH_TAKEN")\n}', 'BERTH_TAKEN'],
  ],
  swift: [
    [
      'import HarbourKit\nfunc isRetryable(e: Error) -> Bool {\n    guard let taken = e as? BerthError else { return true }\n    return false\n}',
    ],
    ['let retryableCodes = ["TIDE_TOO_LOW", "BERTH_TAKEN"]', 'BERTH_TAKEN'],
    ['func isRetryable(e: E) -> Bool {\n    return e.code == "BERTH_TAKEN"\n}', 'BERTH_TAKEN'],
  ],
  dart: [
    [
      "import 'package:harbour/harbour.dart';\nbool isRetryable(Object e) {\n  if (e is! BerthError) return true;\n  return false;\n}",
    ],
    ["const retryable = {'TIDE_TOO_LOW', 'BERTH_TAKEN'};", 'BERTH_TAKEN'],
    ["bool isRetryable(E e) {\n  return e.code == 'BERTH_TAKEN';\n}", 'BERTH_TAKEN'],
  ],
  scala: [
    ['object A {\n  val retryable = Set("TIDE_TOO_LOW", "BERTH_TAKEN")\n}', 'BERTH_TAKEN'],
    ['object A {\n  def isRetryable(e: E) = e.code == "BERTH_TAKEN"\n}', 'BERTH_TAKEN'],
  ],
  cpp: [['bool isRetryable(const E& e) {\n  return e.code == "BERTH_TAKEN";\n}', 'BERTH_TAKEN']],
};

describe('pointless-retry', () => {
  for (const [languageId, sources] of Object.entries(cases)) {
    const line = languageId === 'python' || languageId === 'ruby' ? '#' : '//';
    for (const [source, ...expected] of sources) {
      it(`${languageId}: ${
        source
          .split('\n')
          .find((text) => /retr|RETR|sleep/i.test(text))
          ?.trim() ?? source
      }`, async () => {
        const text = source.replace(/^(<\?php\n|package a\n|)/, (head) => `${head}${line} https://api.harbour.example\n`);
        const service = createTestService();
        const { findings } = await service.findFindings(testDocument(text, languageId), facts);
        service.forget('file:///src/client.ts');
        const found = findings.filter(({ rule }) => rule === 'pointless-retry');
        assert.deepEqual(
          found.map(({ codes, classes = codes }) => classes.join(' ')),
          expected,
        );
        for (const { severity } of found) assert.equal(severity, 'warning');
      });
    }
  }

  it('is information where the advice is inferred, and names cause and remedy', async () => {
    const service = createTestService();
    const text = "// https://api.pikzels.com\nconst RETRYABLE = ['INSUFFICIENT_CREDITS'];\n";
    const { findings } = await service.findFindings(testDocument(text), testFacts());
    service.forget('file:///src/client.ts');
    const [found, ...more] = findings.filter(({ rule }) => rule === 'pointless-retry');
    assert.deepEqual(more, []);
    assert.equal(found?.severity, 'information');
    assert.match(found.message, /^INSUFFICIENT_CREDITS: .*API balance is too low/);
  });
});
