import type { ClientCapabilities } from 'vscode-languageserver';
import type { ClientRequests } from './clientRequests.ts';

/** What the editor leaves out of searches, as globs. None where the client does not tell. */
export async function readExcludes(
  client: ClientRequests,
  capabilities: ClientCapabilities,
  folder: string,
): Promise<readonly string[]> {
  if (capabilities.workspace?.configuration !== true) return [];
  const sections = await client.configuration([
    { scopeUri: folder, section: 'files.exclude' },
    { scopeUri: folder, section: 'search.exclude' },
  ]);
  // A client that does not answer has left nothing out.
  return (sections ?? []).flatMap((section: unknown) =>
    typeof section === 'object' && section !== null
      ? Object.entries(section).flatMap(([glob, on]) => (on === true ? [glob] : []))
      : [],
  );
}
