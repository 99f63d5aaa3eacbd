/** Control characters of a log or of a file's name must not reach the terminal. */
export function printable(text: string): string {
  return text.replace(/[\u0000-\u0008\u000a-\u001f\u007f-\u009f]/g, '\uFFFD').replace(/\t/g, ' ');
}
