import type { SwitchContent } from './language.ts';

/** Writes a chain of `if`s as a `switch`. */
export function writeSwitch({ subject, arms, otherwise, indent, unit }: SwitchContent, newline: string): string {
  const inner = indent + unit;
  const block = (body: string, leaves: boolean): string => {
    const statements = body.startsWith('{') ? body.slice(1, -1).replace(/^[ \t]*\r?\n|\s+$/g, '') : `${inner}${body.trim()}`;
    // The chain's bodies are one step to the left of the bodies of arms.
    const moved = statements.split(/\r?\n/).map((line) => (line.trim() === '' ? '' : unit + line));
    return ['{', ...moved, ...(leaves ? [] : [`${inner}${unit}break;`]), `${inner}}`].join(newline);
  };
  const cases = arms.map(
    ({ labels, body, leaves }) => labels.map((label) => `${inner}case ${label}:`).join(newline) + ` ${block(body, leaves)}`,
  );
  const fallback = otherwise === undefined ? [] : [`${inner}default: ${block(otherwise, true)}`];
  return [`switch (${subject}) {`, ...cases, ...fallback, `${indent}}`].join(newline);
}
