import * as l10n from '@vscode/l10n';
import { countCodes, formFor, showNumber } from '../../service/render/numbers.ts';
import { fileOf } from '../../adapters/files/fileAddress.ts';
import { readRegularFile } from '../../adapters/files/readRegularFile.ts';
import { pathFrom } from '../../adapters/files/pathInside.ts';
import { isCatalogueDocument, type LoadedCatalogue } from '../../service/catalogue/loadCatalogue.ts';
import { withoutControls } from '../../service/render/plainText.ts';
import type { Catalogue } from '../../service/types.ts';
import { type DiffChange, type DiffFormat, formatDiff } from '../formats/catalogueDiff.ts';
import { loadDocument, longestDocument } from '../loadCatalogues.ts';
import { writeOutput } from '../outputFile.ts';
import type { Streams } from '../streams.ts';
import { renderJson } from '../../service/render/json.ts';
import { renderLine } from '../../service/render/terminal.ts';

/**
 * `api-error-codes catalogue validate`: prints for each file how many codes it contains, its problems and the parts left out.
 * @returns 0 all are valid, 1 one has a problem, 2 one could not be read
 */
export async function runValidate(files: readonly string[], streams: Streams): Promise<0 | 1 | 2> {
  let exit: 0 | 1 | 2 = 0;
  for (const file of files) {
    const loaded = await loadDocument(file, undefined, streams);
    if (loaded.length === 0) exit = 2;
    for (const { name, catalogue, problems, notes, summary } of loaded) {
      for (const note of notes) streams.error(`${note}\n`);
      if (problems.length > 0 && exit === 0) exit = 1;
      const state = describeState(problems.length, notes.length);
      const said = `${name}: ${catalogue ? summary : l10n.t('no valid catalogue')}, ${state}`;
      streams.out(`${renderLine(said)}\n`);
    }
  }
  return exit;
}

function describeState(problems: number, left: number): string {
  if (problems > 0) return formFor(problems, l10n.t('{0} problem', problems), l10n.t('{0} problems', showNumber(problems)));
  if (left > 0) return formFor(left, l10n.t('{0} part left out', left), l10n.t('{0} parts left out', showNumber(left)));
  return l10n.t('no problem');
}

/** `api-error-codes catalogue list`: the catalogues that are in use in the working directory. */
export function runList(catalogues: readonly Catalogue[], format: 'pretty' | 'json', streams: Streams): void {
  const listed = catalogues.map((catalogue) => ({
    id: catalogue.id,
    title: catalogue.title,
    codes: [...catalogue.codes.values()].filter(({ retired }) => !retired).length,
    retired: [...catalogue.codes.values()].filter(({ retired }) => retired).length,
    file: catalogue.builtin ? null : placeOf(catalogue),
  }));
  if (format === 'json') streams.document(renderJson({ version: 1, catalogues: listed }));
  else {
    for (const { id, title, codes, retired, file } of listed) {
      const count = `${countCodes(codes)}${retired > 0 ? `, ${l10n.t('{0} retired', showNumber(retired))}` : ''}`;
      streams.out(`${withoutControls(`${id}: ${title}, ${count}, ${file ?? l10n.t('built in')}`)}\n`);
    }
  }
}

function placeOf({ uri = '' }: Catalogue): string | null {
  const file = fileOf(uri);
  return file === undefined ? null : pathFrom(process.cwd(), file);
}

export interface DiffOptions {
  readonly old: string;
  readonly now: string;
  readonly format: DiffFormat;
  /** The changes that count. */
  readonly failOn: readonly DiffChange[];
  /** Brings the old one up to the new one. */
  readonly apply: boolean;
  readonly streams: Streams;
}

/**
 * `api-error-codes catalogue diff`: prints how the codes have changed.
 * @returns 0 no change that counts, or it was applied; 1 there is one; 2 something could not be read or written
 */
export async function runDiff({ old, now, format, failOn, apply, streams }: DiffOptions): Promise<0 | 1 | 2> {
  const before = await loadOne(old, streams);
  const after = await loadOne(now, streams);
  if (!before?.catalogue || !after?.catalogue) return 2;
  // Not imported above: it takes a library that `catalogue list` does without.
  const { applyDiff, diffCatalogues } = await import('../../service/catalogue/diffCatalogues.ts');
  const diff = diffCatalogues(before.catalogue, after.catalogue);
  streams.out(formatDiff(diff, format));
  if (!apply)
    return failOn.some((change) => diff[change].length > 0 || diff.parts.some((part) => part.change === change)) ? 1 : 0;
  const text = readRegularFile(old, longestDocument).toString('utf8');
  if (!isCatalogueDocument({ name: old, text })) {
    streams.error(`${old}: ${l10n.t('is no catalogue file, and --apply writes to no other document; import it first')}\n`);
    return 2;
  }
  const applied = applyDiff(text, diff, after.catalogue);
  return applied === text || (await writeOutput(applied, old, streams, 'document')) ? 0 : 2;
}

async function loadOne(file: string, streams: Streams): Promise<LoadedCatalogue | undefined> {
  const [loaded] = await loadDocument(file, undefined, streams);
  return loaded;
}
