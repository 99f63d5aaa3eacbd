import type { Node } from 'web-tree-sitter';
import type { CodeType, Language } from '../languages/language.ts';
import type { SyntaxContext } from '../mentions/constants.ts';
import { type Insertion, type InsertionPoint, type Label, labelHole } from '../types.ts';
import { canBeLabel, constantsFor } from './labelNames.ts';
import { runsOn } from './narrowing.ts';
import type { SiteDraft } from './siteDraft.ts';

/** Where and how new arms for certain codes are written, and the types that have to grow with them. */
export interface InsertionPlan {
  readonly insertion: Insertion;
  readonly types: readonly { readonly offset: number; readonly text: string }[];
}

/** Plans new arms; undefined for a site whose form allows no correct arms. */
export function planInsertion(context: SyntaxContext, draft: SiteDraft, codes: readonly string[]): InsertionPlan | undefined {
  const types = context.language.readCodeTypes(context.root);
  const labels = draft.site.arms.flatMap((arm) => arm.labels);
  const growing = types.filter((type) => belongsTo(type, labels));
  // A code that can be no member's name cannot be handled there.
  const [first] = labels.flatMap(({ value }) => value ?? []);
  const isNamed = (type: CodeType): boolean => first !== undefined && type.reference(first) !== undefined;
  if (growing.some((type) => isNamed(type) && codes.some((code) => type.reference(code) === undefined))) return undefined;
  const base = {
    quote: quoteOf(context, labels),
    constants: constantsFor(context, labels, codes, growing),
    subject: draft.site.subject?.text ?? '',
    unit: unitOf(context.text),
    comparison: '',
    braces: false,
    bracesBelow: false,
    grouped: false,
    values: 'other',
    bareKeys: labels.some(({ form }) => form === 'key'),
    inline: false,
  } satisfies Partial<Insertion>;
  const insertion = describe(context, draft, base);
  if (draft.source.kind === 'switch' && !codes.every((code) => canBeLabel(code, base.constants, context.language)))
    return undefined;
  const { source } = draft;
  const room = source.kind === 'table' ? (source.reading.capacity ?? Infinity) - source.reading.entries.length : Infinity;
  if (!insertion || codes.length > room) return undefined;
  return {
    insertion,
    types: growing.flatMap((type) => {
      const added = codes.filter((code) => !type.codes.includes(code));
      return added.length > 0 ? [{ offset: type.offset, text: type.write(added) }] : [];
    }),
  };
}

type Base = Omit<Insertion, 'form' | 'offset' | 'before' | 'after' | 'indent' | 'otherwise'>;

function describe(context: SyntaxContext, draft: SiteDraft, base: Base): Insertion | undefined {
  const { source } = draft;
  switch (source.kind) {
    case 'switch':
      return describeSwitch(context, source.reading, base);
    case 'chain':
      return describeChain(context, draft, source, base);
    case 'table':
      return describeTable(context, source.reading, base);
  }
}

type SwitchSource = Extract<SiteDraft['source'], { kind: 'switch' }>['reading'];
type ChainSource = Extract<SiteDraft['source'], { kind: 'chain' }>;
type TableSource = Extract<SiteDraft['source'], { kind: 'table' }>['reading'];

function describeSwitch({ text, language }: SyntaxContext, reading: SwitchSource, base: Base): Insertion {
  const own = indentAt(text, reading.node.startIndex);
  const first = reading.arms[0]?.node ?? reading.otherwise;
  const indent = first && startsLine(text, first.startIndex) ? indentAt(text, first.startIndex) : own + base.unit;
  const bodies = reading.arms.filter(({ body }) => body.length > 0);
  const bodyStart = bodies[0]?.body[0]?.startIndex;
  const bodyIndent = bodyStart !== undefined && startsLine(text, bodyStart) ? indentAt(text, bodyStart) : undefined;
  const step =
    indent.length > own.length && indent.startsWith(own)
      ? indent.slice(own.length)
      : bodyIndent?.startsWith(indent) && bodyIndent.length > indent.length
        ? bodyIndent.slice(indent.length)
        : base.unit;
  const anchor = anchorOf(reading, language);
  const point = pointOfArm(text, language, reading, anchor, own);
  return {
    ...base,
    ...point,
    form: reading.form,
    indent,
    unit: step,
    bracesBelow: bodies.some(({ body: [first] }) => first !== undefined && isBraceBelow(text, first)),
    braces: bodies.length > 0 && bodies.filter(({ braces }) => braces).length * 2 > bodies.length,
    grouped: reading.fallsThrough
      ? reading.arms.length - bodies.length >= bodies.length && bodies.length > 0
      : reading.arms.filter(({ labels }) => labels.length > 1).length * 2 > reading.arms.length,
    ...(reading.otherwise === undefined ? { otherwise: point } : {}),
  };
}

function pointOfArm(text: string, language: Language, reading: SwitchSource, anchor: number, own: string): InsertionPoint {
  const newline = newlineOf(text);
  const last = reading.arms.at(-1)?.node;
  if (reading.separator !== undefined && anchor === reading.bodyEnd && last) {
    const { offset, comma } = afterEntry(text, language, last.endIndex, anchor);
    const alone = text.slice(offset, anchor).includes('\n');
    return { offset, before: (comma ? '' : ',') + newline, after: (comma ? ',' : '') + (alone ? '' : newline + own) };
  }
  if (!reading.closes && anchor === reading.bodyEnd)
    return { offset: text.slice(0, anchor).trimEnd().length, before: newline, after: '' };
  const point = pointAt(text, anchor, language.comment.line, own);
  return { ...point, after: (reading.separator ?? '') + point.after };
}

/** Before the default arm, or at the end; above arms that would otherwise run into the new ones. */
function anchorOf(reading: SwitchSource, language: Language): number {
  let anchor = reading.otherwise?.startIndex ?? reading.bodyEnd;
  const before = reading.arms.filter(({ node }) => node.startIndex < anchor);
  for (const arm of before.reverse()) {
    if (!runsOn(reading, arm, language)) break;
    anchor = arm.node.startIndex;
  }
  return anchor;
}

function describeChain(
  context: SyntaxContext,
  { node }: SiteDraft,
  { branches, early }: ChainSource,
  base: Base,
): Insertion | undefined {
  const { text } = context;
  const last = branches.at(-1);
  if (!last) return undefined;
  const indent = indentAt(text, node.startIndex);
  const comparison = [...branches]
    .reverse()
    .map((branch) => comparisonOf(context, branch.condition, base))
    .find((found) => found !== undefined);
  const shared = {
    ...base,
    indent,
    comparison: comparison ?? '',
    braces: last.braces,
    bracesBelow: isBraceBelow(text, last.consequence),
  };
  if (early) return { ...shared, form: 'early', offset: statementOf(last.node, node).endIndex, before: '', after: '' };
  const gaps = branches.map(
    ({ consequence }) =>
      /^([ \t]*(?:\r?\n[ \t]*)?)else(?:if)?\b/.exec(text.slice(consequence.endIndex, consequence.endIndex + 200))?.[1],
  );
  const gap = gaps.find((found) => found !== undefined) ?? (last.braces ? ' ' : `\n${indent}`);
  // Some grammars count the white space before the next branch to this one.
  const offset = text.slice(0, last.consequence.endIndex).trimEnd().length;
  const bottom = lastOf(branches);
  const point: InsertionPoint = { offset, before: gap, after: '' };
  return { ...shared, ...point, form: last.form, ...(bottom === undefined ? { otherwise: point } : {}) };
}

/** Whether a block opens on a line of its own. */
function isBraceBelow(text: string, { startIndex }: Node): boolean {
  return text.charAt(startIndex) === '{' && startsLine(text, startIndex);
}

/** The statement that a branch belongs to, beside a given one. */
function statementOf(branch: Node, beside: Node): Node {
  let statement = branch;
  while (statement.parent && statement.parent.id !== beside.parent?.id) statement = statement.parent;
  return statement;
}

function lastOf(branches: ChainSource['branches']): Node | undefined {
  return branches.at(-1)?.alternative;
}

/** A neighbour's condition with a hole for the label: only where it is one comparison with one quoted label. */
function comparisonOf({ text, language }: SyntaxContext, condition: Node, { quote }: Base): string | undefined {
  const reading = language.readCondition(condition);
  if (reading.kind !== 'compare' || reading.operator !== '==') return undefined;
  const label = [reading.right, reading.left].map((side) => language.readLabel(side)).find((found) => found?.form === 'string');
  if (!label || text.charAt(label.node.startIndex) !== quote) return undefined;
  return (
    text.slice(condition.startIndex, label.node.startIndex) + labelHole + text.slice(label.node.endIndex, condition.endIndex)
  );
}

function describeTable(context: SyntaxContext, reading: TableSource, base: Base): Insertion | undefined {
  const { text, language } = context;
  const last = reading.entries.at(-1);
  if (!last) return undefined;
  const values = valuesOf(context, reading);
  if (values === 'other') return undefined;
  const inline = !text.slice(reading.node.startIndex, reading.node.endIndex).includes('\n');
  const indent = startsLine(text, last.node.startIndex)
    ? indentAt(text, last.node.startIndex)
    : indentAt(text, reading.node.startIndex) + base.unit;
  const newline = newlineOf(text);
  const shared = {
    ...base,
    form: reading.form,
    indent,
    inline,
    values,
  };
  if (reading.separator === '') {
    const end = text.slice(0, last.node.endIndex).replace(/[;\s]+$/, '').length;
    return { ...shared, offset: end, before: inline ? '; ' : newline + indent, after: '' };
  }
  const { offset, comma } = afterEntry(text, language, last.node.endIndex, reading.bodyEnd);
  if (!comma) return { ...shared, offset, before: inline ? ', ' : `,${newline}${indent}`, after: '' };
  return { ...shared, offset, before: inline ? ' ' : `${newline}${indent}`, after: inline ? '' : ',' };
}

/** Returns the place of a further entry of a list, and whether there is already a comma. */
function afterEntry(text: string, language: Language, entryEnd: number, bodyEnd: number): { offset: number; comma: boolean } {
  const comma = /^\s*,/.exec(text.slice(entryEnd, bodyEnd))?.[0];
  if (comma === undefined) return { offset: entryEnd, comma: false };
  const afterComma = entryEnd + comma.length;
  // A remark behind the comma belongs to the entry before it.
  const lineEnd = /^[^\r\n]*/.exec(text.slice(afterComma))?.[0] ?? '';
  const remark = lineEnd.trimStart().startsWith(language.comment.line);
  return { offset: remark ? afterComma + lineEnd.length : afterComma, comma: true };
}

function valuesOf({ language }: SyntaxContext, { entries }: TableSource): Insertion['values'] {
  const kinds = entries.map(({ value }) => {
    if (!value) return 'other';
    if (language.readLabel(value)?.form === 'string') return 'string';
    return language.writer.writesHandlers && language.functions.has(value.type) ? 'function' : 'other';
  });
  return kinds.every((kind) => kind === 'string') ? 'string' : kinds.every((kind) => kind === 'function') ? 'function' : 'other';
}

/** Whether a type lists a site's labels: all of a union's users are in it, an enum's are named through it. */
function belongsTo(type: CodeType, labels: readonly Label[]): boolean {
  const values = labels.map(({ value }) => value).filter((value) => value !== undefined);
  if (values.length === 0) return false;
  const byReference = labels.some(
    ({ value, text, form }) => form === 'constant' && value !== undefined && type.reference(value) === text,
  );
  if (byReference) return true;
  const isUnion = type.reference(values[0] ?? '') === undefined;
  return isUnion && labels.every(({ value, form }) => form !== 'constant' && value !== undefined && type.codes.includes(value));
}

function quoteOf({ text, language: { quotes } }: SyntaxContext, labels: readonly Label[]): string {
  const written = labels.find(({ form }) => form === 'string')?.text.charAt(0);
  if (written !== undefined && quotes.includes(written)) return written;
  return preferredQuote(text, quotes);
}

/** The quote that a text uses most; the language's first where it is a draw. */
export function preferredQuote(text: string, quotes: readonly [string, ...string[]]): string {
  const counted = quotes.map((quote) => ({ quote, count: text.split(quote).length }));
  return counted.sort((a, b) => b.count - a.count)[0]?.quote ?? quotes[0];
}

/** The indentation step of a text: that of its first indented line, or two spaces. */
function unitOf(text: string): string {
  const first = /\n(\t| {2,8})\S/.exec(text.slice(0, 20_000))?.[1];
  return first === undefined ? '  ' : first === '\t' ? '\t' : first.length % 4 === 0 ? '    ' : '  ';
}

/** Line breaks as the text writes them. */
export function newlineOf(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}

function lineStartOf(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

export function indentAt(text: string, offset: number): string {
  return /^[ \t]*/.exec(text.slice(lineStartOf(text, offset), offset))?.[0] ?? '';
}

function startsLine(text: string, offset: number): boolean {
  return text.slice(lineStartOf(text, offset), offset).trim() === '';
}

/** Text that goes before something: on lines of its own above it and above the comments that belong to it. */
function pointAt(text: string, anchor: number, commentOpener: string, closingIndent: string): InsertionPoint {
  const newline = newlineOf(text);
  if (!startsLine(text, anchor)) {
    const trimmed = text.slice(0, anchor).trimEnd().length;
    const tail = text.slice(trimmed, anchor);
    return { offset: tail.includes('\n') ? anchor : trimmed, before: newline, after: newline + closingIndent };
  }
  let offset = lineStartOf(text, anchor);
  const indent = indentAt(text, anchor);
  while (offset > 0) {
    const above = lineStartOf(text, offset - 1);
    const line = text.slice(above, offset);
    if (!line.startsWith(indent + commentOpener)) break;
    offset = above;
  }
  return { offset, before: '', after: newline };
}
