import { showUnseen } from '../shared/showUnseen.ts';

/**
 * Text of a log, or a file's name, for a terminal: control characters must not reach it, and what turns the direction of text
 * around, or takes no room, is shown by its number.
 */
export function printable(text: string): string {
  return showUnseen(text.replace(/[\u0000-\u0008\u000a-\u001f\u007f-\u009f]/g, '\uFFFD').replace(/\t/g, ' '));
}
