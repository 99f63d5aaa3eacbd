import { readFile, stat } from 'node:fs/promises';

/** See `Host.readSource`. */
export async function readSource(file: string, limit: number): Promise<string | undefined> {
  try {
    const about = await stat(file);
    if (!about.isFile() || about.size > limit) return undefined;
    const bytes = await readFile(file);
    return bytes.includes(0) ? undefined : bytes.toString('utf8').replace(/^\ufeff/, '');
  } catch {
    // It went away, or may not be read: then it says nothing.
    return undefined;
  }
}
