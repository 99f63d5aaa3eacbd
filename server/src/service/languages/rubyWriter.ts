import type { ArmWriter, NewCode } from './language.ts';
import { rubyText } from './textForms.ts';
import { conditionFor, groupCodes, labelFor, notHandled, quoteWith } from './writing.ts';

const quoteString = quoteWith(rubyText);

/** Templates for `case`, `if … elsif`, early returns and hashes. */
export const rubyWriter: ArmWriter = {
  writesHandlers: false,
  writeArmHead: (code, insertion) => `${insertion.form} ${labelFor(code, insertion, quoteString)}`,
  writeArms(codes, insertion, newline) {
    const { indent, unit, quote, before, after, form, inline } = insertion;
    const raise = (group: readonly NewCode[]): string =>
      `${indent}${unit}raise NotImplementedError, ${quoteString(notHandled(group), quote)}`;
    const body = (group: readonly NewCode[]): string =>
      [...group.map(({ comment }) => `${indent}${unit}# ${comment}`), raise(group)].join(newline);
    const labelOf = ({ code }: NewCode): string => labelFor(code, insertion, quoteString);
    if (form === 'when' || form === 'in') {
      const separator = form === 'when' ? ', ' : ' | ';
      const arms = groupCodes(codes, insertion).map(
        (group) => `${indent}${form} ${group.map(labelOf).join(separator)}${newline}${body(group)}`,
      );
      return before + arms.join(newline) + after;
    }
    if (form === 'hash' || form === 'symbols') {
      const entries = codes.map((code) => {
        const bare = /^[A-Za-z_]\w*$/.test(code.code) ? code.code : quoteString(code.code, quote);
        return `${form === 'hash' ? `${labelOf(code)} =>` : `${bare}:`} ${quoteString(code.cause, quote)}`;
      });
      return before + entries.join(inline ? ', ' : `,${newline}${indent}`) + after;
    }
    const compare = (subject: string, label: string): string => `${subject} == ${label}`;
    const head = (code: NewCode): string => conditionFor(labelOf(code), insertion, compare);
    return codes
      .map((code) =>
        form === 'early'
          ? `${newline}${indent}if ${head(code)}${newline}${body([code])}${newline}${indent}end`
          : `${newline}${indent}elsif ${head(code)}${newline}${body([code])}`,
      )
      .join('');
  },
  writeOtherwise({ otherwise, indent, unit, subject, form }, newline) {
    if (!otherwise) return '';
    const raise = `${indent}${unit}raise "Unexpected error code: #{${subject}}"`;
    return form === 'when' || form === 'in'
      ? `${otherwise.before}${indent}else${newline}${raise}${otherwise.after}`
      : `${newline}${indent}else${newline}${raise}`;
  },
};
