import { endsWithEscape } from '../logs/escapes.ts';

const longestText = 64_000;
const mostCodes = 20;
// The name is found by its last word, whose letters are rare, and read backwards from.
const field = /(?:[Cc]ode|CODE)["'\\]{0,4}\s{0,2}(?:=>|[:=])\s{0,2}["'\\]{0,4}([A-Za-z][A-Za-z0-9_-]{2,63})(?![\w.:/@-])/g;
const longestBefore = 48;

/** How error codes are written: `SCREAMING_SNAKE`, `snake_case`, `kebab-case`, `PascalCase`, `E1001`, `ECONNRESET`. */
const shapes = [
  /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/,
  /^[a-z][a-z0-9]*(?:_[a-z0-9]+)+$/,
  /^[a-z][a-z0-9]*(?:-[a-z0-9]+)+$/,
  /^(?:[A-Z][a-z0-9]+){2,}$/,
  /^[A-Z]{1,6}-?\d{2,6}$/,
  /^E[A-Z]{4,}$/,
];

/** The values of fields named `code`, `error_code` and the like that look like error codes, each once, at most 20. */
export function findCodeFields(text: string): readonly string[] {
  const head = text.slice(0, longestText);
  field.lastIndex = 0;
  // Most records have no such field.
  if (!field.test(head)) return [];
  const found = new Set<string>();
  // matchAll would make a copy of the pattern for every record.
  field.lastIndex = 0;
  for (let match = field.exec(head); match; match = field.exec(head)) {
    const [, code] = match;
    if (
      code !== undefined &&
      isWholeName(head.slice(Math.max(0, match.index - longestBefore), match.index)) &&
      shapes.some((shape) => shape.test(code))
    )
      found.add(code);
    if (found.size >= mostCodes) break;
  }
  return [...found];
}

/** Whether `code`, or `error_code` and the like, is all of a name, and not the end of `postcode`. */
function isWholeName(before: string): boolean {
  return [before, before.replace(/[Ee]rr(?:or)?[_.-]?$/, '')].some((rest) => !/[A-Za-z_-]$/.test(rest) || endsWithEscape(rest));
}
