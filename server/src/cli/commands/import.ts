import * as l10n from '@vscode/l10n';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { withoutUndefined } from '../../shared/withoutUndefined.ts';
import { collect, type Surroundings } from '../surroundings.ts';

interface ImportArguments {
  readonly id?: string;
  readonly title?: string;
  readonly docs?: string;
  readonly host: readonly string[];
  readonly name: readonly string[];
  readonly keyPrefix: readonly string[];
  readonly format?: 'yaml' | 'json';
  readonly out?: string;
  readonly force: boolean;
}

/** `api-error-codes import`. */
export function addImport(program: Command, { streams }: Surroundings): void {
  program
    .command('import')
    .description(l10n.t('turn documentation, an OpenAPI document or a list of codes into a catalogue file'))
    .argument(
      '<file...>',
      l10n.t(
        'Markdown, MDX, HTML, reStructuredText, AsciiDoc, OpenAPI 3 or Swagger 2, JSON, YAML, CSV, protobuf, GraphQL, Smithy, botocore or Postman; several make one catalogue, as do the documents of a folder',
      ),
    )
    .option('--id <id>', l10n.t("the catalogue's id; made out of the title, else of the file's name, when absent"), readId)
    .option('--title <title>', l10n.t("the API's name; taken from the document's title when absent"))
    .option('--docs <url>', l10n.t('address of the error page'))
    .option('--host <host>', l10n.t('a host that the API answers at (repeatable)'), collect, [])
    .option('--name <name>', l10n.t('a package or name that shows the API in code (repeatable)'), collect, [])
    .option('--key-prefix <prefix>', l10n.t("how the API's keys begin (repeatable)"), collect, [])
    .addOption(
      new Option('--format <format>', l10n.t('how to write; by the name of --out when absent')).choices(['yaml', 'json']),
    )
    .option('--out <file>', l10n.t('where to write; standard output when absent'))
    .option('--force', l10n.t('write over --out although it was edited'), false)
    .action(async (files: string[], options: ImportArguments) => {
      const { id, title, docs, host, name, keyPrefix, out, force } = options;
      const list = (words: readonly string[]): readonly string[] | undefined => (words.length > 0 ? words : undefined);
      const { runImport } = await import('./runImport.ts');
      process.exitCode = await runImport({
        files,
        names: withoutUndefined({ id, title, docs, hosts: list(host), names: list(name), keyPrefixes: list(keyPrefix) }),
        format: options.format ?? (out?.endsWith('.json') ? 'json' : 'yaml'),
        out,
        force,
        streams,
      });
    });
}

function readId(id: string): string {
  if (/^[a-z0-9][a-z0-9._-]{0,63}$/.test(id)) return id;
  throw new InvalidArgumentError(l10n.t('It must consist of small letters, digits, ".", "_" and "-".'));
}
