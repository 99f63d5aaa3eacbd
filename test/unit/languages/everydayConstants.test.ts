import assert from 'node:assert/strict';
import { createCatalogue } from '../../../server/src/service/catalogue/createCatalogue.ts';
import { createCatalogueSet } from '../../../server/src/service/catalogue/catalogueSet.ts';
import { applyEdits, createTestService, testDocument, testFacts } from '../support/testService.ts';

describe('constants of an SDK whose names every system has', () => {
  const ferry = createCatalogue(
    {
      id: 'ferry',
      title: 'Ferry',
      codes: ['NOT_FOUND', 'UNAVAILABLE', 'ABORTED'].map((code) => ({ code, cause: code })),
      classes: ['NOT_FOUND', 'UNAVAILABLE', 'ABORTED'].flatMap((code) => [
        { name: `Status.${code}`, in: { java: ['com.ferry'] }, codes: [code] },
        { name: `StatusCode::${code}`, in: { cpp: ['ferrypp'] }, codes: [code] },
        { name: `codes.${code}`, in: { go: ['example.com/ferry/codes'] }, codes: [code] },
      ]),
    },
    { builtin: true, locations: [] },
  );
  for (const [languageId, source] of [
    [
      'cpp',
      '#include <ferrypp/ferrypp.h>\nint f(S s) { switch (s.error_code()) { case ferry::StatusCode::OK: return 0; case ferry::StatusCode::NOT_FOUND: return 1; case ferry::StatusCode::UNAVAILABLE: return 2; default: return 3; } }\n',
    ],
    [
      'go',
      'package a\nimport "example.com/ferry/codes"\nfunc f(e E) int { switch e.Code() {\ncase codes.OK:\n\treturn 0\ncase codes.NOT_FOUND:\n\treturn 1\ncase codes.UNAVAILABLE:\n\treturn 2\n}\nreturn 3\n}\n',
    ],
    [
      'java',
      'import com.ferry.Status;\nclass A { int f(E e) { if (e.getStatus().getCode() == Status.NOT_FOUND.getCode()) { return 1; } if (e.getStatus().getCode() == Status.UNAVAILABLE.getCode()) { return 2; } return 0; } }\n',
    ],
    [
      'kotlin',
      'import com.ferry.Status\nfun f(e: E) = when (e.status.code) { Status.NOT_FOUND.code -> 1\n Status.UNAVAILABLE.code -> 2\n else -> 0 }\n',
    ],
    [
      'kotlin',
      'import com.ferry.Status\nfun f(statusCode: C) { if (statusCode == Status.NOT_FOUND.code) throw A()\n if (statusCode == Status.UNAVAILABLE.code) throw B() }\n',
    ],
  ] as const)
    it(`are their API’s, however everyday their names are: ${languageId} ${source}`, async () => {
      const service = createTestService();
      const mentions = await service.collectMentions(
        testDocument(source, languageId),
        testFacts({ set: createCatalogueSet([ferry]) }),
      );
      service.forget('file:///src/client.ts');
      assert.deepEqual(
        [mentions?.places.map(({ code, role }) => `${role} ${code}`), mentions?.caught],
        [['handled NOT_FOUND', 'handled UNAVAILABLE'], []],
      );
    });

  for (const [languageId, source, added] of [
    [
      'go',
      'package a\n\nimport fc "example.com/ferry/codes"\n\nfunc f(e E) int {\n\t// error-codes: enforce ferry\n\tswitch e.Code() {\n\tcase fc.NOT_FOUND:\n\t\treturn 1\n\tcase fc.UNAVAILABLE:\n\t\treturn 2\n\t}\n\treturn 3\n}\n',
      'case fc.ABORTED:',
    ],
    [
      'java',
      'import com.ferry.Status;\nclass A { int f(E e) {\n  // error-codes: enforce ferry\n  if (e.getStatus().getCode() == Status.NOT_FOUND.getCode()) { return 1; } else if (e.getStatus().getCode() == Status.UNAVAILABLE.getCode()) { return 2; }\n  return 0;\n} }\n',
      'Status.ABORTED.getCode().equals(e.getStatus().getCode())',
    ],
    [
      'kotlin',
      'import com.ferry.Status\nfun f(e: E): Int {\n  // error-codes: enforce ferry\n  return when (e.status.code) {\n    Status.NOT_FOUND.code -> 1\n    Status.UNAVAILABLE.code -> 2\n    else -> 0\n  }\n}\n',
      'Status.ABORTED.code -> ',
    ],
    [
      'cpp',
      '#include <ferrypp/ferrypp.h>\nint f(S s) {\n  // error-codes: enforce ferry\n  switch (s.error_code()) {\n    case ferry::StatusCode::NOT_FOUND: return 1;\n    case ferry::StatusCode::UNAVAILABLE: return 2;\n    default: return 3;\n  }\n}\n',
      'case ferry::StatusCode::ABORTED:',
    ],
  ] as const)
    it(`have siblings, by which new arms are written: ${languageId}`, async () => {
      const own = testFacts({ set: createCatalogueSet([ferry]) });
      const service = createTestService();
      const actions = await service.provideCodeActions(testDocument(source, languageId), own, { start: 0, end: source.length });
      const fix = actions.find(({ title }) => title.startsWith('Add the missing case'));
      const after = applyEdits(source, fix?.edits ?? []);
      service.forget('file:///src/client.ts');
      assert.ok(after.includes(added), after);
      const { findings } = await createTestService().findFindings(testDocument(after, languageId), own);
      assert.deepEqual(findings, []);
    });
});
