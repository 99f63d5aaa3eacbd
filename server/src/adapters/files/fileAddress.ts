import { URI } from 'vscode-uri';

/** A file's address as VS Code spells it: the same for every spelling of the path's drive. */
export function addressOf(file: string): string {
  return URI.file(file).toString();
}

/**
 * The path of a file's address, its drive in capitals as Windows itself says it. Undefined for other addresses, for a file of
 * another host where the system has no paths for those, and for what is no address at all: a client may send anything.
 */
export function fileOf(address: string): string | undefined {
  if (!address.startsWith('file:')) return undefined;
  const uri = parseAddress(address);
  if (!uri || (uri.authority !== '' && process.platform !== 'win32')) return undefined;
  return uri.fsPath.replace(/^[a-z]:/, (drive) => drive.toUpperCase());
}

function parseAddress(address: string): URI | undefined {
  try {
    return URI.parse(address);
  } catch {
    // `file:////server/share`: two slashes begin a path only after a host (RFC 3986, section 3.3).
    return undefined;
  }
}
