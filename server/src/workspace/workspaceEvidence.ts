import { describeError } from '../shared/describeError.ts';
import type { Host } from './host.ts';
import type { CatalogueSet } from '../service/catalogue/catalogueSet.ts';
import type { Evidence } from '../service/types.ts';

/**
 * Which APIs show in each workspace root. A root is scanned when it is first asked for and again after `invalidate`;
 * until the new scan ends the old answer holds.
 */
export interface WorkspaceEvidence {
  evidenceOf(root: string | undefined): Promise<Evidence>;
  /** Scans the known roots again; calls `changed` when an answer differs from the one before. */
  invalidate(): void;
  /** Why APIs may show that were not seen, each a sentence without its full stop. */
  problems(): readonly string[];
  dispose(): void;
}

/** @param scan looks through one folder; the adapter that can do so is passed in */
export function createWorkspaceEvidence(
  scan: Host['scanEvidence'],
  set: () => CatalogueSet,
  changed: () => void,
  problemsChanged: () => void,
): WorkspaceEvidence {
  const known = new Map<string, Promise<Evidence>>();
  const abort = new AbortController();
  const failed = new Map<string, string>();
  const run = async (root: string): Promise<Evidence> => {
    // A failure costs only the evidence of this folder, not every answer about its documents.
    const { evidence, problem } = await scan(root, set(), abort.signal).catch((error: unknown) => ({
      evidence: new Map() as Evidence,
      problem: describeFailure(root, error),
    }));
    const before = failed.get(root);
    if (problem === undefined) failed.delete(root);
    else failed.set(root, problem);
    if (before !== problem && !abort.signal.aborted) problemsChanged();
    return evidence;
  };
  return {
    evidenceOf(root) {
      if (root === undefined) return Promise.resolve(new Map());
      let evidence = known.get(root);
      if (!evidence) {
        evidence = run(root);
        known.set(root, evidence);
      }
      return evidence;
    },
    invalidate() {
      for (const [root, before] of known) {
        Promise.all([before, run(root)])
          .then(([old, now]) => {
            if (abort.signal.aborted || isSame(old, now)) return;
            known.set(root, Promise.resolve(now));
            changed();
          })
          .catch((error: unknown) => void failed.set(root, describeFailure(root, error)));
      }
    },
    problems: () => [...new Set(failed.values())],
    dispose: () => abort.abort(),
  };
}

function describeFailure(root: string, error: unknown): string {
  return `${root} could not be looked through: ${describeError(error)}`;
}

function isSame(a: Evidence, b: Evidence): boolean {
  return a.size === b.size && [...a.keys()].every((id) => b.has(id));
}
