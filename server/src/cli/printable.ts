import { showUnseen } from '../shared/showUnseen.ts';

/**
 * Text of a log, or a file's name, for a terminal: control characters must not reach it. Characters that turn the direction
 * of text around, or take no room, are shown by their numbers.
 */
export function printable(text: string): string {
  return showUnseen(text.replace(/[\u0000-\u0008\u000a-\u001f\u007f-\u009f]/g, '\uFFFD').replace(/\t/g, ' '));
}
