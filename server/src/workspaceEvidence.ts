import type { CatalogueSet } from './service/catalogue/catalogueSet.ts';
import type { Evidence } from './service/types.ts';

/** Runs a scan of one folder; the adapter that can do so is passed in. */
export type EvidenceScan = (root: string, set: CatalogueSet, signal: AbortSignal) => Promise<Evidence>;

/**
 * Which APIs show in each workspace root. A root is scanned when it is first asked for and again after `invalidate`;
 * until the new scan ends the old answer holds.
 */
export interface WorkspaceEvidence {
  evidenceOf(root: string | undefined): Promise<Evidence>;
  /** Scans the known roots again; `changed` is told when an answer is another one than before. */
  invalidate(): void;
  dispose(): void;
}

export function createWorkspaceEvidence(scan: EvidenceScan, set: () => CatalogueSet, changed: () => void): WorkspaceEvidence {
  const known = new Map<string, Promise<Evidence>>();
  const abort = new AbortController();
  const run = (root: string): Promise<Evidence> => scan(root, set(), abort.signal).catch(() => new Map());
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
        void Promise.all([before, run(root)]).then(([old, now]) => {
          if (abort.signal.aborted || isSame(old, now)) return;
          known.set(root, Promise.resolve(now));
          changed();
        });
      }
    },
    dispose: () => abort.abort(),
  };
}

function isSame(a: Evidence, b: Evidence): boolean {
  return a.size === b.size && [...a.keys()].every((id) => b.has(id));
}
