import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { isManifest } from '../../workspace/manifests.ts';
import { findHomeFolder } from './homeFolder.ts';

/** Answers which folder a file's workspace is: the nearest manifest's, else the git root, else the fallback. */
export interface WorkspaceRoots {
  /** @param fallback the editor's workspace folder, or the folder that a command line was given */
  rootOf(file: string, fallback: string | undefined): string | undefined;
  /** Forgets the roots found so far, after files have come or gone. */
  clear(): void;
}

/**
 * The search ends at a git root and below the home folder: a stray manifest there must not make a whole home folder one
 * workspace.
 */
export function createWorkspaceRoots(): WorkspaceRoots {
  const known = new Map<string, string | undefined>();
  const home = findHomeFolder();
  const find = (folder: string): string | undefined => {
    const passed: string[] = [];
    let root: string | undefined;
    // A loop: a client may tell of a path of any length.
    for (let at = folder; ; at = path.dirname(at)) {
      if (known.has(at)) {
        root = known.get(at);
        break;
      }
      passed.push(at);
      if (at === home || path.dirname(at) === at) break;
      if (holdsManifest(at) || existsSync(path.join(at, '.git'))) {
        root = at;
        break;
      }
    }
    for (const at of passed) known.set(at, root);
    return root;
  };
  return {
    rootOf: (file, fallback) => find(path.dirname(file)) ?? fallback,
    clear: () => known.clear(),
  };
}

function holdsManifest(folder: string): boolean {
  try {
    return readdirSync(folder).some(isManifest);
  } catch {
    // A folder that vanished or cannot be read has no usable manifest.
    return false;
  }
}
