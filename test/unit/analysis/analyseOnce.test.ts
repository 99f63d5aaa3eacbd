import assert from 'node:assert/strict';
import fc from 'fast-check';
import { compareReadings } from '../support/compareReadings.ts';
import { createTestService, pikzelsWorkspace, testDocument, testFacts } from '../support/testService.ts';

const handler = (name: string, body: string) => `export function ${name}(err: ApiError, res: Response) {\n${body}\n}\n`;
const site =
  "  switch (err.code) {\n    case 'INSUFFICIENT_CREDITS':\n      return 1;\n    case 'GENERATION_TIMEOUT':\n      return 2;\n  }";
const template = `export const source = \`\n${handler('inText', site)}\n${handler('inTextToo', site)}\`;\n`;

/** Declarations at the top level of real files, and texts that only look like them. */
const declarations = [
  handler('byCode', site),
  handler(
    'byConstant',
    '  switch (err.code) {\n    case Codes.credits:\n      return 1;\n    case TIMEOUT:\n      return 2;\n  }',
  ),
  "const TOP_UP = new Set(['INSUFFICIENT_CREDITS']);\nconst LATER = [\n  'GENERATION_TIMEOUT',\n];\n",
  handler('byLists', '  if (TOP_UP.has(err.code)) return 1;\n  if (LATER.includes(err.code)) return 2;\n  return 3;'),
  handler(
    'early',
    "  if (err.code === 'INSUFFICIENT_CREDITS') return 1;\n  if (err.code === 'GENERATION_TIMEOUT') return 2;\n  return 3;",
  ),
  handler('narrowed', `  if (res.status === 402) {\n  ${site}\n  }`),
  handler('misspelt', "  if (err.code === 'INSUFICIENT_CREDITS') return 1;\n  return 2;"),
  handler('other', '  return res.json();'),
  "const Codes = { credits: 'INSUFFICIENT_CREDITS', timeout: 'GENERATION_TIMEOUT' } as const;\n",
  "export const TIMEOUT = 'GENERATION_TIMEOUT';\n",
  "export enum Problem {\n  Credits = 'INSUFFICIENT_CREDITS',\n  Timeout = 'GENERATION_TIMEOUT',\n}\n",
  handler(
    'byEnum',
    '  switch (err.code) {\n    case Problem.Credits:\n      return 1;\n    case Problem.Timeout:\n      return 2;\n  }',
  ),
  "type ErrorCode = 'INSUFFICIENT_CREDITS' | 'GENERATION_TIMEOUT';\n",
  "const messages: Record<ErrorCode, string> = {\n  INSUFFICIENT_CREDITS: 'a',\n  GENERATION_TIMEOUT: 'b',\n};\n",
  "@Injectable()\nexport class Client {\n  private retry = new Set(['TOO_MANY_REQUESTS']);\n  handle(err) {\n    if (err.code === 'NOT_FOUND') return this.none();\n  }\n}\n",
  template,
  `/*\n${handler('commentedOut', site)}\n${handler('too', '  return 1;')}*/\n`,
  `// error-codes: enforce pikzels\n${handler('directed', site)}`,
  '// error-codes: ignore NOT_FOUND -- nothing to do\n',
  '// Don`t count on this one.\n',
  "const glob = 'src/**/*.ts';\n",
  'const tick = /`/;\n',
  'const marks = "#$%&\'()*+,-./^_`{|}~";\n',
  "const url = 'https://a/*'; // it`s one\n",
  "/* don`t */ const text = `/* ${'`'} // \"`;\n",
  "import { ApiError } from './errors';\n",
  "fetch('https://api.pikzels.com/v2/thumbnail/text');\n",
  'declare module "x" {\n  export const y: string;\n}\n',
  "export default {\n  'NOT_FOUND': 404,\n  'CONFLICT': 409,\n  'TOO_MANY_REQUESTS': 429,\n};\n",
  'function overloaded(a: string): void;\nfunction overloaded(a: number): void;\nfunction overloaded(a: unknown) {}\n',
  "const first = 1,\n  second = { NOT_FOUND: 'x', CONFLICT: 'y' };\n",
  "if (process.env.CI) throw new Error('CONFLICT');\n",
  "if (res.status !== 402) throw new Error();\n\nconst table = {\n  INSUFFICIENT_CREDITS: 'a',\n  API_ACCESS_NOT_ENABLED: 'b',\n};\n",
  "function unindented(err) {\n  if (err.status !== 402) return 1;\nconst rest = 2;\nconst more = 3;\n  switch (err.code) {\n    case 'INSUFFICIENT_CREDITS':\n      return 2;\n  }\n}\n",
  'export const upsert = sql`INSERT INTO t VALUES (${v}) ON CONFLICT (id) DO NOTHING`;\n',
  '/**\n * Throws `NOT_FOUND`, or CONFLICT.\n */\nexport const get = () => undefined;\n',
  "export const text = `\n * ${err.code === 'CONFLICT' ? 1 : err.code === 'NOT_FOUND' ? 2 : 3}\n // ${Reply[err.code ?? 'NOT_FOUND']}\n`;\n",
  'function named(err) {\n  // Not the CONFLICT of others\n  switch (err.code) {\n    case CONFLICT :\n      return\n        NOT_FOUND;\n    case Codes . NOT_FOUND:\n    default: return typeof TIMEOUT;\n  }\n}\n',
  'const set = new Set([ CONFLICT, NOT_FOUND ]);\nexport const has = (code) => code === CONFLICT || code !== NOT_FOUND;\n',
  'export const script = `\nif score then\nreturn 1\nend\n`;\n',
  'const broken = {{;\n',
  'exports.handler = async (err) => {\n  if (err.code === `CONFLICT`) return 1;\n};\n',
];

describe('a text that is read once', () => {
  it('has the findings and places of one that is kept, beside any other text', async function () {
    this.timeout(120_000);
    for (const declaration of declarations) await compareReadings(`${declarations[0]}${declaration}`);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...declarations), { minLength: 1, maxLength: 9 }), async (chosen) =>
        compareReadings(chosen.join('\n')),
      ),
      { numRuns: 150 },
    );
  });

  it('has them where it ends anywhere', async function () {
    this.timeout(120_000);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom(...declarations), { minLength: 1, maxLength: 5 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        async (chosen, end) => {
          const text = chosen.join('\n');
          await compareReadings(text.slice(0, Math.ceil(end * text.length)));
        },
      ),
      { numRuns: 100 },
    );
  });

  it('keeps its findings when a declaration elsewhere cannot be parsed', async () => {
    const { findings } = await createTestService().findFindings(
      testDocument(`${declarations[0]}\nconst broken = {{;\n\n${handler('later', site)}`),
      testFacts({ inWorkspace: pikzelsWorkspace }),
    );
    assert.deepEqual(
      findings.map(({ rule }) => rule),
      ['unhandled-code', 'unhandled-code'],
    );
  });
});
