import { URI } from 'vscode-uri';

/** A file's address as VS Code spells it: the same for every spelling of the path's drive. */
export function addressOf(file: string): string {
  return URI.file(file).toString();
}

/**
 * The path of a file's address, with its drive in capitals as Windows itself writes it. Undefined for addresses of other
 * schemes, and for a file of another host where the system has no paths for those. Also undefined for texts that are not
 * addresses: a client may send anything.
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
