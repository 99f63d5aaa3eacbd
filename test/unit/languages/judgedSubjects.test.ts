import assert from 'node:assert/strict';
import { createCatalogue } from '../../../server/src/service/catalogue/createCatalogue.ts';
import { createCatalogueSet } from '../../../server/src/service/catalogue/catalogueSet.ts';
import { createTestService, testDocument, testFacts } from '../support/testService.ts';

const catalogue = createCatalogue(
  {
    id: 'harbour',
    title: 'Harbour API',
    detect: { hosts: ['api.harbour.example'] },
    codes: [
      { code: '4101', cause: 'The berth is taken' },
      { code: '4102', cause: 'The tide is too low' },
      { code: 'NoSuchBerth', cause: 'There is no such berth' },
    ],
    classes: [
      { name: 'harbour.TideError', in: { go: ['example.com/harbour'] } },
      { name: 'TideException', in: { csharp: ['Harbour'], php: ['Harbour'] } },
      { name: 'HarbourCodes.BERTH_TAKEN', in: { csharp: ['Harbour'] }, codes: ['4101'] },
      { name: 'Sdk.BerthException', in: { csharp: ['Harbour'] }, codes: ['4101'] },
    ],
  },
  { builtin: false, locations: [] },
);
const facts = testFacts({
  set: createCatalogueSet([catalogue]),
  inWorkspace: new Map([['harbour', { by: 'host', text: 'api.harbour.example' }]]),
});

const go = (body: string): string => `package a\n\nimport "example.com/harbour"\n\nfunc f(err error) bool {\n\t${body}\n}\n`;
const csharp = (body: string): string => `using Harbour;\nclass A { void F() { ${body} } }\n`;

/** Comparisons whose subject only reads like an error code by where it comes from, and what each counts as. */
const rows: readonly (readonly [languageId: string, source: string, expected: string])[] = [
  ['go', go('var me *harbour.TideError\n\treturn errors.As(err, &me) && me.Number == 4101'), 'compared 4101'],
  [
    'go',
    go('if me, ok := err.(*harbour.TideError); ok && me.Number == 4101 {\n\t\treturn true\n\t}\n\treturn false'),
    'compared 4101',
  ],
  [
    'go',
    go(
      'var me *harbour.TideError\n\tif errors.As(err, &me) {\n\t\tswitch me.Number {\n\t\tcase 4101:\n\t\t\ta()\n\t\tcase 4102:\n\t\t\tb()\n\t\t}\n\t}\n\treturn false',
    ),
    'handled 4101, handled 4102',
  ],
  ['go', go('ship := find()\n\treturn ship.Number == 4101'), ''],
  ['go', go('return err.Code.Name() == "NoSuchBerth"'), 'compared NoSuchBerth'],
  ['go', go('return strings.Contains(err.Error(), "NoSuchBerth")'), 'compared NoSuchBerth'],
  ['csharp', csharp('try { A(); } catch (TideException me) when (me.Number == 4101) { B(); }'), 'compared 4101'],
  ['csharp', csharp('try { A(); } catch (TideException e) { if (ship.Number == 4101) { B(); } }'), ''],
  ['php', '<?php try { a(); } catch (PDOException $e) { if ($e->errorInfo[1] === 4101) { b(); } }', 'compared 4101'],
  ['php', '<?php if ($e->errorInfo[2] === 4101) { b(); }', ''],
  ['rust', 'fn f(e: &E) -> bool { e.code().is_some_and(|c| c == "NoSuchBerth") }', 'compared NoSuchBerth'],
  ['rust', 'fn f(e: &E) -> bool { e.code().map_or(false, |c| *c == "NoSuchBerth") }', 'compared NoSuchBerth'],
  [
    'rust',
    'fn f(e: &E) -> bool { e.as_error().and_then(|d| d.code()).map(|d| d == "NoSuchBerth").unwrap_or(false) }',
    'compared NoSuchBerth',
  ],
  ['rust', 'fn f(e: &E) -> bool { e.name().is_some_and(|c| c == "NoSuchBerth") }', 'named NoSuchBerth'],
  ['rust', 'fn f(e: &E) -> bool { e.code().map(|c| names.iter().any(|c| c == "NoSuchBerth")) }', 'named NoSuchBerth'],
  ['rust', 'fn f(e: &E) -> bool { e.to_string().contains("NoSuchBerth") }', 'compared NoSuchBerth'],
  [
    'rust',
    'fn f(e: &E) -> bool { matches!(e, E::Harbour(d) if d.code().as_deref() == Some("NoSuchBerth")) }',
    'compared NoSuchBerth',
  ],
  ['rust', 'fn f(e: &E) -> bool { matches!(e, E::Harbour(d) if d.name() == "NoSuchBerth") }', 'named NoSuchBerth'],
  ['typescript', `if (err.message.includes('NoSuchBerth')) a();`, 'compared NoSuchBerth'],
  ['typescript', `if (title.includes('NoSuchBerth')) a();`, 'named NoSuchBerth'],
  [
    'typescript',
    `switch (err.code) { case 'OWN_A': a(); break; case 'OWN_B': b(); break; case 'OWN_C': c(); break; case 'NoSuchBerth': d(); break; }`,
    'compared NoSuchBerth',
  ],
  [
    'typescript',
    `switch (ship.name) { case 'OWN_A': a(); break; case 'OWN_B': b(); break; case 'OWN_C': c(); break; case 'NoSuchBerth': d(); break; }`,
    'named NoSuchBerth',
  ],
  ['python', 'if e.orig.args[0] in (4101, 4102):\n    a()\n', 'compared 4101, compared 4102'],
  ['python', 'if job.get("number") == 4101:\n    a()\n', ''],
  ['typescript', 'const code = text.charCodeAt(at);\nif (code === 4101) a();', ''],
  ['typescript', 'const code = err.number;\nconst at = text.charCodeAt(1);\nif (code === 4101) a();', 'compared 4101'],
];

/** Lists of numbers, by their names. */
const lists: readonly (readonly [languageId: string, source: string, expected: string])[] = [
  ['go', 'package a\nvar retryable = []string{"4101"}\n', 'compared 4101'],
  ['go', 'package a\nvar name = pkix.Name{PostalCode: []string{"4101"}}\n', ''],
  ['typescript', `const errorCodes = ['4101'];`, 'compared 4101'],
  [
    'csharp',
    'using Harbour;\nclass A { static readonly HashSet<string> RetryableCodes = new() { HarbourCodes.BERTH_TAKEN }; }',
    'compared 4101',
  ],
  ['csharp', 'using Harbour;\nclass A { static readonly HashSet<string> Names = new() { HarbourCodes.BERTH_TAKEN }; }', ''],
  ['csharp', 'using Harbour;\nclass A { static readonly Type[] RetryableErrors = new[] { typeof(Sdk.BerthException) }; }', ''],
  ['typescript', `const ZIP_CODES = ['4101'];`, ''],
  ['typescript', `const countryCodes = ['4101'];`, ''],
];

describe('a list', () => {
  for (const [languageId, source, expected] of lists)
    it(`is judged by its name in ${languageId}: ${source}`, async () => {
      const service = createTestService();
      const mentions = await service.collectMentions(testDocument(source, languageId), facts);
      service.forget('file:///src/client.ts');
      assert.equal((mentions?.places ?? []).map(({ code, role }) => `${role} ${code}`).join(', '), expected);
    });
});

describe('the subject of a comparison', () => {
  for (const [languageId, source, expected] of rows)
    it(`is judged by where it comes from in ${languageId}: ${source}`, async () => {
      const service = createTestService();
      const mentions = await service.collectMentions(testDocument(source, languageId), facts);
      service.forget('file:///src/client.ts');
      assert.equal((mentions?.places ?? []).map(({ code, role }) => `${role} ${code}`).join(', '), expected);
    });
});
