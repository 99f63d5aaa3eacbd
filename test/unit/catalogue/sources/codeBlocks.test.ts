import assert from 'node:assert/strict';
import { testParsers } from '../../support/testService.ts';
import { describeCodes, describeNotes, readPage } from './readPage.ts';

const parse = async (grammar: string, code: string) => (await testParsers.parserFor(grammar)).parse(code);

interface Case {
  readonly about: string;
  /** The fence's language and its lines, below a heading. */
  readonly block: readonly string[];
  readonly codes: readonly string[];
  readonly notes?: readonly string[];
}

/** Blocks of code on a page about errors. */
const cases: readonly Case[] = [
  {
    about: 'constants of Java without a class and a language',
    block: [
      '',
      'public static final int NO_MAP = 1001; // No map',
      '',
      '/** Too late. */',
      'public static final String LATE = "map.late";',
    ],
    codes: ['1001 [NO_MAP] - No map', 'map.late - Too late.'],
  },
  {
    about: 'a map from codes to what they mean',
    block: ['json', '{', '  "MAP_LOST": "No map",', '  "MAP_LATE": "Late",', '  "KEY_BAD": "Bad key"', '}'],
    codes: ['MAP_LOST - No map', 'MAP_LATE - Late', 'KEY_BAD - Bad key'],
  },
  {
    about: 'a list with a row that has no code',
    block: [
      'json',
      '[',
      '  { "code": "MAP_LOST", "description": "No map" },',
      '  { "code": "MAP_LATE", "description": "Late" },',
      '  { "code": "KEY_BAD", "description": "Bad key" },',
      '  { "description": "Other" }',
      ']',
    ],
    codes: ['MAP_LOST - No map', 'MAP_LATE - Late', 'KEY_BAD - Bad key'],
    notes: ['4: One row of the list has no code that can be used ("code").'],
  },
  {
    about: 'no fields of a request',
    block: ['json', '{ "first_name": "Ann", "last_name": "Lee", "postal_code": "0815", "street_name": "Pier 4" }'],
    codes: [],
  },
  {
    about: 'constants of an interface of Java',
    block: ['text', 'interface MapErrors {', '  /** No key. */', '  String NO_KEY = "no.key";', '}'],
    codes: ['no.key - No key.'],
  },
  {
    about: 'constants of C#',
    block: ['csharp', 'public const string NoMap = "MAP-1"; // No map', 'public const string NoKey = "MAP-2";'],
    codes: ['MAP-1 - No map', 'MAP-2 -'],
  },
  {
    about: 'enums of several languages without a language',
    block: ['', 'enum MapError {', '  NO_MAP(1001, "No map"),', '  LATE(1002, "Late");', '}'],
    codes: ['1001 [NO_MAP] - No map', '1002 [LATE] - Late'],
  },
  {
    about: 'a union without a language',
    block: ['', "export type MapErrorCode = 'no_map' | 'too_late';"],
    codes: ['no_map -', 'too_late -'],
  },
  {
    about: 'constants that cannot be read',
    block: ['', 'const NO_MAP = 1001', 'const NO_KEY = 1002'],
    codes: [],
    notes: ['3: The block of code declares NO_MAP, which is not read: import the source file.'],
  },
  {
    about: 'a variable in an example',
    block: ['', 'const API = "https://a.example.com";', 'fetch(API);'],
    codes: [],
    notes: [],
  },
];

describe('blocks of code on pages', () => {
  for (const { about, block, codes, notes = [] } of cases)
    it(about, async () => {
      const [language = '', ...lines] = block;
      const reading = await readPage(
        `# Error codes\n\n\`\`\`${language}\n${lines.join('\n')}\n\`\`\`\n`,
        'docs/errors.md',
        parse,
      );
      assert.deepEqual(describeCodes(reading), codes);
      assert.deepEqual(describeNotes(reading), notes);
    });

  it('gives the places of constants', async () => {
    const { codes } = await readPage(
      '# Errors\n\n```java\nstatic final int A_B = 1;\nstatic final int C_D = 2;\n```\n',
      'a.md',
      parse,
    );
    assert.deepEqual(
      codes.map(({ location: { line, column } }) => [line, column]),
      [
        [3, 17],
        [4, 17],
      ],
    );
  });

  it('constants below a heading that is not about errors are none', async () => {
    const { notes, codes } = await readPage(
      '# Limits\n\n```java\nstatic final int A_B = 1;\nstatic final int C_D = 2;\n```\n',
      'a.md',
      parse,
    );
    assert.deepEqual([codes, notes.filter(({ line }) => line !== undefined)], [[], []]);
  });

  it('takes members of an enum that only spell the codes of the page for no codes', async () => {
    const page = await readPage(
      '# Errors\n\n| Code | Meaning |\n|-|-|\n| `SHOP_NO_MAP` | No map |\n| `SHOP_LATE_MAP` | Late |\n\n```rust\npub enum ShopErrorCode {\n    NoMap,\n    LateMap,\n    NewMap,\n}\n```\n',
      'docs/errors.md',
      parse,
    );
    assert.deepEqual(describeCodes(page), ['SHOP_NO_MAP - No map', 'SHOP_LATE_MAP - Late', 'NewMap -']);
  });
});
