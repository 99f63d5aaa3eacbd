/** What an address, or a part of one, says without its escapes; as it is where it was not escaped as an address. */
export function decodeAddress(uri: string): string {
  if (!uri.includes('%')) return uri;
  try {
    return decodeURIComponent(uri);
  } catch {
    // A per cent sign of the name itself, as in `100%.ts`.
    return uri;
  }
}
