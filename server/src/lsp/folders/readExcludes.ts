import type { ServerParts } from '../serverParts.ts';
import { isRecord } from '../../service/isRecord.ts';
import { keepGlobs } from '../../service/settings/keepGlobs.ts';

const names = ['files.exclude', 'search.exclude'];

/** The globs that the editor leaves out of searches. Empty where the client does not send them. @param say gets unusable globs */
export async function readExcludes(
  { client, session }: ServerParts,
  folder: string,
  say: (problem: string) => void,
): Promise<readonly string[]> {
  if (session.capabilities.workspace?.configuration !== true) return [];
  const sections = await client.configuration(names.map((section) => ({ scopeUri: folder, section })));
  // A client that does not answer leaves nothing out.
  return names.flatMap((name, index) => {
    const section: unknown = sections?.[index];
    const globs = isRecord(section) ? Object.entries(section).flatMap(([glob, on]) => (on === true ? [glob] : [])) : [];
    return keepGlobs(globs, (reason) => say(`${name} ${reason}.`));
  });
}
