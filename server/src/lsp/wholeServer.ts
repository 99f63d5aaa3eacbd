import type { WorkspaceMentions } from './folders/workspaceMentions.ts';
import type { Workspace } from './folders/workspace.ts';
import type { Recognisers } from './recognisers.ts';
import type { ServerParts } from './serverParts.ts';
import type { ShownCatalogues } from './shownCatalogues.ts';

/** All that a handler of requests answers with. */
export interface WholeServer extends ServerParts {
  readonly workspace: Workspace;
  readonly mentions: WorkspaceMentions;
  readonly recognisers: Recognisers;
  readonly shownCatalogues: ShownCatalogues;
}
