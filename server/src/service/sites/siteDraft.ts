import type { Node } from 'web-tree-sitter';
import type { BranchReading, CatchReading, SwitchReading, TableReading } from '../languages/reading/readings.ts';
import type { HandlingSite } from '../types.ts';

/** The source of a site. Valid only as long as the tree lives: never keep it beyond one request. */
export type SiteReading =
  | { readonly kind: 'switch'; readonly reading: SwitchReading }
  | { readonly kind: 'chain'; readonly branches: readonly BranchReading[]; readonly early: boolean }
  | { readonly kind: 'table'; readonly reading: TableReading }
  | { readonly kind: 'catch'; readonly reading: CatchReading };

/** A handling site and where it was read. */
export interface SiteDraft {
  readonly site: HandlingSite;
  readonly node: Node;
  readonly source: SiteReading;
}
