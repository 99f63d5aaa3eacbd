import assert from 'node:assert/strict';
import { createCatalogue } from '../../../server/src/service/catalogue/createCatalogue.ts';
import { createCatalogueSet } from '../../../server/src/service/catalogue/catalogueSet.ts';
import { createTestService, testDocument, testFacts } from '../support/testService.ts';

/** Constants whose names contain their codes, so that each is a class and a code; and one of another name. */
const constants = (owner: string, module: Readonly<Record<string, readonly string[]>>) =>
  ['CREW_MISSING', 'CREW_GONE', 'CrewGone'].map((name) => ({
    name: `${owner}.${name}`,
    in: module,
    codes: [name === 'CrewGone' ? 'CREW_GONE' : name],
  }));
const catalogue = createCatalogue(
  {
    id: 'harbour',
    title: 'Harbour API',
    codes: [
      { code: 'TIDE_TOO_LOW', cause: 'Low', status: 503, retry: 'backoff' },
      { code: 'CREW_MISSING', cause: 'Nobody', status: 409, retry: 'never' },
      { code: 'CREW_GONE', cause: 'Gone', status: 410, retry: 'never', retired: true, replacedBy: ['CREW_MISSING'] },
    ],
    classes: [
      ...constants('codes', { python: ['harbour'], typescript: ['@harbour/sdk'], go: ['example.com/harbour/codes'] }),
      ...constants('Codes', { java: ['com.harbour'] }),
    ],
  },
  { builtin: false, locations: [] },
);
const facts = testFacts({ set: createCatalogueSet([catalogue]) });

const before: Readonly<Record<string, string>> = {
  go: 'package a\nimport "example.com/harbour/codes"\n',
  java: 'import com.harbour.Codes;\n',
  python: 'from harbour import codes\n',
  typescript: "import { codes } from '@harbour/sdk';\n",
};
const [retry, retired] = ['pointless-retry', 'retired-code'];

/** By language, code that names constants, and every finding in the order of the text. */
const cases: Readonly<Record<string, readonly (readonly [source: string, ...found: string[]])[]>> = {
  go: [
    ['var retryableCodes = []string{codes.CREW_MISSING}', `${retry} CREW_MISSING`],
    [
      'func isRetryable(e E) bool { return e.Code == codes.CREW_MISSING || e.Code == codes.CrewGone }',
      `${retry} CREW_MISSING`,
      `${retired} CREW_GONE`,
      `${retry} CREW_GONE`,
    ],
    [
      'func f(e E) { if e.StatusCode == 400 && e.Code == codes.CREW_GONE { b() } }',
      `${retired} CREW_GONE`,
      'wrong-status CREW_GONE',
    ],
  ],
  java: [
    [
      'class A { boolean isRetryable(E e) { return e.getCode() == Codes.CREW_GONE; } }',
      `${retired} CREW_GONE`,
      `${retry} CREW_GONE`,
    ],
    [
      'class A { void f(E e) { if (e.getStatus() == 400 && e.getCode() == Codes.CREW_MISSING) { a(); } } }',
      'wrong-status CREW_MISSING',
    ],
  ],
  python: [
    ['RETRYABLE = [codes.CREW_MISSING, "TIDE_TOO_LOW"]', `${retry} CREW_MISSING`],
    ['@retry(retry=retry_if_code(codes.CREW_MISSING))\ndef f():\n    a()', `${retry} CREW_MISSING`],
    [
      'def is_retryable(e):\n    return e.code in (codes.CREW_MISSING, codes.CREW_GONE)',
      `${retry} CREW_MISSING`,
      `${retired} CREW_GONE`,
      `${retry} CREW_GONE`,
    ],
    ['def f(e):\n    if e.status == 400 and e.code in (codes.CREW_MISSING,):\n        a()', 'wrong-status CREW_MISSING'],
  ],
  typescript: [
    ['const RETRYABLE = new Set([codes.CREW_MISSING]);', `${retry} CREW_MISSING`],
    ['const f = () => e.status === 400 && e.code === codes.CREW_GONE;', `${retired} CREW_GONE`, 'wrong-status CREW_GONE'],
    [
      'if (e.status === 409) { if (e.code === codes.CREW_MISSING) a(); else if (e.code === codes.CREW_MISSING) b(); }',
      'duplicate-code CREW_MISSING',
    ],
  ],
};

describe('a constant of an SDK that contains its code', () => {
  for (const [languageId, all] of Object.entries(cases))
    for (const [source, ...found] of all)
      it(`is reported once for each reason: ${languageId}: ${source.slice(0, 80)}`, async () => {
        const service = createTestService();
        const document = testDocument(`${before[languageId]}${source}\n`, languageId);
        const { findings } = await service.findFindings(document, facts);
        assert.deepEqual(
          findings.map(({ rule, codes }) => `${rule} ${codes.join(' ')}`),
          found,
        );
        service.forget('file:///src/client.ts');
      });
});
