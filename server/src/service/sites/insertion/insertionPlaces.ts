import type { Node } from 'web-tree-sitter';
import type { Language } from '../../languages/language.ts';
import { readLabelAt, type SyntaxContext } from '../../mentions/constants.ts';
import { type Insertion, type InsertionPoint, labelHole } from '../../languages/insertion.ts';
import { runsOn } from '../narrowing.ts';
import type { SiteDraft } from '../siteDraft.ts';
import { testedVariable } from '../testedVariable.ts';
import { indentAt, lineStartOf, newlineOf, startsLine } from './textLayout.ts';

/** The part of an insertion that is the same for all forms of sites. */
export type InsertionBase = Omit<Insertion, 'form' | 'offset' | 'before' | 'after' | 'indent' | 'otherwise'>;

/** Where new arms of a site go, and how its neighbours are written; undefined where no arm can be added. */
export function describeInsertion(context: SyntaxContext, draft: SiteDraft, base: InsertionBase): Insertion | undefined {
  const { source } = draft;
  switch (source.kind) {
    case 'switch':
      return describeSwitch(context, source.reading, base);
    case 'chain':
      return describeChain(context, draft, source, base);
    case 'table':
      return describeTable(context, source.reading, base);
    case 'catch':
      return undefined;
  }
}

type SwitchSource = Extract<SiteDraft['source'], { kind: 'switch' }>['reading'];
type ChainSource = Extract<SiteDraft['source'], { kind: 'chain' }>;
type TableSource = Extract<SiteDraft['source'], { kind: 'table' }>['reading'];

function describeSwitch({ text, language }: SyntaxContext, reading: SwitchSource, base: InsertionBase): Insertion {
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
    separates: reading.separator !== undefined,
    indent,
    unit: step,
    bracesBelow: bodies.some(({ body: [first] }) => first !== undefined && isBraceBelow(text, first)),
    braces: bodies.length > 0 && bodies.filter(({ braces }) => braces).length * 2 > bodies.length,
    grouped: reading.fallsThrough
      ? reading.arms.length - bodies.length >= bodies.length && bodies.length > 0
      : reading.arms.filter(({ labels }) => labels.length > 1).length * 2 > reading.arms.length,
    ...(reading.otherwise === undefined && reading.noDefault !== true ? { otherwise: point } : {}),
  };
}

function pointOfArm(text: string, language: Language, reading: SwitchSource, anchor: number, own: string): InsertionPoint {
  const newline = newlineOf(text);
  const last = reading.arms.at(-1)?.node;
  if (reading.separator !== undefined && anchor === reading.bodyEnd && last) {
    const { before, hasComma, ...place } = afterEntry(text, language, last.endIndex, anchor);
    const rest = text.slice(place.offset, anchor);
    const alone = rest.includes('\n');
    const end = !alone && rest.trim() === '' ? { end: anchor } : {};
    return { ...place, ...end, before: before + newline, after: (hasComma ? ',' : '') + (alone ? '' : newline + own) };
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
  base: InsertionBase,
): Insertion | undefined {
  const { text } = context;
  const last = branches.at(-1);
  // An expression cannot fail loudly in every language.
  if (!last || last.form === 'ternary' || last.form === 'expressions') return undefined;
  const indent = indentAt(text, last.form === 'cases' ? last.condition.startIndex : topOf(context, last.node, node).startIndex);
  const comparison = [...branches]
    .reverse()
    .map((branch) => comparisonOf(context, branch.condition, base))
    .find((found) => found !== undefined);
  const isFilter = last.form === 'filter';
  if (isFilter && comparison === undefined) return undefined;
  const shared = {
    ...base,
    indent,
    comparison: isFilter ? withClause(text, last, comparison ?? '') : (comparison ?? ''),
    braces: last.braces,
    bracesBelow: isBraceBelow(text, last.consequence),
  };
  if (early) return { ...shared, form: 'early', offset: statementOf(last.node, node).endIndex, before: '', after: '' };
  const gaps = branches.map(
    ({ consequence }) =>
      /^([ \t]*(?:\r?\n[ \t]*)?)(?:else(?:if)?|catch)\b/.exec(text.slice(consequence.endIndex, consequence.endIndex + 200))?.[1],
  );
  const [gap = last.braces ? ' ' : '\n'] = gaps.filter((found) => found !== undefined);
  // Some grammars count the white space before the next branch to this one.
  const offset = text.slice(0, last.consequence.endIndex).trimEnd().length;
  const point: InsertionPoint = { offset, before: gap.includes('\n') ? newlineOf(text) + indent : gap, after: '' };
  return { ...shared, ...point, form: last.form, ...(last.alternative === undefined ? { otherwise: point } : {}) };
}

/** The condition in the head of a clause: `catch (ApiException e) when (e.Code == "A")`. */
function withClause(text: string, { node, condition, consequence }: ChainSource['branches'][number], comparison: string): string {
  const behind = text.slice(condition.endIndex, consequence.startIndex).trimEnd();
  return text.slice(node.startIndex, condition.startIndex) + comparison + behind;
}

/** The statement that a branch is a part of: inside an else block, not the whole chain. */
function topOf({ language: { blocks } }: SyntaxContext, branch: Node, whole: Node): Node {
  let top = branch;
  while (top.id !== whole.id && top.parent && !blocks.has(top.parent.type)) top = top.parent;
  return top;
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

/** A neighbour's condition with a hole for the label: only where it is one comparison with one quoted label. */
function comparisonOf(context: SyntaxContext, condition: Node, { quote, numbers }: InsertionBase): string | undefined {
  const { text, language } = context;
  const reading = language.readCondition(condition);
  if (reading.kind === 'type' && reading.types.length === 1) {
    const [type] = reading.types;
    const variable = testedVariable(context, condition);
    if (variable)
      return text.slice(condition.startIndex, variable.use.start) + labelHole + text.slice(variable.use.end, condition.endIndex);
    // The class is named elsewhere.
    if (type && type.startIndex < condition.startIndex) return undefined;
    const behind = type ? text.slice(type.endIndex, condition.endIndex) : '';
    // A pattern may ask for more than the class.
    if (!/^(?:\s+\w+)?[\s)]*$/.test(behind)) return undefined;
    return type && text.slice(condition.startIndex, type.startIndex) + labelHole + text.slice(type.endIndex, condition.endIndex);
  }
  const matched = text.startsWith('case ', condition.startIndex) && reading.kind === 'and' ? reading.parts[0] : reading;
  // `case .declined(let why) = error`: the values of a different member are not known.
  if (text.startsWith('case ', condition.startIndex) && matched?.kind === 'compare')
    return `case ${labelHole} = ${text.slice(matched.left.startIndex, matched.left.endIndex)}`;
  if (reading.kind !== 'compare' || reading.operator !== '==') return undefined;
  const named = [reading.right, reading.left]
    .map((side) => readLabelAt(context, side))
    .find((found) => found?.form === 'class' && found.errorClass);
  if (named)
    return text.slice(condition.startIndex, named.whole.start) + labelHole + text.slice(named.whole.end, condition.endIndex);
  const label = [reading.right, reading.left]
    .map((side) => language.readLabel(side))
    .find((found) => found?.form === (numbers === undefined ? 'string' : 'number'));
  if (!label || (numbers === undefined && text.charAt(label.node.startIndex) !== quote)) return undefined;
  // A second variable of one name would not compile: `e is { Code: "A" } low`.
  const behind = text.slice(label.node.endIndex, condition.endIndex).replace(/\}\s+\w+$/, '}');
  return text.slice(condition.startIndex, label.node.startIndex) + labelHole + behind;
}

function describeTable(context: SyntaxContext, reading: TableSource, base: InsertionBase): Insertion | undefined {
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
  const { before, hasComma, ...place } = afterEntry(text, language, last.node.endIndex, reading.bodyEnd);
  return { ...shared, ...place, before: before + (inline ? ' ' : newline + indent), after: hasComma && !inline ? ',' : '' };
}

/** The place of a further entry of a list, and of the comma that the one before lacks: `comma`, else `before`. */
function afterEntry(
  text: string,
  language: Language,
  entryEnd: number,
  bodyEnd: number,
): { readonly offset: number; readonly comma?: number; readonly before: '' | ','; readonly hasComma: boolean } {
  const comma = /^\s*,/.exec(text.slice(entryEnd, bodyEnd))?.[0];
  const after = entryEnd + (comma?.length ?? 0);
  // A remark behind the entry belongs to it.
  const rest = /^[^\r\n]*/.exec(text.slice(after))?.[0] ?? '';
  const isRemark = rest.trimStart().startsWith(language.comment.line);
  const offset = isRemark ? after + rest.trimEnd().length : after;
  if (comma !== undefined) return { offset, before: '', hasComma: true };
  return isRemark ? { offset, comma: entryEnd, before: '', hasComma: false } : { offset: entryEnd, before: ',', hasComma: false };
}

function valuesOf({ language }: SyntaxContext, { entries }: TableSource): Insertion['values'] {
  const kinds = entries.map(({ value }) => {
    if (!value) return 'other';
    if (language.readLabel(value)?.form === 'string') return 'string';
    return language.writer.writesHandlers && language.functions.has(value.type) ? 'function' : 'other';
  });
  return kinds.every((kind) => kind === 'string') ? 'string' : kinds.every((kind) => kind === 'function') ? 'function' : 'other';
}

/** Text that goes before something: on lines of its own above it and above the comments that belong to it. */
function pointAt(text: string, anchor: number, commentOpener: string, closingIndent: string): InsertionPoint {
  const newline = newlineOf(text);
  if (!startsLine(text, anchor)) {
    const trimmed = text.slice(0, anchor).trimEnd().length;
    if (text.slice(trimmed, anchor).includes('\n')) return { offset: anchor, before: newline, after: newline + closingIndent };
    return { offset: trimmed, end: anchor, before: newline, after: newline + closingIndent };
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
