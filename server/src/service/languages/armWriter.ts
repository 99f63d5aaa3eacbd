import type { Insertion } from './insertion.ts';
import type { ArmWriter, NewCode } from './language.ts';
import type { TextForms } from './textForms.ts';
import { conditionFor, groupCodes, labelFor, notHandled, quoteWith } from './writing.ts';

/** How the arms of one form of switch are written. */
export interface ArmStyle {
  /** The head of an arm: `case "A", "B":`, `"A" =>`. */
  head(labels: readonly string[]): string;
  /** Opens the arm for all other codes: `default:`. */
  readonly otherwise: string;
  /** Several labels have heads of their own, one above the other. */
  readonly stacked?: boolean;
  /** Remarks of stacked labels are written behind them. */
  readonly remarksBehind?: boolean;
  /** The body follows its head on the same line unless the neighbours have braces. */
  readonly beside?: boolean;
  /** Bodies are expressions, with this sign between arms. */
  readonly separator?: ',';
  /** A line that ends an arm: `;;`. */
  readonly end?: string;
  /** A line that ends an arm, as far to the left as its head: `})`. */
  readonly closes?: string;
  /** The arm before the new ones lacks its end. */
  readonly isUnended?: boolean;
}

/** How the branches of one form of chain are written. */
export interface BranchStyle {
  first(condition: string): string;
  next(condition: string): string;
  readonly otherwise: string;
  /** The closing bracket of a branch; each next one then follows it as the neighbours have it, else on a line of its own. */
  readonly close: '}' | '';
  /** The end of an early return where no bracket ends it: `end`. */
  readonly end?: string;
  /** The body follows its head on the same line. */
  readonly beside?: boolean;
}

/** Writes an entry of a table, from the code and its parts as a key. */
export type WriteEntry = (label: string, value: string, code: NewCode, insertion: Insertion) => string;

/** The differences between the languages whose templates `createArmWriter` makes. */
export interface ArmForms {
  /** Opens a comment; `//` where it is not given. */
  readonly comment?: string;
  /** An expression that fails loudly, or lines of statements; the message is a literal. */
  raise(message: string, insertion: Insertion): string;
  /** The same for a code that only the subject names. */
  raiseUnexpected(insertion: Insertion): string;
  /** Ends a statement; absent: its line does. */
  readonly terminator?: ';';
  /** A condition on the subject, for sites without one to copy; absent: `subject == label`. */
  compare?(subject: string, label: string): string;
  /** How an arm or condition names its code; absent: as its neighbours do, or by a string. */
  label?(code: string, insertion: Insertion): string;
  readonly arms: Readonly<Record<string, ArmStyle>>;
  /** By form; `chain` also writes early returns. */
  readonly branches: Readonly<Record<string, BranchStyle>> & { readonly chain: BranchStyle };
  /** An entry of a table, by its form. */
  readonly entries?: Readonly<Record<string, WriteEntry>>;
  /** A function as a table's value; the body is indented already. Absent where functions are no values. */
  handler?(body: string, indent: string, newline: string): string;
}

/** Branches as `if (…) { … } else if (…) { … } else { … }`. */
export const bracedBranches: BranchStyle = {
  first: (condition) => `if (${condition}) {`,
  next: (condition) => `else if (${condition}) {`,
  otherwise: 'else {',
  close: '}',
};

/** Conditions as the cases of a switch. */
export const caseBranches: BranchStyle = {
  first: (condition) => `case ${condition}:`,
  next: (condition) => `case ${condition}:`,
  otherwise: 'default:',
  close: '',
};

/** Clauses that take errors by a filter: the condition comes with the head of its clause. */
export const filteredClauses: BranchStyle = {
  first: (condition) => `${condition} {`,
  next: (condition) => `${condition} {`,
  otherwise: 'catch {',
  close: '}',
};

/** Branches as `if … { … } else if … { … } else { … }`. */
export const plainBranches: BranchStyle = {
  ...bracedBranches,
  first: (condition) => `if ${condition} {`,
  next: (condition) => `else if ${condition} {`,
};

/** Templates: arms with or without braces or as expressions, branches, tables of strings or functions. */
export function createArmWriter(text: TextForms, forms: ArmForms): ArmWriter {
  const quote = quoteWith(text);
  const { terminator = '', handler, comment: opener = '//', entries = {} } = forms;
  const labelOf = forms.label ?? ((code: string, insertion: Insertion): string => labelFor(code, insertion, quote));
  const headOf = (form: string, label: string): string => forms.arms[form]?.head([label]) ?? '';
  const raise = (codes: readonly NewCode[], insertion: Insertion): string =>
    forms.raise(quote(notHandled(codes), insertion.quote), insertion);
  const remarks = (codes: readonly NewCode[], indent: string): string[] =>
    codes.map(({ comment }) => `${indent}${opener} ${comment}`);
  const statements = (text: string, indent: string): string[] =>
    text.split('\n').map((statement) => `${indent}${statement}${terminator}`);
  const ending = ({ end }: ArmStyle, { indent, unit }: Insertion): string[] => (end === undefined ? [] : [indent + unit + end]);

  const writeArm = (codes: readonly NewCode[], style: ArmStyle, insertion: Insertion): string[] => {
    const { indent, unit, braces } = insertion;
    const labels = codes.map(({ code }) => labelOf(code, insertion));
    const body = raise(codes, insertion);
    if (style.beside && (!braces || style.separator !== undefined))
      return [
        ...remarks(codes, indent),
        `${indent}${style.head(labels)} ${body}${style.separator === undefined ? terminator : ''}`,
      ];
    const open = braces && style.closes === undefined ? ' {' : '';
    const behind = style.remarksBehind && codes.length > 1;
    const heads = style.stacked ? labels.map((label) => style.head([label])) : [style.head(labels)];
    return [
      ...heads.map(
        (head, index) =>
          indent + head + (index === heads.length - 1 ? open : '') + (behind ? ` ${opener} ${codes[index]?.comment}` : ''),
      ),
      ...(behind ? [] : remarks(codes, indent + unit)),
      ...statements(body, indent + unit),
      ...ending(style, insertion),
      ...(braces && style.closes === undefined ? [`${indent}}`] : []),
      ...(style.closes === undefined ? [] : [indent + style.closes]),
    ];
  };

  const writeBranch = (code: NewCode, insertion: Insertion, branch: BranchStyle): string[] => {
    const { indent, unit, form } = insertion;
    const condition = conditionFor(labelOf(code.code, insertion), insertion, forms.compare);
    const head = form === 'early' ? branch.first(condition) : branch.next(condition);
    const close = form === 'early' ? (branch.end ?? branch.close) : branch.close;
    if (branch.beside) return [...remarks([code], ''), `${indent}${head} ${raise([code], insertion)}`];
    return [
      head,
      ...remarks([code], indent + unit),
      ...statements(raise([code], insertion), indent + unit),
      ...(close === '' ? [] : [indent + close]),
    ];
  };

  const writeTableEntry = (code: NewCode, entry: WriteEntry, insertion: Insertion, newline: string): string => {
    const { indent, unit, values } = insertion;
    const body = [...remarks([code], indent + unit), ...statements(raise([code], insertion), indent + unit)];
    const value =
      values === 'string' || !handler ? quote(code.cause, insertion.quote) : handler(body.join(newline), indent, newline);
    return entry(labelFor(code.code, insertion, quote), value, code, insertion);
  };

  /** Puts the opening braces where the neighbours have them. */
  const place = (text: string, { bracesBelow, indent }: Insertion, newline: string): string => {
    const opens = (line: string): boolean => line.endsWith(' {') && !line.trimStart().startsWith(opener);
    const lines = text.split(newline);
    return bracesBelow
      ? lines.map((line) => (opens(line) ? `${line.slice(0, -2)}${newline}${indent}{` : line)).join(newline)
      : text;
  };

  const writer: ArmWriter = {
    writesHandlers: handler !== undefined,
    writeBody: (codes, insertion, indent) => [...remarks(codes, indent), ...statements(raise(codes, insertion), indent)],
    headOf,
    writeArmHead: (code, insertion) => headOf(insertion.form, labelOf(code, insertion)),
    writeArms(codes, insertion, newline) {
      const { form, before, after, indent } = insertion;
      const style = forms.arms[form];
      if (style) {
        const arms = groupCodes(codes, insertion).map((group) => writeArm(group, style, insertion).join(newline));
        const ended = style.isUnended ? [...ending(style, insertion), ''].join(newline) : '';
        return before + ended + arms.join((style.separator ?? '') + newline) + after;
      }
      const branch = form === 'early' ? forms.branches.chain : forms.branches[form];
      if (branch) {
        const gap = form === 'early' || branch.close === '' ? newline + indent : before;
        return codes.map((code) => gap + writeBranch(code, insertion, branch).join(newline)).join('');
      }
      const entry = entries[form];
      if (!entry) return '';
      const written = codes.map((code) => writeTableEntry(code, entry, insertion, newline));
      return before + written.join(insertion.inline ? ', ' : `,${newline}${indent}`) + after;
    },
    writeOtherwise(insertion, newline) {
      const { otherwise, form, indent, unit, braces } = insertion;
      if (!otherwise) return '';
      const raised = forms.raiseUnexpected(insertion);
      const style = forms.arms[form];
      const branch = forms.branches[form];
      if (branch) {
        const gap = branch.close === '' ? newline + indent : otherwise.before;
        const lines = branch.beside
          ? [`${branch.otherwise} ${raised}`]
          : [branch.otherwise, ...statements(raised, indent + unit)];
        return gap + [...lines, ...(branch.close === '' ? [] : [indent + branch.close])].join(newline) + otherwise.after;
      }
      if (!style) return '';
      if (style.beside && (!braces || style.separator !== undefined)) {
        const end = style.separator === undefined ? terminator : '';
        return `${otherwise.before}${indent}${style.otherwise} ${raised}${end}${otherwise.after}`;
      }
      const lines = [
        ...(style.isUnended ? ending(style, insertion) : []),
        `${indent}${style.otherwise}${braces ? ' {' : ''}`,
        ...statements(raised, indent + unit),
        ...ending(style, insertion),
      ];
      return otherwise.before + [...lines, ...(braces ? [`${indent}}`] : [])].join(newline) + otherwise.after;
    },
  };
  return {
    ...writer,
    writeArms: (codes, insertion, newline) => place(writer.writeArms(codes, insertion, newline), insertion, newline),
    writeOtherwise: (insertion, newline) => place(writer.writeOtherwise(insertion, newline), insertion, newline),
  };
}
