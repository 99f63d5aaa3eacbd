import assert from 'node:assert/strict';
import { createCatalogue } from '../../../server/src/service/catalogue/createCatalogue.ts';
import { createCatalogueSet } from '../../../server/src/service/catalogue/catalogueSet.ts';
import { createTestService, testDocument, testFacts } from '../support/testService.ts';

const modules: Readonly<Record<string, string>> = {
  go: 'example.com/harbour/codes',
  python: 'harbour',
  typescript: '@harbour/codes',
  csharp: 'Harbour',
  java: 'com.harbour.Codes',
  rust: 'harbour',
  php: 'Harbour',
  swift: 'HarbourKit',
  kotlin: 'com.harbour',
  dart: 'package:harbour',
  scala: 'com.harbour',
};
const constants = (['A', 'B'] as const).map((letter) => ({
  name: `codes.CREW_${letter}`,
  in: Object.fromEntries(Object.entries(modules).map(([id, module]) => [id, [module]])),
  codes: [`crew/${letter.toLowerCase()}`],
}));
const catalogue = createCatalogue(
  {
    id: 'harbour',
    title: 'Harbour API',
    codes: [
      { code: 'crew/a', cause: 'A is missing', retry: 'never' },
      { code: 'crew/b', cause: 'B is missing' },
      { code: 'crew/c', cause: 'C is missing' },
    ],
    // By language, the owner is spelt as the language spells it.
    classes: [
      ...constants,
      ...constants.map(({ name, codes }) => ({
        name: name.replace('codes.', 'Codes.'),
        in: {
          csharp: ['Harbour'],
          java: ['com.harbour.Codes'],
          swift: ['HarbourKit'],
          kotlin: ['com.harbour'],
          dart: ['package:harbour'],
          scala: ['com.harbour'],
        },
        codes,
      })),
      ...constants.map(({ name, codes }) => ({ name: name.replace('codes.', 'codes::'), in: { rust: ['harbour'] }, codes })),
      ...constants.map(({ name, codes }) => ({ name: name.replace('codes.', 'Codes::'), in: { php: ['Harbour'] }, codes })),
    ],
  },
  { builtin: false, locations: [] },
);
const facts = testFacts({ set: createCatalogueSet([catalogue]) });

/** By language, a switch over a code whose labels are constants of an SDK. */
const switches: readonly (readonly [languageId: string, source: string])[] = [
  [
    'go',
    'package a\n\nimport "example.com/harbour/codes"\n\nfunc f(err E) {\n\tswitch err.Code {\n\tcase codes.CREW_A:\n\t\ta()\n\tcase codes.CREW_B:\n\t\tb()\n\t}\n}\n',
  ],
  [
    'go',
    'package a\n\nimport hc "example.com/harbour/codes"\n\nfunc f(err E) {\n\tswitch err.Code {\n\tcase hc.CREW_A:\n\t\ta()\n\tcase hc.CREW_B:\n\t\tb()\n\t}\n}\n',
  ],
  ['python', 'from harbour import codes\n\nif e.code == codes.CREW_A:\n    a()\nelif e.code == codes.CREW_B:\n    b()\n'],
  [
    'typescript',
    "import { codes } from '@harbour/codes';\nswitch (e.code) {\n  case codes.CREW_A:\n    a();\n    break;\n  case codes.CREW_B:\n    b();\n}\n",
  ],
  [
    'csharp',
    'using Harbour;\nclass A { void F(E e) { switch (e.Code) { case Codes.CREW_A: a(); break; case Codes.CREW_B: b(); break; } } }\n',
  ],
  [
    'java',
    'import com.harbour.Codes;\nclass A { void f(E e) { switch (e.getCode()) { case Codes.CREW_A: a(); break; case Codes.CREW_B: b(); break; } } }\n',
  ],
  ['rust', 'use harbour::codes;\nfn f(e: E) { match e.code { codes::CREW_A => a(), codes::CREW_B => b() } }\n'],
  [
    'swift',
    'import HarbourKit\nfunc f(e: NSError) {\n  switch e.code {\n  case Codes.CREW_A.rawValue: a()\n  case Codes.CREW_B.rawValue: b()\n  }\n}\n',
  ],
  ['swift', 'import HarbourKit\nfunc f(e: E) {\n  switch e.code {\n  case .CREW_A: a()\n  case .CREW_B: b()\n  }\n}\n'],
  [
    'swift',
    'import HarbourKit\nfunc f(error: NSError) {\n  let errorCode = Codes(rawValue: error.code)\n  switch errorCode {\n  case .CREW_A: a()\n  case .CREW_B: b()\n  }\n}\n',
  ],
  ['kotlin', 'import com.harbour.Codes\nfun f(e: E) { when (e.code) { Codes.CREW_A -> a()\n Codes.CREW_B -> b() } }\n'],
  [
    'dart',
    "import 'package:harbour/codes.dart';\nvoid f(E e) { switch (e.code) { case Codes.CREW_A: a(); case Codes.CREW_B: b(); } }\n",
  ],
  [
    'scala',
    'import com.harbour.Codes\nobject A { def f(e: E) = e.code match { case Codes.CREW_A => a() case Codes.CREW_B => b() } }\n',
  ],
  // Names that are imported without their owner.
  [
    'python',
    'from harbour.codes import (\n    CREW_A,\n    CREW_B as CB,\n)\n\nif e.code == CREW_A:\n    a()\nelif e.code == CB:\n    b()\n',
  ],
  ['python', 'from harbour.codes import *\n\nif e.code == CREW_A:\n    a()\nelif e.code == CREW_B:\n    b()\n'],
  [
    'java',
    'import static com.harbour.Codes.CREW_A;\nimport static com.harbour.Codes.CREW_B;\nclass A { void f(E e) { switch (e.getCode()) { case CREW_A: a(); break; case CREW_B: b(); break; } } }\n',
  ],
  ['kotlin', 'import com.harbour.Codes.*\nfun f(e: E) { when (e.code) { CREW_A -> a()\n CREW_B -> b() } }\n'],
  ['scala', 'import com.harbour.Codes._\nobject A { def f(e: E) = e.code match { case CREW_A => a() case CREW_B => b() } }\n'],
  ['rust', 'use harbour::codes::{CREW_A, CREW_B};\nfn f(e: E) { match e.code { CREW_A => a(), CREW_B => b() } }\n'],
  [
    'csharp',
    'using static Harbour.Codes;\nclass A { void F(E e) { switch (e.Code) { case CREW_A: a(); break; case CREW_B: b(); break; } } }\n',
  ],
  ['php', '<?php\nuse Harbour\\Codes;\nswitch ($e->code) { case Codes::CREW_A: a(); break; case Codes::CREW_B: b(); break; }\n'],
];

async function read(languageId: string, source: string) {
  const service = createTestService();
  const { findings } = await service.findFindings(testDocument(source, languageId), facts);
  const mentions = await service.collectMentions(testDocument(source, languageId), facts);
  const hover = await service.provideHover(testDocument(source, languageId), facts, source.lastIndexOf('CREW_A') + 2);
  service.forget('file:///src/client.ts');
  return { findings, places: mentions?.places ?? [], hover: hover?.markdown ?? '' };
}

describe('constants of an SDK', () => {
  it('count as compared by their values', async () => {
    for (const compared of [
      'Codes.CREW_A.getState().equals(e.getSQLState())',
      'e.getSQLState().equals(Codes.CREW_A.getState())',
      'e.getCode() == Codes.CREW_A.value()',
    ]) {
      const { places } = await read('java', `import com.harbour.Codes;\nclass A { void f(E e) { if (${compared}) { a(); } } }\n`);
      assert.deepEqual(
        places.map(({ code, role }) => `${role} ${code}`),
        ['compared crew/a'],
        compared,
      );
    }
  });

  for (const [languageId, source] of switches)
    it(`are codes: ${languageId}${source.includes('hc.') ? ', renamed' : ''}`, async () => {
      const { findings, places, hover } = await read(languageId, source);
      assert.deepEqual(
        findings.map(({ rule, codes }) => `${rule} ${codes.join(' ')}`),
        ['unhandled-code crew/c'],
      );
      assert.deepEqual(
        places.map(({ code, role }) => `${role} ${code}`),
        ['handled crew/a', 'handled crew/b'],
      );
      assert.match(hover, /CREW\S*A/);
      assert.match(hover, /A is missing/);
    });

  for (const [languageId, source] of [
    ['python', 'from harbour import codes\n\nif e.pgcode == codes.CREW_A:\n    a()\n'],
    ['swift', 'import HarbourKit\nfunc f(e: NSError) { if e.code == Codes.CREW_A.rawValue { a() } }\n'],
    [
      'swift',
      'import HarbourKit\nfunc f(e: NSError) { if e.domain == D, e.code == Codes.CREW_A.rawValue || e.code == 7 { a() } }\n',
    ],
    ['swift', 'import HarbourKit\nfunc f(e: E) { guard case .CREW_A = e.code else { return } }\n'],
    ['swift', 'import HarbourKit\nfunc f(e: E) { if e.code == .CREW_A { a() } }\n'],
  ] as const)
    it(`are compared alone: ${source}`, async () => {
      const { places } = await read(languageId, source);
      assert.deepEqual(
        places.map(({ code, role }) => `${role} ${code}`),
        ['compared crew/a'],
      );
    });

  it('are no members of what does not read like an error code', async () => {
    for (const source of [
      'import HarbourKit\nfunc f(ship: S) { switch ship.conflict { case .CREW_A: a()\n case .CREW_B: b() } }\n',
      'import HarbourKit\nfunc f(ship: S) { if case .CREW_A = ship.conflict { a() } else if case .CREW_B = ship.conflict { b() } }\n',
      'import Ship\nfunc f(e: E) { switch e.code { case .CREW_A: a()\n case .CREW_B: b() } }\n',
    ]) {
      const service = createTestService();
      const { findings } = await service.findFindings(testDocument(source, 'swift'), facts);
      const mentions = await service.collectMentions(testDocument(source, 'swift'), facts);
      service.forget('file:///src/client.ts');
      assert.deepEqual([...findings, ...(mentions?.places ?? []), ...(mentions?.caught ?? [])], [], source);
    }
  });

  it('are their own API’s codes, whatever codes of other APIs are called', async () => {
    const ship = createCatalogue(
      {
        id: 'ship',
        title: 'Ship',
        detect: { hosts: ['ship.example'] },
        codes: ['CREW_A', 'CREW_Z'].map((code) => ({ code, cause: code })),
      },
      { builtin: true, locations: [] },
    );
    const both = testFacts({ set: createCatalogueSet([ship, catalogue]) });
    for (const code of [
      'if e.code == codes.CREW_A:\n    a()\n',
      'if e.code == codes.CREW_A:\n    a()\nelif e.code == codes.CREW_B:\n    b()\n',
    ]) {
      const service = createTestService();
      const source = `# ship.example\nfrom harbour import codes\n\n${code}`;
      const mentions = await service.collectMentions(testDocument(source, 'python'), both);
      service.forget('file:///src/client.ts');
      const places = mentions?.places.map((place) => `${place.catalogue} ${place.code}`) ?? [];
      assert.deepEqual(places, ['harbour crew/a', 'harbour crew/b'].slice(0, code.split('==').length - 1), code);
    }
  });

  for (const [languageId, source] of [
    ['python', 'from ship import codes\n\nif e.code == codes.CREW_A:\n    a()\nelif e.code == codes.CREW_B:\n    b()\n'],
    [
      'python',
      'import harbour\nfrom ship.codes import CREW_A, CREW_B\n\nif e.code == CREW_A:\n    a()\nelif e.code == CREW_B:\n    b()\n',
    ],
    [
      'csharp',
      'using Harbour;\nusing static Ship.Codes;\nclass A { void F(E e) { switch (e.Code) { case CREW_A: a(); break; case CREW_B: b(); break; } } }\n',
    ],
    ['rust', 'use harbour::Boat;\nuse crate::codes::*;\nfn f(e: E) { match e.code { CREW_A => a(), CREW_B => b() } }\n'],
  ] as const)
    it(`of the same name from elsewhere are not: ${source}`, async () => {
      const { findings, places } = await read(languageId, source);
      assert.deepEqual([...findings, ...places], []);
    });
});
