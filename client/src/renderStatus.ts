/** A sentence for a page that has nothing else to show yet; screen readers read it. Its text is not read as HTML. */
export function renderStatus(text: string): string {
  const escaped = text.replace(/[&<]/g, (character) => (character === '&' ? '&amp;' : '&lt;'));
  return `<p role="status">${escaped}</p>`;
}
