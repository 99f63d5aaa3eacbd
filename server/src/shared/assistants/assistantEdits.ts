/** An edit, with places counted from 0. */
export interface PlacedEdit {
  readonly start: Place;
  readonly end: Place;
  readonly text: string;
}

interface Place {
  readonly line: number;
  /** In UTF-16 code units. */
  readonly character: number;
}

/** A fix for an assistant: its title and its edits, with lines and columns from 1 in the text as it was before all of them. */
export function describeFix(title: string, edits: readonly PlacedEdit[]): string {
  const at = ({ line, character }: Place): string => `${line + 1}:${character + 1}`;
  const described = edits.map(({ start, end, text }) => {
    const [from, to] = [at(start), at(end)];
    if (text === '') return `Delete ${from} to ${to}.`;
    return `${from === to ? `At ${from} insert` : `Replace ${from} to ${to} with`}:\n${fence(text)}`;
  });
  return [`Fix: ${title}`, ...described].join('\n');
}

/** Whether the edits of a fix only silence a finding by a comment. */
export function onlySilences(edits: readonly Pick<PlacedEdit, 'text'>[]): boolean {
  return edits.some(({ text }) => /error-codes:/.test(text));
}

/** A block of code that no line of the text can end. */
function fence(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const ticks = '`'.repeat(longest + 1);
  return `${ticks}\n${text}${text.endsWith('\n') ? '' : '\n'}${ticks}`;
}
