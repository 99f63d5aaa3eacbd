import { showUnseen } from '../../shared/showUnseen.ts';

// Only the colours of a text, no other commands to a terminal.
const colour = /\u001b\[[\d;]*m/;

/**
 * One line for a terminal and for the log of a CI job. Invisible characters and line breaks are shown, and a CI server finds no
 * command in it.
 */
export function renderLine(text: string): string {
  return withoutCommands(showUnseen(text.replace(/\r\n|[\n\r]/g, '\u240a')));
}

/** The same for several lines. Colours stay where `hasColours` marks them as our own. */
export function renderLines(text: string, hasColours = false): string {
  const parts = hasColours ? text.split(new RegExp(`(${colour.source})`)) : [text];
  return parts
    .map((part, index) =>
      index % 2 === 1 ? part : withoutCommands(showUnseen(part.replaceAll('\r\n', '\n').replaceAll('\r', '\u240d'))),
    )
    .join('');
}

/** GitHub reads `::name::` at a line's beginning, blanks before it or not, and `##[name]` anywhere. */
function withoutCommands(text: string): string {
  return text.replace(/^([^\S\n]*):(?=:)/gm, '$1: ').replace(/##(?=\[)/g, '# #');
}
