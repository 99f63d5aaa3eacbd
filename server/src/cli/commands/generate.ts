import * as l10n from '@vscode/l10n';
import { Argument, type Command, InvalidArgumentError } from 'commander';
import type { GenerateArguments } from './runGenerate.ts';
import { type CatalogueOptions, load, type Surroundings, withCatalogues } from '../surroundings.ts';

/** `api-error-codes generate`. */
export function addGenerate(program: Command, surroundings: Surroundings): void {
  withCatalogues(program.command('generate'))
    .description(l10n.t('write a type and constants for the codes of a catalogue'))
    .addArgument(new Argument('<language>', l10n.t('what to write')).choices(['typescript', 'python', 'go', 'json-schema']))
    .argument('[file]', l10n.t('a catalogue, or a document that holds one; the same as --catalogue without the built-in ones'))
    .option('--id <id>', l10n.t('the catalogue to write, when there are several'))
    .option('--type-name <name>', l10n.t('name of the type; made out of the id when absent'), readName)
    .option('--out <file>', l10n.t('where to write; standard output when absent'))
    .option('--check', l10n.t('compare with the file of --out and write nothing: exit code 1 when it would change'), false)
    .action(async (language: string, file: string | undefined, options: CatalogueOptions & GenerateArguments) => {
      // A user who names a catalogue wants that one.
      const named = file === undefined ? options.catalogue : [file, ...options.catalogue];
      const builtin = options.builtin && (named.length === 0 || options.id !== undefined);
      const { catalogues, complete } = await load({ catalogue: named, builtin }, surroundings);
      const { runGenerate } = await import('./runGenerate.ts');
      process.exitCode = complete ? await runGenerate({ ...options, ...surroundings, language, catalogues }) : 2;
    });
}

function readName(name: string): string {
  if (!/^[A-Za-z][A-Za-z0-9]*$/.test(name)) throw new InvalidArgumentError(l10n.t('It must be a name of letters and digits.'));
  return name;
}
