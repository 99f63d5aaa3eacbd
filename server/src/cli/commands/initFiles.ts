import { count } from '../../shared/count.ts';
import { renderYamlText } from '../../service/render/yaml.ts';
import { withoutControls } from '../../service/render/plainText.ts';

/** The options of the command. */
export interface InitArguments {
  readonly ci: (typeof ciChoices)[number];
  readonly dryRun: boolean;
}

export const ciChoices = ['github', 'gitlab', 'none'] as const;

/** A document of the folder that holds error codes. */
export interface CodesDocument {
  /** Relative to the folder, with `/`. */
  readonly path: string;
  readonly id: string;
  readonly codes: number;
}

/** @param shown titles of the APIs that show in the folder */
export function writeConfiguration(documents: readonly CodesDocument[], shown: readonly string[]): string {
  const apis = withoutControls(shown.join(', ')).replace(/\s+/g, ' ');
  const links = documents.map(
    ({ path, id, codes }) => `  ${renderYamlText(id)}: { path: ${renderYamlText(path)} } # ${count(codes, 'code')}`,
  );
  return `${[
    '# Settings of API Error Codes for this folder: the editor and the command line both read them.',
    ...(apis === '' ? [] : [`# Known APIs that show here: ${apis}.`]),
    ...(links.length > 0
      ? [
          '',
          '# Documents that hold error codes. They are read in place: their edits take effect at once.',
          'catalogues:',
          ...links,
        ]
      : [
          '',
          '# No document with error codes was found by its name. Name yours:',
          '# catalogues: { my-api: { path: docs/errors.md } }',
        ]),
    '',
    '# A switch with a default gives a hint. To be warned of new codes there, too:',
    '# severity: { unhandled-code.withDefault: warning }',
  ].join('\n')}\n`;
}

/** The file of each CI system, and its text. */
export function writeCheck(ci: 'github' | 'gitlab', version: string): { readonly file: string; readonly text: string } {
  const command = `npx --yes api-error-codes@${version} check`;
  return ci === 'github'
    ? {
        file: '.github/workflows/error-codes.yml',
        text: `# Reports error codes that code does not handle, beside the lines of a pull request.
name: Error codes
on: [push, pull_request]
permissions:
  contents: read
jobs:
  check:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-node@v4
        with: { node-version: 22 }
      - run: ${command} --format github
`,
      }
    : {
        file: 'error-codes.gitlab-ci.yml',
        text: `# Reports error codes that code does not handle. In .gitlab-ci.yml: include: error-codes.gitlab-ci.yml
error-codes:
  image: node:22
  script:
    - ${command} --format junit --out error-codes.xml
  artifacts:
    when: always
    reports: { junit: error-codes.xml }
`,
      };
}
