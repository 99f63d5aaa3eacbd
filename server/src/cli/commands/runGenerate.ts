import * as l10n from '@vscode/l10n';
import { fileOf } from '../../adapters/files/fileAddress.ts';
import { nameOf, pathInside } from '../../adapters/files/pathInside.ts';
import { generators, prepareInput } from '../../service/generate/generators.ts';
import { findUnwritable } from '../../service/generate/generator.ts';
import { renderJsonLine } from '../../service/render/json.ts';
import type { Catalogue } from '../../service/types.ts';
import { isUpToDate, writeOutput } from '../outputFile.ts';
import type { Surroundings } from '../surroundings.ts';

/** The options of the command. */
export interface GenerateArguments {
  /** Which of the catalogues; needed when there are several. */
  readonly id?: string;
  readonly typeName?: string;
  readonly out?: string;
  /** Compares with the file and writes nothing. */
  readonly check: boolean;
}

interface GenerateOptions extends GenerateArguments, Pick<Surroundings, 'streams'> {
  readonly language: string;
  readonly catalogues: readonly Catalogue[];
}

/**
 * `api-error-codes generate`. @returns 0 written or up to date, 1 `--check` found a different text, 2 wrong usage or cannot
 * be written
 */
export async function runGenerate(options: GenerateOptions): Promise<0 | 1 | 2> {
  const { catalogues, id, out, streams, language } = options;
  const fitting = id === undefined ? catalogues : catalogues.filter((catalogue) => catalogue.id === id);
  const [catalogue] = fitting;
  if (catalogue === undefined || fitting.length > 1) {
    const ids = catalogues.map((known) => known.id).join(', ');
    streams.error(
      id === undefined
        ? wrongUsage(l10n.t('name one catalogue with --id; there are {0}', ids))
        : wrongUsage(l10n.t("no catalogue has the id '{0}'; there are {1}", id, ids)),
    );
    return 2;
  }
  const generator = generators.find((candidate) => candidate.id === language);
  if (!generator) throw new Error(`No generator for ${language}`);
  const input = prepareInput(catalogue, sourceOf(catalogue), options.typeName);
  const text = generator.write(input);
  if (text === undefined) {
    const code = findUnwritable(generator, input.codes) ?? '';
    streams.error(
      wrongUsage(
        l10n.t('{0} has no string for the code {1}, which holds half a character', generator.title, renderJsonLine(code)),
      ),
    );
    return 2;
  }
  if (!options.check) return (await writeOutput(text, out, streams, 'document')) ? 0 : 2;
  if (out === undefined) {
    streams.error(wrongUsage(l10n.t('--check compares with a file: name it with --out')));
    return 2;
  }
  const same = isUpToDate(out, text);
  if (same === true) return 0;
  streams.error(
    same === undefined
      ? `${out}: ${l10n.t('cannot be read; run the command without --check to write it')}\n`
      : `${out}: ${l10n.t('is not what the catalogue gives today; run the command without --check to write it')}\n`,
  );
  return same === undefined ? 2 : 1;
}

function wrongUsage(message: string): string {
  return `${l10n.t('error: {0}', message)}\n`;
}

/** The same on every machine: a path below the working directory, else the catalogue's id. */
function sourceOf({ id, uri, builtin }: Catalogue): string {
  const file = builtin || uri === undefined ? undefined : fileOf(uri);
  return file === undefined ? `the catalogue ${id}` : (pathInside(process.cwd(), file) ?? nameOf(file));
}
