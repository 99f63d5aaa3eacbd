import { readAddress } from './engineSettings.ts';

/**
 * The variable of the environment that has credentials: on each line an address, a space and the `Authorization` header for it.
 * They are sent only to that address, even if a file gives an engine the same name.
 */
export const credentialsVariable = 'API_ERROR_CODES_CREDENTIALS';

/**
 * The headers by address.
 * @param value of {@link credentialsVariable}
 * @param onWrong gets the number of a line without an address and a header, from 1
 */
export function readCredentials(value: string | undefined, onWrong: (line: number) => void): ReadonlyMap<string, string> {
  const headers = new Map<string, string>();
  for (const [index, line] of (value ?? '').split(/\r?\n/).entries()) {
    const [, given, header] = /^\s*(\S+)\s+(\S.*?)\s*$/.exec(line) ?? [];
    const address = readAddress(given);
    if (address !== undefined && header !== undefined) headers.set(address, header);
    else if (line.trim() !== '') onWrong(index + 1);
  }
  return headers;
}
