import type { Tree } from 'web-tree-sitter';
import { free } from './textParser.ts';

/** A tree that several read at once: it is freed when its owner has dropped it and its last reader is done. */
export interface HeldTree {
  readonly tree: Tree;
  /** Another reader, which calls `release` once. Not to be called when the tree may be gone. */
  hold(): void;
  release(): void;
  /** The owner is done with it. To be called once. */
  drop(): void;
}

/** Begins with its owner and no reader. */
export function createHeldTree(tree: Tree): HeldTree {
  let users = 1;
  const leave = (): void => {
    users -= 1;
    if (users === 0) free(tree);
  };
  return {
    tree,
    hold() {
      users += 1;
    },
    release: leave,
    drop: leave,
  };
}
