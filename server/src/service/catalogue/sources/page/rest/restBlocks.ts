import { readDelimited, readDelimitedLines } from '../tables/delimitedRows.ts';
import { type Block, flattenBlocks, type ListItem, type PageContent, titleOf } from '../pageBlocks.ts';
import type { RichText, Run } from '../richText.ts';
import { readGridTable, readSimpleTable, type RestTable } from './restTables.ts';
import { cutLine, indentOf, isBlank, type LinedText, type PageLine } from '../linedText.ts';
import { createRestText } from './restText.ts';

const deepest = 20;
const described = /(?:^|:)(?:exception|macro|enumerator|constant|data|describe|object|envvar)$/;
const shown =
  /^(?:note|warning|tip|important|hint|caution|danger|attention|error|seealso|admonition|deprecated|versionadded|versionchanged|container|topic|sidebar|only|rubric|table|glossary|tabs?|tab-item|dropdown|details|list|compound|epigraph|highlights|ifconfig)$/;

/** Reads reStructuredText: headings, tables of every form, lists, definitions, and the directives that hold them. */
export function readRestBlocks(page: string): PageContent {
  const text = createRestText(page);
  const blocks = bodyOf(text.lines, { text, ranks: [], depth: 0 });
  return { title: titleOf(blocks), blocks, notes: [] };
}

interface Context {
  readonly text: LinedText;
  /** The forms of underlines in the order in which they appear: the first is the title's. */
  readonly ranks: string[];
  readonly depth: number;
}

/** The blocks of lines that a different block holds. */
function innerOf(lines: readonly PageLine[], context: Context): Block[] {
  return bodyOf(lines, { ...context, depth: context.depth + 1 });
}

function bodyOf(lines: readonly PageLine[], context: Context): Block[] {
  const blocks: Block[] = [];
  if (context.depth > deepest) return blocks;
  const { text } = context;
  let definitions: { term: RichText; text: RichText }[] | undefined;
  for (let at = 0; at < lines.length; ) {
    const line = lines[at] ?? { text: '', at: 0 };
    const number = text.numberOf(line);
    if (isBlank(line)) {
      at++;
      continue;
    }
    const table = readGridTable(lines, at) ?? readSimpleTable(lines, at);
    const heading = table ? undefined : readHeading(lines, at, context);
    const wasDefinitions = definitions;
    definitions = undefined;
    if (table) {
      blocks.push(tableOf(table, context, number));
      at += table.length;
    } else if (heading) {
      blocks.push({ kind: 'heading', depth: heading.depth, text: text.inline([heading.line]), line: number });
      at += heading.length;
    } else if (/^\.\.(?:\s|$)/.test(line.text)) {
      const inner = indented(lines, at + 1, 1);
      blocks.push(...directiveOf(line, inner.lines, context));
      at = inner.end;
    } else if (/^(?:[-*+•]|(?:\d{1,4}|#|[a-z])[.)])\s+\S/.test(line.text)) {
      const list = readList(lines, at, context);
      blocks.push({ kind: 'list', items: list.items, line: number });
      at = list.end;
    } else if (indentOf(line) > 0) {
      const inner = indented(lines, at, 1);
      blocks.push(...innerOf(inner.lines, context));
      at = Math.max(inner.end, at + 1);
    } else if (isDefinition(line, lines[at + 1])) {
      const inner = indented(lines, at + 1, 1);
      const term = text.inline([cutLine(line, 0, /\s:\s/.exec(line.text)?.index)]);
      const said = flattenBlocks(innerOf(inner.lines, context));
      definitions = wasDefinitions ?? [];
      if (!wasDefinitions) blocks.push({ kind: 'definitions', items: definitions, line: number });
      definitions.push({ term, text: said });
      at = inner.end;
    } else {
      let end = at;
      while (!isBlank(lines[end]) && (end === at || !startsBlock(lines[end]))) end++;
      const own = lines.slice(at, end);
      const paragraph = own.map((each) => ({ ...each, text: each.text.replace(/\s*::$/, '') }));
      for (const part of fieldsOf(paragraph)) {
        blocks.push({ kind: 'paragraph', text: labelled(text.inline(part)), line: text.numberOf(part[0]) });
      }
      at = end;
      if (own.at(-1)?.text.endsWith('::')) {
        const inner = indented(lines, at, 1);
        if (inner.lines.length > 0) blocks.push(text.code(inner.lines, ''));
        at = Math.max(inner.end, at);
      }
    }
  }
  return blocks;
}

function startsBlock(line: PageLine | undefined): boolean {
  return /^\.\.\s|^\+[-=]+\+/.test(line?.text ?? '');
}

/** The lines of a paragraph; each field of a list of fields is one. */
function fieldsOf(lines: readonly PageLine[]): PageLine[][] {
  const parts: PageLine[][] = [];
  for (const line of lines) {
    const last = parts.at(-1);
    if (last && !/^:[^:`]{1,60}:\s/.test(line.text)) last.push(line);
    else parts.push([line]);
  }
  return parts;
}

/** `:code: 12` becomes a label. */
function labelled(text: RichText): RichText {
  const [first] = text;
  const match = first && /^:([^:`]{1,60}):\s+/.exec(first.text);
  if (!first || !match) return text;
  const label: Run = { ...first, text: `${match[1] ?? ''}: `, strong: true };
  return [label, { ...first, text: first.text.slice(match[0].length), start: first.start + match[0].length }, ...text.slice(1)];
}

function isDefinition(line: PageLine, next: PageLine | undefined): boolean {
  return next !== undefined && !isBlank(next) && indentOf(next) > 0 && indentOf(line) === 0 && !line.text.endsWith('::');
}

/** The lines from one on that are indented at least so far, without the indentation that they share. */
function indented(
  lines: readonly PageLine[],
  start: number,
  least: number,
): { readonly lines: PageLine[]; readonly end: number } {
  let end = start;
  let shared = Number.POSITIVE_INFINITY;
  for (let at = start; at < lines.length; at++) {
    const line = lines[at];
    if (!line) break;
    if (isBlank(line)) continue;
    if (indentOf(line) < least) break;
    shared = Math.min(shared, indentOf(line));
    end = at + 1;
  }
  return { lines: lines.slice(start, end).map((line) => cutLine(line, shared)), end };
}

function readHeading(
  lines: readonly PageLine[],
  at: number,
  { ranks }: Context,
): { readonly depth: number; readonly line: PageLine; readonly length: number } | undefined {
  const [one, two, three] = [lines[at], lines[at + 1], lines[at + 2]];
  if (!one || !two) return undefined;
  const over = adornmentOf(one.text);
  const isOver = over !== undefined && three !== undefined && adornmentOf(three.text) === over && !isBlank(two);
  const mark = isOver ? over : adornmentOf(two.text);
  const line = isOver ? two : one;
  const rule = isOver ? three : two;
  const isTitle = mark !== undefined && indentOf(one) === 0 && (isOver || over === undefined);
  if (!isTitle || (rule.text.length < Math.min(4, line.text.trim().length) && rule.text.length < line.text.trim().length))
    return undefined;
  const key = `${isOver ? 'over' : ''}${mark}`;
  if (!ranks.includes(key)) ranks.push(key);
  return { depth: Math.min(6, ranks.indexOf(key) + 1), line, length: isOver ? 3 : 2 };
}

function adornmentOf(text: string): string | undefined {
  return /^([=\-`:.'"~^_*+#])\1{2,}$/.exec(text)?.[1];
}

function readList(
  lines: readonly PageLine[],
  start: number,
  context: Context,
): { readonly items: ListItem[]; readonly end: number } {
  const items: ListItem[] = [];
  let at = start;
  while (at < lines.length) {
    const line = lines[at];
    const mark = line && /^(?:[-*+•]|(?:\d{1,4}|#|[a-z])[.)])\s+(?=\S)/.exec(line.text)?.[0].length;
    if (!line || !mark) break;
    const inner = indented(lines, at + 1, Math.min(mark, 2));
    const own = [cutLine(line, mark), ...inner.lines];
    const [first, ...others] = innerOf(own, context);
    items.push(
      first?.kind === 'paragraph' ? { text: first.text, blocks: others } : { text: [], blocks: first ? [first, ...others] : [] },
    );
    at = Math.max(inner.end, at + 1);
    while (at < lines.length && isBlank(lines[at])) at++;
  }
  return { items, end: at };
}

function directiveOf(line: PageLine, content: readonly PageLine[], context: Context): Block[] {
  const match = /^\.\.\s+(?:\|[^|]{1,100}\|\s+)?([\w:+.-]{1,60})::\s*(.*)$/.exec(line.text);
  if (!match) return [];
  const [, name = '', argument = ''] = match;
  const number = context.text.numberOf(line);
  const { options, body } = splitOptions(content);
  if (/^(?:code-block|code|sourcecode|parsed-literal|highlight)$/.test(name)) {
    return body.length > 0 ? [context.text.code(body, argument.trim().toLowerCase())] : [];
  }
  if (name === 'list-table') return listTableOf(body, Number(options.get('header-rows') ?? 0) > 0, context, number);
  if (name === 'csv-table') return csvTableOf(body, options, context, number);
  if (described.test(name)) {
    const term = context.text.inline([cutLine(line, line.text.length - argument.length)]).map((run) => ({ ...run, code: true }));
    return [{ kind: 'definitions', items: [{ term, text: flattenBlocks(innerOf(body, context)) }], line: number }];
  }
  return shown.test(name) ? innerOf(body, context) : [];
}

function splitOptions(content: readonly PageLine[]): {
  readonly options: Map<string, string>;
  readonly body: readonly PageLine[];
} {
  const options = new Map<string, string>();
  let at = 0;
  for (; at < content.length; at++) {
    const match = /^:([\w-]{1,60}):\s*(.*)$/.exec(content[at]?.text ?? '');
    if (!match) break;
    options.set(match[1] ?? '', match[2] ?? '');
  }
  return { options, body: content.slice(at) };
}

function listTableOf(body: readonly PageLine[], hasHeader: boolean, context: Context, line: number): Block[] {
  const rows = innerOf(body, context).flatMap((block) =>
    block.kind === 'list'
      ? block.items.map(({ text, blocks }) => {
          const inner = blocks.find((each) => each.kind === 'list');
          return inner?.kind === 'list' ? inner.items.map((item) => [...item.text, ...flattenBlocks(item.blocks)]) : [text];
        })
      : [],
  );
  const [header = [], ...others] = rows;
  return rows.length === 0 ? [] : [{ kind: 'table', header: hasHeader ? header : [], rows: hasHeader ? others : rows, line }];
}

function csvTableOf(body: readonly PageLine[], options: ReadonlyMap<string, string>, { text }: Context, line: number): Block[] {
  const first = body.find((each) => !isBlank(each));
  if (!first) return [];
  const { source } = text;
  const separator = /tab/.test(options.get('delim') ?? '') ? '\t' : (options.get('delim') ?? ',').slice(0, 1) || ',';
  const header = options.get('header');
  const titles =
    header === undefined ? [] : (readDelimited({ text: header, placeOf: () => source.placeOf(first.at) }, ',').rows[0] ?? []);
  return [{ kind: 'table', header: titles, rows: readDelimitedLines(source, body, separator), line }];
}

function tableOf(table: RestTable, context: Context, line: number): Block {
  const cell = (lines: readonly PageLine[]): RichText => {
    const shared = Math.min(...lines.filter((each) => !isBlank(each)).map(indentOf), 1_000);
    const own = lines.map((each) => cutLine(each, shared));
    return flattenBlocks(innerOf(own, context));
  };
  return { kind: 'table', header: table.header.map(cell), rows: table.rows.map((row) => row.map(cell)), line };
}
