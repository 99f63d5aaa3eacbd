import { type Insertion, labelHole } from '../types.ts';
import type { ArmWriter, NewCode } from './language.ts';

/** What differs between the languages that write blocks in braces and arms as `case LABEL:`. */
export interface BraceForms {
  /** A statement that fails loudly. */
  raise(message: string, quote: string): string;
  /** The same for a code that only the subject names. */
  raiseUnexpected(subject: string): string;
  quote(text: string, quote: string): string;
  /** A condition on the subject, for sites that show none to copy. */
  compare(subject: string, label: string): string;
  /** A table key out of a quoted string, a bare word or a constant. */
  key(label: string): string;
  /** A function expression; the body is indented already. */
  handler(body: string, indent: string, newline: string): string;
}

/** Templates for `switch`, `if … else if`, early returns and table literals. */
export function createBraceWriter(forms: BraceForms): ArmWriter {
  const labelOf = (code: string, { constants, quote }: Insertion): string => constants.get(code) ?? forms.quote(code, quote);
  const body = (codes: readonly NewCode[], { quote }: Insertion, indent: string, newline: string): string => {
    const names = codes.map(({ code }) => code);
    const message = `${names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`} is not handled yet`;
    const comments = codes.length === 1 ? codes.map(({ comment }) => `${indent}// ${comment}${newline}`) : [];
    return `${comments.join('')}${indent}${forms.raise(message, quote)}`;
  };

  const writeCases = (codes: readonly NewCode[], insertion: Insertion, newline: string): string => {
    const { indent, unit } = insertion;
    const open = insertion.braces ? ' {' : '';
    const close = insertion.braces ? `${newline}${indent}}` : '';
    if (insertion.grouped && codes.length > 1) {
      const labels = codes.map(
        (code, index) =>
          `${indent}case ${labelOf(code.code, insertion)}:${index === codes.length - 1 ? open : ''} // ${code.comment}`,
      );
      return [...labels, `${body(codes, insertion, indent + unit, newline)}${close}`].join(newline);
    }
    return codes
      .map(
        (code) =>
          `${indent}case ${labelOf(code.code, insertion)}:${open}${newline}${body([code], insertion, indent + unit, newline)}${close}`,
      )
      .join(newline);
  };

  const writeBranch = (code: NewCode, insertion: Insertion, newline: string): string => {
    const { indent, unit, comparison, subject } = insertion;
    const label = labelOf(code.code, insertion);
    const condition = comparison === '' ? forms.compare(subject, label) : comparison.replace(labelHole, () => label);
    return `if (${condition}) {${newline}${body([code], insertion, indent + unit, newline)}${newline}${indent}}`;
  };

  const writeEntry = (code: NewCode, insertion: Insertion, newline: string): string => {
    const { indent, unit, bareKeys, quote, values, form } = insertion;
    const constant = insertion.constants.get(code.code);
    const quoted = forms.quote(code.code, quote);
    const label = constant ?? (bareKeys && /^[A-Za-z_]\w*$/.test(code.code) ? code.code : quoted);
    const value =
      values === 'string'
        ? forms.quote(code.cause, quote)
        : forms.handler(body([code], insertion, indent + unit, newline), indent, newline);
    if (form === 'map') return `[${constant ?? quoted}, ${value}]`;
    // Written as any other key it would be the object's prototype.
    return `${code.code === '__proto__' ? `[${quoted}]` : forms.key(label)}: ${value}`;
  };

  return {
    writeArms(codes, insertion, newline) {
      const { before, after, indent } = insertion;
      switch (insertion.form) {
        case 'chain':
          return codes.map((code) => `${before}else ${writeBranch(code, insertion, newline)}`).join('') + after;
        case 'early':
          return codes.map((code) => `${newline}${indent}${writeBranch(code, insertion, newline)}`).join('');
        case 'switch':
          return `${before}${writeCases(codes, insertion, newline)}${after}`;
        default: {
          const separator = insertion.inline ? ', ' : `,${newline}${indent}`;
          return `${before}${codes.map((code) => writeEntry(code, insertion, newline)).join(separator)}${after}`;
        }
      }
    },
    writeOtherwise(insertion, newline) {
      const { otherwise, indent, unit, braces, subject, form } = insertion;
      if (otherwise === undefined) return '';
      const raise = forms.raiseUnexpected(subject);
      if (form === 'chain')
        return `${otherwise.before}else {${newline}${indent}${unit}${raise}${newline}${indent}}${otherwise.after}`;
      const lines = braces
        ? [`${indent}default: {`, `${indent}${unit}${raise}`, `${indent}}`]
        : [`${indent}default:`, `${indent}${unit}${raise}`];
      return `${otherwise.before}${lines.join(newline)}${otherwise.after}`;
    },
    writesHandlers: true,
    writeArmHead: (code, insertion) => `case ${labelOf(code, insertion)}:`,
    writeSwitch({ subject, arms, otherwise, indent, unit }, newline) {
      const inner = indent + unit;
      const block = (body: string, leaves: boolean): string => {
        const statements = body.startsWith('{') ? body.slice(1, -1).replace(/^[ \t]*\r?\n|\s+$/g, '') : `${inner}${body.trim()}`;
        // The chain's bodies stand one step to the left of where arms have theirs.
        const moved = statements.split(/\r?\n/).map((line) => (line.trim() === '' ? '' : unit + line));
        return ['{', ...moved, ...(leaves ? [] : [`${inner}${unit}break;`]), `${inner}}`].join(newline);
      };
      const cases = arms.map(
        ({ labels, body, leaves }) => labels.map((label) => `${inner}case ${label}:`).join(newline) + ` ${block(body, leaves)}`,
      );
      const fallback = otherwise === undefined ? [] : [`${inner}default: ${block(otherwise, true)}`];
      return [`switch (${subject}) {`, ...cases, ...fallback, `${indent}}`].join(newline);
    },
  };
}
