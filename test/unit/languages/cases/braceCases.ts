import type { LanguageCases } from '../languageCases.ts';

const comment = '// 402: Smart Balance is paused because the automatic top-up payment could not be processed';
const only = '// error-codes: only billing, GENERATION_TIMEOUT';
const missing = 'SMART_BALANCE_PAYMENT_FAILED';

/** The documented cause of the missing code, as tables get it. */
const cause = 'Smart Balance is paused because the automatic top-up payment could not be processed';

/** How a language with `case` labels and braces writes what all such languages have. */
export interface BraceDialect {
  readonly id: string;
  readonly languageId: string;
  readonly quote: string;
  /** Around the statements of a function. */
  readonly open: string;
  readonly close: string;
  /** White space before the function's statements. */
  readonly indent: string;
  /** The indentation of the labels of a switch; four spaces are a step. */
  readonly step: string;
  readonly subject: string;
  /** The subject in another spelling that means the same. */
  readonly sameSubject: string;
  /** Ends a statement. */
  readonly end: string;
  /** `else if`, unless it is one word. */
  readonly elseIf?: string;
  /** Opens an `if` or `switch`. */
  head(keyword: 'if' | 'switch', condition: string): string;
  equals(subject: string, label: string): string;
  raise(message: string): string;
  readonly raiseUnexpected: string;
  readonly statusIs402: string;
  readonly statusIsPaymentRequired: string | undefined;
  /** A declaration of a table with these entries, and how one entry is written. */
  table(entries: readonly string[]): string;
  entry(label: string, value: string): string;
  readonly constants: string;
  readonly partial: string;
}

/** The cases that follow from a dialect. */
export function braceCases(dialect: BraceDialect): LanguageCases {
  const { id, languageId, quote, subject, end, head, equals, step } = dialect;
  const quoted = (code: string): string => quote + code + quote;
  const inFunction = (...lines: readonly string[]): string =>
    dialect.open + lines.map((line) => `${dialect.indent}${line}\n`).join('') + dialect.close;
  const inSwitch = (on: string, ...lines: readonly string[]): string[] => [
    head('switch', on),
    ...lines.map((line) => step + line),
    '}',
  ];
  const arm = (code: string, ...body: readonly string[]): string[] => [
    `case ${quoted(code)}:`,
    ...body.map((line) => `    ${line}`),
  ];
  const raise = dialect.raise(quoted(`${missing} is not handled yet`)) + end;
  const credits = arm('INSUFFICIENT_CREDITS', `return 1${end}`);
  const timeout = arm('GENERATION_TIMEOUT', `return 2${end}`);
  const added = arm(missing, comment, raise);
  const branch = (code: string, ...body: readonly string[]): string[] => [
    head('if', equals(subject, quoted(code))),
    ...body.map((line) => `    ${line}`),
    '}',
  ];
  const chain = (...branches: readonly (readonly string[])[]): string =>
    branches
      .map((lines) => lines.join('\n'))
      .join(' else ')
      .replaceAll('else if', dialect.elseIf ?? 'else if')
      .replaceAll('\n', `\n${dialect.indent}`);
  const entry = (code: string, text: string): string => dialect.entry(quoted(code), quoted(text));
  const entries = [entry('INSUFFICIENT_CREDITS', 'a'), entry('GENERATION_TIMEOUT', 'b')];
  const invalid = arm('INVALID_STYLE', `return 1${end}`);
  const first = inSwitch(subject, ...credits);
  return {
    id,
    languageId,
    switch: {
      before: inFunction(only, ...inSwitch(subject, ...credits, ...timeout)),
      after: inFunction(only, ...inSwitch(subject, ...credits, ...timeout, ...added)),
    },
    switchWithDefault: {
      before: inFunction(only, ...inSwitch(subject, ...credits, ...timeout, 'default:', `    return 3${end}`)),
      after: inFunction(only, ...inSwitch(subject, ...credits, ...timeout, ...added, 'default:', `    return 3${end}`)),
    },
    chain: {
      before: inFunction(only, chain(branch('INSUFFICIENT_CREDITS', `a()${end}`), branch('GENERATION_TIMEOUT', `b()${end}`))),
      after: inFunction(
        only,
        chain(
          branch('INSUFFICIENT_CREDITS', `a()${end}`),
          branch('GENERATION_TIMEOUT', `b()${end}`),
          branch(missing, comment, raise),
        ),
      ),
    },
    earlyReturns: {
      before: inFunction(
        only,
        ...branch('INSUFFICIENT_CREDITS', `return 1${end}`),
        ...branch('GENERATION_TIMEOUT', `return 2${end}`),
        `return 3${end}`,
      ),
      after: inFunction(
        only,
        ...branch('INSUFFICIENT_CREDITS', `return 1${end}`),
        ...branch('GENERATION_TIMEOUT', `return 2${end}`),
        ...branch(missing, comment, raise),
        `return 3${end}`,
      ),
    },
    table: {
      before: dialect.table(entries).replace('%', only),
      after: dialect.table([...entries, entry(missing, cause)]).replace('%', only),
    },
    otherwise: {
      before: inFunction(...first),
      after: inFunction(...inSwitch(subject, ...credits, 'default:', `    ${dialect.raiseUnexpected}${end}`)),
    },
    narrowedByStatus: inFunction(head('if', dialect.statusIs402), ...first.map((line) => `    ${line}`), '}'),
    narrowedByConstant:
      dialect.statusIsPaymentRequired === undefined
        ? { without: 'The standard library names no statuses.' }
        : inFunction(head('if', dialect.statusIsPaymentRequired), ...first.map((line) => `    ${line}`), '}'),
    narrowedByBranch: inFunction(
      head('if', equals(dialect.sameSubject, quoted(missing))),
      `    return 1${end}`,
      '}',
      '// error-codes: only billing',
      ...first,
    ),
    constants: dialect.constants.replace('%', only),
    duplicate: inFunction(...inSwitch(subject, ...credits, ...arm('INSUFFICIENT_CREDITS', `return 2${end}`))),
    partial: dialect.partial,
    lookAlike: inFunction(
      ...inSwitch('job.status', ...arm('CANCELLED', `return 1${end}`), ...arm('GENERATION_FAILED', `return 2${end}`)),
      ...inSwitch(
        subject,
        ...arm('NOT_FOUND', `return 1${end}`),
        ...arm('ALREADY_EXISTS', `return 2${end}`),
        ...arm('PERMISSION_DENIED', `return 3${end}`),
      ),
    ),
    completion: {
      before: inFunction(...inSwitch(subject, ...invalid, ...arm('⟦|⟧', `return 2${end}`))),
      after: inFunction(...inSwitch(subject, ...invalid, ...arm('CONFLICT', `return 2${end}`))),
    },
    halfTyped: {
      before: `${dialect.open}${dialect.indent}${head('switch', subject)}\n${dialect.indent}${step}case ${quote}CON⟦|⟧`,
      after: `${dialect.open}${dialect.indent}${head('switch', subject)}\n${dialect.indent}${step}case ${quote}CONFLICT${quote}:`,
    },
    armStart: {
      before: inFunction(...inSwitch(subject, ...invalid, '⟦|⟧')),
      label: `case ${quoted('CONFLICT')}:`,
      after: inFunction(...inSwitch(subject, ...invalid, `case ${quoted('CONFLICT')}:`)),
    },
  };
}
