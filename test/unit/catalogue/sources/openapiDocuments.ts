import assert from 'node:assert/strict';
import { stringify } from 'yaml';
import { openapi } from '../../../../server/src/service/catalogue/sources/openapi.ts';

const host = (files: Readonly<Record<string, string>> = {}) => ({
  readRelated: async (path: string) => {
    const text = files[path];
    return text === undefined ? { problem: 'does not exist' } : { text };
  },
});

/** Reads a document; `files` are those beside it. */
export const read = (text: string, files?: Readonly<Record<string, string>>, name = 'api.yaml') =>
  openapi.read({ name, text }, host(files));

/** A part of a document. */
export type Tree = Readonly<Record<string, unknown>>;

/** A document whose one operation has the given responses besides 200. */
export const withResponses = (responses: Tree, components: Tree = {}): Tree => ({
  openapi: '3.1.0',
  info: { title: 'Shop API' },
  paths: { '/cards': { get: { responses: { '200': { description: 'Fine' }, ...responses } } } },
  components,
});

/** A document with one error response of a schema. */
export const withSchema = (schema: Tree, components: Tree = {}, status = '400'): Tree =>
  withResponses({ [status]: { description: '', content: { 'application/json': { schema } } } }, components);

/** A document with one error response that has an example and no schema. */
export const withExample = (value: unknown, status = '400'): Tree =>
  withResponses({ [status]: { description: '', content: { 'application/json': { example: value } } } });

/** Components with a schema `Error` whose code has the given values. */
export const shared = (codes: readonly string[], extra: Tree = {}): Tree => ({
  schemas: {
    Error: { type: 'object', properties: { code: { type: 'string', enum: codes }, message: { type: 'string' } }, ...extra },
  },
});

/** A response with a schema of the components. */
export const reference = (schema = 'Error'): Tree => ({
  description: 'It failed',
  content: { 'application/json': { schema: { $ref: `#/components/schemas/${schema}` } } },
});

/** An entry of a catalogue; without a status where the document has none. */
export const inResponse = (code: unknown, status: unknown, cause = ''): Tree => ({
  code,
  ...(status === undefined ? {} : { status }),
  cause,
});

/** The subject of a case, the document, the codes that it has. */
export type OpenApiCase = readonly [string, Tree, readonly unknown[]];

/** One test for each case, in YAML and in JSON. */
export function checkCases(cases: readonly OpenApiCase[]): void {
  for (const [title, document, expected] of cases) {
    it(`reads ${title}`, async () => {
      const yaml = await read(stringify(document));
      assert.deepEqual(
        yaml.codes.map(({ entry }) => entry),
        expected,
      );
      const json = await read(JSON.stringify(document), {}, 'api.json');
      assert.deepEqual(
        json.codes.map(({ entry }) => entry),
        expected,
      );
    });
  }
}
