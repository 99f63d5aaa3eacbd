/** Address of one of the client's commands. Only for clients that declare support of links to this extension's commands. */
export function commandUri(command: string, ...args: readonly string[]): string {
  // Parentheses would end a link of Markdown.
  return `command:${command}?${encodeURIComponent(JSON.stringify(args)).replace(/[()]/g, (sign) => (sign === '(' ? '%28' : '%29'))}`;
}
