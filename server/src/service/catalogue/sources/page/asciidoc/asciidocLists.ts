import { cutLine, isBlank, type PageLine } from '../linedText.ts';
import { type Block, type DefinitionsBlock, flattenBlocks, type ListBlock, type ListItem } from '../pageBlocks.ts';
import { type AsciidocContext, closingOf, startsBlock } from './asciidocLines.ts';

interface Read<Kind> {
  readonly block: Kind;
  /** The line after it. */
  readonly end: number;
}

const item = /^\s*(\*{1,5}|-|\.{1,5}|\d{1,4}\.|[a-z]\.|•)\s+(?=\S)(?:\[[ x*]\]\s+)?/;
const term = /^\s*(\S.{0,500}?)(:{2,4}|;;)(?:\s+|$)/;

/** Whether a line begins a list. */
export function beginsList(line: PageLine): boolean {
  return item.test(line.text);
}

/** Reads the terms and descriptions that begin at a line. */
export function readDescriptions(lines: readonly PageLine[], start: number, context: AsciidocContext): Read<DefinitionsBlock> {
  const { text } = context;
  const items: DefinitionsBlock['items'][number][] = [];
  let at = start;
  const mark = term.exec(lines[start]?.text ?? '')?.[2];
  for (let line = lines[at]; line; line = lines[at]) {
    const match = term.exec(line.text);
    if (!match || match[2] !== mark) break;
    const [whole, name = ''] = match;
    const from = line.text.indexOf(name);
    // The description may be below the term, after blank lines.
    const own = cutLine(line, whole.length);
    const next = isBlank(own) ? nextFilled(lines, at + 1) : at + 1;
    const body = bodyAfter(lines, next, context, (each) => term.exec(each.text)?.[2] === mark);
    const described: Block[] = isBlank(own) ? [] : [{ kind: 'paragraph', text: text.inline([own]), line: text.numberOf(line) }];
    items.push({
      term: text.inline([cutLine(line, from, from + name.length)]),
      text: flattenBlocks([...described, ...body.blocks]),
    });
    at = body.end;
  }
  return { block: { kind: 'definitions', items, line: text.numberOf(lines[start]) }, end: Math.max(at, start + 1) };
}

/** Whether a line is a term with a description behind or below it. */
export function beginsDescriptions(line: PageLine): boolean {
  return term.test(line.text) && !/^\w+::\S*\[/.test(line.text);
}

/** Reads the list that begins at a line. @param outer the marks of lists around it */
export function readList(
  lines: readonly PageLine[],
  start: number,
  context: AsciidocContext,
  outer: readonly string[] = [],
): Read<ListBlock> {
  const { text } = context;
  const items: ListItem[] = [];
  const mark = markOf(lines[start]);
  const marks = [...outer, mark ?? ''];
  let at = start;
  for (let line = lines[at]; line && markOf(line) === mark; line = lines[at]) {
    const lead = item.exec(line.text)?.[0].length ?? 0;
    const end = endOfText(lines, at);
    const own = [cutLine(line, lead), ...lines.slice(at + 1, end)];
    const body = bodyAfter(lines, end, context, (each) => marks.includes(markOf(each) ?? '-'), marks);
    items.push({ text: text.inline(own), blocks: body.blocks });
    at = body.end;
  }
  return { block: { kind: 'list', items, line: text.numberOf(lines[start]) }, end: Math.max(at, start + 1) };
}

/** Whether a line goes on with the text of an item. */
function continues(line: PageLine | undefined): boolean {
  return (
    line !== undefined &&
    !isBlank(line) &&
    line.text !== '+' &&
    !startsBlock(line.text) &&
    !item.test(line.text) &&
    !term.test(line.text)
  );
}

/** The line after the text that begins at a line. */
function endOfText(lines: readonly PageLine[], start: number): number {
  let end = start + 1;
  while (continues(lines[end])) end++;
  return end;
}

/** Numbers, letters and points mean the same as the marks of their kind. */
function markOf(line: PageLine | undefined): string | undefined {
  return item
    .exec(line?.text ?? '')?.[1]
    ?.replace(/^\d+\.$/, '1.')
    .replace(/^[a-z]\.$/, 'a.');
}

/** The blocks that belong to an item: its text below it, what a `+` attaches, and lists of its own. */
function bodyAfter(
  lines: readonly PageLine[],
  start: number,
  context: AsciidocContext,
  isNext: (line: PageLine) => boolean,
  marks: readonly string[] = [],
): { readonly blocks: readonly Block[]; readonly end: number } {
  const blocks: Block[] = [];
  const inside = { ...context, depth: context.depth + 1 };
  let at = start;
  for (let line = lines[at]; line; line = lines[at]) {
    const after = nextFilled(lines, at);
    const next = lines[after];
    if (line.text === '+') {
      const end = endOfAttached(lines, at + 1);
      blocks.push(...context.readBody(lines.slice(at + 1, end), inside));
      at = end;
    } else if (next && isNext(next)) return { blocks, end: after };
    else if (next && item.test(next.text) && inside.depth < 20) {
      const list = readList(lines, after, inside, marks);
      blocks.push(list.block);
      at = list.end;
    } else if (next && beginsDescriptions(next) && inside.depth < 20 && marks.length > 0) {
      const descriptions = readDescriptions(lines, after, inside);
      blocks.push(descriptions.block);
      at = descriptions.end;
    } else if (!isBlank(line) && continues(line) && (at === start || blocks.length === 0)) {
      const end = endOfText(lines, at);
      blocks.push({ kind: 'paragraph', text: context.text.inline(lines.slice(at, end)), line: context.text.numberOf(line) });
      at = end;
    } else return { blocks, end: at };
  }
  return { blocks, end: at };
}

/** The line after the block that a `+` attaches. */
function endOfAttached(lines: readonly PageLine[], start: number): number {
  let at = start;
  while (/^\[.*\]$|^\.[^\s.]/.test(lines[at]?.text ?? '')) at++;
  if (startsBlock(lines[at]?.text ?? '')) return Math.min(lines.length, closingOf(lines, at) + 1);
  while (!isBlank(lines[at]) && lines[at]?.text !== '+') at++;
  return Math.max(at, start + 1);
}

function nextFilled(lines: readonly PageLine[], start: number): number {
  let at = start;
  while (at < lines.length && isBlank(lines[at])) at++;
  return at;
}
