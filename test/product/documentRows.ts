/** Documents of one kind: each has SHOP_CLOSED with status 503 and CARD_STOLEN with status 402. */
export interface DocumentRow {
  /** The source that must read it; undefined for a catalogue file. */
  readonly source: string | undefined;
  readonly name: string;
  readonly text: string;
  /** The same document without CARD_STOLEN. */
  readonly shorter: string;
}

const openapi = (codes: Readonly<Record<string, string>>) => ({
  openapi: '3.1.0',
  info: { title: 'Shop API', version: '1' },
  servers: [{ url: 'https://api.shop.example' }],
  paths: {
    '/orders': {
      post: {
        responses: Object.fromEntries(
          Object.entries(codes).map(([code, status]) => [
            status,
            {
              description: `Status ${status}`,
              content: {
                'application/json': {
                  schema: { type: 'object', properties: { code: { type: 'string', enum: [code] } } },
                },
              },
            },
          ]),
        ),
      },
    },
  },
});
const both = { SHOP_CLOSED: '503', CARD_STOLEN: '402' };
const one = { SHOP_CLOSED: '503' };

const openapiYaml = (codes: Readonly<Record<string, string>>) => `openapi: 3.1.0
info: { title: Shop API, version: "1" }
servers: [{ url: https://api.shop.example }]
paths:
  /orders:
    post:
      responses:
${Object.entries(codes)
  .map(
    ([code, status]) => `        "${status}":
          description: Status ${status}
          content:
            application/json:
              schema: { type: object, properties: { code: { type: string, enum: [${code}] } } }
`,
  )
  .join('')}`;

const list = (codes: Readonly<Record<string, string>>) =>
  Object.entries(codes).map(([code, status]) => ({ code, status: Number(status), message: `About ${code}` }));

const markdown = (codes: Readonly<Record<string, string>>) => `# Errors

| Code | HTTP status | Meaning |
| --- | --- | --- |
${Object.entries(codes)
  .map(([code, status]) => `| \`${code}\` | ${status} | About ${code} |\n`)
  .join('')}`;

const html = (codes: Readonly<Record<string, string>>) => `<!DOCTYPE html>
<html><head><title>Errors</title></head><body><h1>Errors</h1>
<table><tr><th>Code</th><th>HTTP status</th><th>Meaning</th></tr>
${Object.entries(codes)
  .map(([code, status]) => `<tr><td><code>${code}</code></td><td>${status}</td><td>About ${code}</td></tr>`)
  .join('\n')}
</table></body></html>
`;

const catalogue = (codes: Readonly<Record<string, string>>) => ({
  id: 'shop',
  title: 'Shop API',
  codes: Object.entries(codes).map(([code, status]) => ({ code, status: Number(status), cause: `About ${code}` })),
});

const yamlList = (codes: Readonly<Record<string, string>>) =>
  list(codes)
    .map(({ code, status, message }) => `- code: ${code}\n  status: ${status}\n  message: ${message}\n`)
    .join('');

const jsonLines = (codes: Readonly<Record<string, string>>) =>
  list(codes)
    .map((entry) => `${JSON.stringify(entry)}\n`)
    .join('');

type Codes = Readonly<Record<string, string>>;

const delimited =
  (separator: string) =>
  (codes: Codes): string =>
    [['code', 'http_status', 'description'], ...Object.entries(codes).map(([code, status]) => [code, status, `About ${code}`])]
      .map((cells) => `${cells.join(separator)}\n`)
      .join('');

const restructured = (codes: Codes) => `Errors
======

.. list-table::
   :header-rows: 1

   * - Code
     - HTTP status
     - Meaning
${Object.entries(codes)
  .map(([code, status]) => `   * - \`\`${code}\`\`\n     - ${status}\n     - About ${code}\n`)
  .join('')}`;

const asciidoc = (codes: Codes) => `= Errors

[%header,cols="1,1,2"]
|===
|Code |HTTP status |Meaning

${Object.entries(codes)
  .map(([code, status]) => `|\`${code}\`\n|${status}\n|About ${code}\n`)
  .join('\n')}
|===
`;

const protobuf = (codes: Codes) => `syntax = "proto3";

enum ShopErrorCode {
  SHOP_ERROR_CODE_UNSPECIFIED = 0;
${Object.entries(codes)
  .map(([code, status], index) => `  // About ${code}. HTTP status: ${status}\n  ${code} = ${index + 1};\n`)
  .join('')}}
`;

const graphql = (codes: Codes) => `enum ShopErrorCode {
${Object.entries(codes)
  .map(([code, status]) => `  """About ${code}. HTTP status: ${status}"""\n  ${code}\n`)
  .join('')}}
`;

const smithyText = (codes: Codes) =>
  `$version: "2"\nnamespace shop\n\n${Object.entries(codes)
    .map(([code, status]) => `/// About ${code}.\n@error("client")\n@httpError(${status})\nstructure ${code} {}\n`)
    .join('\n')}`;

const smithy = (codes: Codes) => ({
  smithy: '2.0',
  shapes: Object.fromEntries(
    Object.entries(codes).map(([code, status]) => [
      `shop#${code}`,
      { type: 'structure', traits: { 'smithy.api#error': 'client', 'smithy.api#httpError': Number(status) } },
    ]),
  ),
});

const botocore = (codes: Codes) => ({
  metadata: { endpointPrefix: 'shop', serviceFullName: 'Shop' },
  shapes: Object.fromEntries(
    Object.entries(codes).map(([code, status]) => [
      code,
      { type: 'structure', exception: true, error: { httpStatusCode: Number(status) } },
    ]),
  ),
});

const postman = (codes: Codes) => ({
  info: { name: 'Shop', schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json' },
  item: Object.entries(codes).map(([code, status]) => ({
    name: 'Order',
    response: [{ name: 'Refused', code: Number(status), body: JSON.stringify({ error: { code, message: `About ${code}` } }) }],
  })),
});

const sourceCode: Readonly<Record<string, (codes: Codes) => string>> = {
  ...Object.fromEntries(
    ['.ts', '.mts', '.cts', '.tsx'].map((ending) => [
      ending,
      (codes: Codes) =>
        `export enum ShopErrorCode {\n${members(codes, (code, about) => `  /** ${about} */\n  ${code} = '${code}',\n`)}}\n`,
    ]),
  ),
  ...Object.fromEntries(
    ['.js', '.mjs', '.cjs'].map((ending) => [
      ending,
      (codes: Codes) => `const errorCodes = {\n${members(codes, (code, about) => `  // ${about}\n  ${code}: '${code}',\n`)}};\n`,
    ]),
  ),
  '.py': (codes) => `class ErrorCode(StrEnum):\n${members(codes, (code, about) => `    # ${about}\n    ${code} = "${code}"\n`)}`,
  '.java': (codes) => `enum ErrorCode {\n${members(codes, (code, about) => `  /** ${about} */\n  ${code}("${code}"),\n`)}}\n`,
  '.kt': (codes) =>
    `enum class ErrorCode(val code: String) {\n${members(codes, (code, about) => `  // ${about}\n  ${code}("${code}"),\n`)}}\n`,
  '.cs': (codes) =>
    `static class ErrorCodes {\n${members(codes, (code, about) => `  /// <summary>${about}</summary>\n  public const string ${code} = "${code}";\n`)}}\n`,
  '.go': (codes) =>
    `package shop\n\nconst (\n${members(codes, (code, about) => `\t// ${about}\n\tErr${code} ErrorCode = "${code}"\n`)})\n`,
  '.php': (codes) =>
    `<?php\nenum ErrorCode: string {\n${members(codes, (code, about) => `  /** ${about} */\n  case ${code} = '${code}';\n`)}}\n`,
  '.rs': (codes) =>
    `enum ShopError {\n${members(codes, (code, about) => `  /// ${about}\n  #[serde(rename = "${code}")]\n  ${code},\n`)}}\n`,
  '.swift': (codes) =>
    `enum ShopError: String {\n${members(codes, (code, about) => `  /// ${about}\n  case ${code} = "${code}"\n`)}}\n`,
  ...Object.fromEntries(
    ['.h', '.hh', '.hpp', '.c', '.cc', '.cpp'].map((ending) => [
      ending,
      (codes: Codes) => `#define SHOP_H 1\n${members(codes, (code, about) => `#define ERR_${code} "${code}" /* ${about} */\n`)}`,
    ]),
  ),
  '.dart': (codes) => `enum ErrorCode {\n${members(codes, (code, about) => `  /// ${about}\n  ${code}('${code}'),\n`)}}\n`,
};

function members(codes: Codes, write: (code: string, about: string) => string): string {
  return Object.entries(codes)
    .map(([code, status]) => write(code, `${status}: About ${code}`))
    .join('');
}

const json = (make: (codes: Readonly<Record<string, string>>) => unknown) => (codes: Readonly<Record<string, string>>) =>
  JSON.stringify(make(codes), null, 2);

const row = (
  source: string | undefined,
  name: string,
  write: (codes: Readonly<Record<string, string>>) => string,
): DocumentRow => ({
  source,
  name,
  text: write(both),
  shorter: write(one),
});

/** A row for each ending of each source, and the catalogue files. */
export const documentRows: readonly DocumentRow[] = [
  ...['.yaml', '.yml'].map((ending) => row('openapi', `api${ending}`, openapiYaml)),
  row('openapi', 'api.json', json(openapi)),
  ...['.yaml', '.yml'].map((ending) => row('json-list', `list${ending}`, yamlList)),
  row('json-list', 'list.json', json(list)),
  row('json-list', 'list.jsonl', jsonLines),
  ...['.md', '.mdx', '.markdown', '.mdown'].map((ending) => row('markdown', `errors${ending}`, markdown)),
  ...['.html', '.htm', '.xhtml'].map((ending) => row('html', `errors${ending}`, html)),
  row('restructured', 'errors.rst', restructured),
  ...['.adoc', '.asciidoc', '.asc'].map((ending) => row('asciidoc', `errors${ending}`, asciidoc)),
  row('delimited', 'errors.csv', delimited(',')),
  row('delimited', 'errors.tsv', delimited('\t')),
  row('protobuf', 'shop.proto', protobuf),
  ...['.graphql', '.graphqls', '.gql'].map((ending) => row('graphql', `shop${ending}`, graphql)),
  row('smithy', 'model.json', json(smithy)),
  row('smithy', 'model.smithy', smithyText),
  row('botocore', 'service-2.json', json(botocore)),
  row('postman', 'collection.json', json(postman)),
  ...Object.entries(sourceCode).map(([ending, write]) => row('source-code', `codes${ending}`, write)),
  row(undefined, 'own.error-codes.json', json(catalogue)),
  row(
    undefined,
    'own.error-codes.yaml',
    (codes) =>
      `id: shop\ntitle: Shop API\ncodes:\n${list(codes)
        .map(({ code, status, message }) => `  - { code: ${code}, status: ${status}, cause: ${message} }\n`)
        .join('')}`,
  ),
];
