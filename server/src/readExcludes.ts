import type { ClientCapabilities, Connection } from 'vscode-languageserver';

/** What the editor leaves out of searches, as globs. None where the client does not tell. */
export async function readExcludes(
  connection: Connection,
  capabilities: ClientCapabilities,
  folder: string,
): Promise<readonly string[]> {
  if (capabilities.workspace?.configuration !== true) return [];
  const sections: unknown = await connection.workspace
    .getConfiguration([
      { scopeUri: folder, section: 'files.exclude' },
      { scopeUri: folder, section: 'search.exclude' },
    ])
    // A client that does not answer has left nothing out.
    .catch(() => []);
  return (Array.isArray(sections) ? sections : []).flatMap((section: unknown) =>
    typeof section === 'object' && section !== null
      ? Object.entries(section).flatMap(([glob, on]) => (on === true ? [glob] : []))
      : [],
  );
}
