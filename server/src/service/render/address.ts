/** An address as a person may see and follow it: of the web, and without a name and password in it. Undefined for any other. */
export function shownAddress(address: string): string | undefined {
  if (!/^https?:\/\/[^\s<>()"'`\\\u0000-\u0020\u007f-\u009f]+$/i.test(address)) return undefined;
  try {
    const url = new URL(address);
    if (url.username === '' && url.password === '') return address;
    url.username = '';
    url.password = '';
    return url.href;
  } catch {
    // No address of anything.
    return undefined;
  }
}
