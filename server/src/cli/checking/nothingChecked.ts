import * as l10n from '@vscode/l10n';
import { kindOf } from '../../adapters/files/fileKind.ts';
import { pathFrom, resolveIn } from '../../adapters/files/pathInside.ts';
import { addressOf } from '../../adapters/files/fileAddress.ts';
import type { Settings } from '../../service/settings/settings.ts';
import { printable } from '../printable.ts';
import { countFiles, formFor } from '../../service/render/numbers.ts';
import type { Session } from '../createSession.ts';

/** The result of a run over files, as far as it shows whether anything was looked at. */
export interface Looked {
  /** How many source files there were. */
  readonly files: number;
  /** An API with known codes shows in one of them. */
  readonly shows: boolean;
  /** Something could not be read. */
  readonly unreadable: boolean;
}

export interface LookedAt {
  /** The work on files. */
  readonly done: 'checked' | 'read';
  /** Absolute. */
  readonly roots: readonly string[];
  readonly settings: Settings;
  readonly workingDirectory: string;
  /** Only files changed since this revision were asked for. */
  readonly changedSince?: string | undefined;
  readonly signal: AbortSignal;
}

/** Why nothing was looked at. */
export interface Nothing {
  /** Names the missing thing, and how to begin. */
  readonly sentence: string;
  /** A user who expects findings should know: there are no sources, or no API with known codes. */
  readonly fails: boolean;
}

/** Says in words that nothing was looked at: no findings would read as if all were well. Undefined where something was. */
export async function describeNothing(looked: Looked, at: LookedAt, session: Session): Promise<Nothing | undefined> {
  const { done, changedSince, settings, workingDirectory } = at;
  const fails = !(looked.shows || (await showsAround(at, session)));
  const say = (reason: string): string =>
    done === 'read' ? l10n.t('Nothing was read: {0}', reason) : l10n.t('Nothing was checked: {0}', reason);
  if (looked.files === 0 && looked.unreadable)
    return { sentence: say(l10n.t('what was asked for could not be read.')), fails: true };
  if (looked.files === 0 && changedSince !== undefined)
    return { sentence: say(l10n.t('no source file has changed since {0}.', printable(changedSince))), fails };
  if (looked.files === 0) {
    const where = at.roots.map((root) => pathFrom(workingDirectory, root)).filter((name) => name !== '');
    const named = printable(where.slice(0, 3).join(', '));
    const nothing =
      where.length === 0 ? l10n.t('there is no source file here.') : l10n.t('there is no source file in {0}.', named);
    const hint = l10n.t('Name files or folders of code; what git ignores counts only where it is named itself.');
    return { sentence: `${say(nothing)} ${hint}`, fails: true };
  }
  if (!fails) return undefined;
  const own = session.facts.setOf(settings, workingDirectory).catalogues.filter(({ builtin }) => !builtin);
  const [first] = own;
  const titles = own.map(({ title }) => printable(title)).slice(0, 3);
  if (first === undefined)
    return {
      sentence: `${say(l10n.t('no API with known error codes shows in {0}.', countFiles(looked.files)))} ${l10n.t('To begin, make a catalogue from the documentation of your API: {0}', 'api-error-codes import DOCUMENT --out my-api.error-codes.yaml')}`,
      fails,
    };
  return {
    sentence: `${say(describeUnused(looked.files, titles.join(', ')))} ${l10n.t('Say so with {0} in api-error-codes.yaml, or put the catalogue into this folder.', `files.${printable(first.id)}.include`)}`,
    fails,
  };
}

function describeUnused(files: number, titles: string): string {
  const shown = countFiles(files);
  return formFor(
    files,
    l10n.t('nothing shows that {0} uses {1}.', shown, titles),
    l10n.t('nothing shows that {0} use {1}.', shown, titles),
  );
}

/**
 * Whether an API shows around the asked-for files, though none of them contains a code: in a manifest, a setting, a
 * catalogue.
 */
async function showsAround(at: LookedAt, { facts }: Session): Promise<boolean> {
  const { roots, settings, workingDirectory, signal } = at;
  const { catalogues } = facts.setOf(settings, workingDirectory);
  if (catalogues.some(({ id, files }) => files?.include !== undefined || (settings.files.get(id)?.include ?? []).length > 0))
    return true;
  for (const root of roots) {
    if (signal.aborted) return true;
    const kind = kindOf(root);
    if (kind === undefined) continue;
    // A file within it, since the question is about files.
    const file = kind === 'folder' ? resolveIn(root, 'x') : root;
    const { inWorkspace, bySetting } = await facts.factsOf(addressOf(file), settings);
    if (inWorkspace.size > 0 || [...bySetting.values()].includes(true)) return true;
  }
  return false;
}
