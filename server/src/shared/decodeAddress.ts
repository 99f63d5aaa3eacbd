/** Removes the escapes of an address, or of a part of one. Returns it unchanged where it was not escaped as an address. */
export function decodeAddress(uri: string): string {
  if (!uri.includes('%')) return uri;
  try {
    return decodeURIComponent(uri);
  } catch {
    // A per cent sign of the name itself, as in `100%.ts`.
    return uri;
  }
}
