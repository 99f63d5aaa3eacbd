import { kindOf } from '../../adapters/files/fileKind.ts';
import { pathFrom, resolveIn } from '../../adapters/files/pathInside.ts';
import { addressOf } from '../../adapters/files/fileAddress.ts';
import type { Settings } from '../../service/settings/settings.ts';
import { printable } from '../printable.ts';
import { count } from '../../shared/count.ts';
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
  /** The verb for the work on files: `checked`. */
  readonly done: string;
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
  const start = `Nothing was ${done}:`;
  if (looked.files === 0 && looked.unreadable) return { sentence: `${start} what was asked for could not be read.`, fails: true };
  if (looked.files === 0 && changedSince !== undefined)
    return { sentence: `${start} no source file has changed since ${printable(changedSince)}.`, fails };
  if (looked.files === 0) {
    const where = at.roots.map((root) => pathFrom(workingDirectory, root)).filter((name) => name !== '');
    const place = where.length === 0 ? 'here' : `in ${printable(where.slice(0, 3).join(', '))}`;
    const hint = 'Name files or folders of code; what git ignores counts only where it is named itself.';
    return { sentence: `${start} there is no source file ${place}. ${hint}`, fails: true };
  }
  if (!fails) return undefined;
  const own = session.facts.setOf(settings, workingDirectory).catalogues.filter(({ builtin }) => !builtin);
  const [first] = own;
  const titles = own.map(({ title }) => printable(title)).slice(0, 3);
  if (first === undefined)
    return {
      sentence: `${start} no API with known error codes shows in ${count(looked.files, 'file')}. To begin, make a catalogue from the documentation of your API: api-error-codes import DOCUMENT --out my-api.error-codes.yaml`,
      fails,
    };
  return {
    sentence: `${start} nothing shows that ${count(looked.files, 'file')} ${looked.files === 1 ? 'uses' : 'use'} ${titles.join(', ')}. Say so with files.${printable(first.id)}.include in api-error-codes.yaml, or put the catalogue into this folder.`,
    fails,
  };
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
