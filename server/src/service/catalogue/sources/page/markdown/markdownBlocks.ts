import * as l10n from '@vscode/l10n';
import type { Nodes, Paragraph, Parents, RootContent } from 'mdast';
import type { SourceLocation } from '../../../../types.ts';
import type { SourceNote } from '../../source.ts';
import { createPlaces } from '../../createPlaces.ts';
import { joinDefinitions } from './definitions.ts';
import { readHtmlBlocks } from '../html/htmlBlocks.ts';
import { type MarkdownLines, readMarkdownLines } from './markdownLines.ts';
import type { Block, ListItem, PageContent, ParagraphBlock, TableBlock } from '../pageBlocks.ts';
import { restOfTable, tableOfParagraph } from './pipeTable.ts';
import { type PageSource, type Run, readMarkup, runsOf } from '../richText.ts';

const chunkLength = 200_000;
const rowsOfChunk = 1000;
const rowLimit = 50_000;

/**
 * Reads Markdown and MDX, with the title out of the frontmatter. Loads its parser at the first call.
 * @param pause gives way to other work between parts of a long page
 */
export async function readMarkdownBlocks(text: string, pause?: () => Promise<void>): Promise<PageContent> {
  const [{ fromMarkdown }, { gfmTable }, { gfmTableFromMarkdown }] = await Promise.all([
    import('mdast-util-from-markdown'),
    import('micromark-extension-gfm-table'),
    import('mdast-util-gfm-table'),
  ]);
  const page = readMarkdownLines(text);
  const blocks: Block[] = [];
  const notes: SourceNote[] = [...page.notes];
  let rows = 0;
  let next = 0;
  /** The last table of the section. */
  let above: TableBlock | undefined;
  const emitExtracts = async (before: number): Promise<void> => {
    for (let extract = page.extracts[next]; extract && extract.line < before; extract = page.extracts[++next]) {
      for (const block of await blocksOfExtract(extract, page)) blocks.push(block);
    }
  };
  for (const chunk of chunksOf(page)) {
    if (rows > rowLimit) {
      const message = l10n.t('Rows after the first {0} are left out.', rowLimit);
      notes.push({ line: chunk.numbers.at(-1), message, severity: 'error' });
      break;
    }
    await pause?.();
    const source = sourceOf(chunk, page);
    const tree = fromMarkdown(source.text, { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] });
    for (const node of tree.children) {
      const line = source.placeOf(node.position?.start.offset ?? 0).line;
      await emitExtracts(line + 1);
      const rest = node.type === 'paragraph' && above && restOfTable(paragraphOf(node, source), above);
      const block = rest ? [rest] : blocksOf(node, source, 0);
      for (const each of block) above = each.kind === 'table' ? each : each.kind === 'heading' ? undefined : above;
      for (const table of block) if (table.kind === 'table') rows += table.rows.length;
      const before = blocks.at(-1);
      const [first] = block;
      // A long table is read in parts.
      if (chunk.continued && node === tree.children[0] && before?.kind === 'table' && first?.kind === 'table') {
        blocks[blocks.length - 1] = joinTables(before, first);
        blocks.push(...block.slice(1));
      } else blocks.push(...block);
    }
  }
  await emitExtracts(Number.POSITIVE_INFINITY);
  return { title: page.title, blocks: joinDefinitions(blocks), notes };
}

function joinTables(before: TableBlock, next: TableBlock): TableBlock {
  const rows = before.rows as TableBlock['rows'][number][];
  for (const row of next.rows) rows.push(row);
  return { ...before, rows };
}

interface Chunk {
  /** Which line of the page each of its lines is. */
  readonly numbers: readonly number[];
  /** It begins with the header of the table that the chunk before it has ended in. */
  readonly continued: boolean;
}

/** Parts of the page that can be parsed by themselves: a parser takes memory for its whole input. */
function chunksOf({ lines, fenced }: MarkdownLines): Chunk[] {
  const chunks: Chunk[] = [];
  let numbers: number[] = [];
  let length = 0;
  let continued = false;
  let table: { readonly header: number; rows: number } | undefined;
  const cut = (): void => {
    if (numbers.length > 0) chunks.push({ numbers, continued });
    numbers = [];
    length = 0;
    continued = false;
  };
  lines.forEach((line, number) => {
    const isBlank = line.trim() === '';
    if (isBlank || fenced.has(number)) table = undefined;
    else if (table) table.rows++;
    else if (/^\|?[ :-]*-[-:| ]*$/.test(line.slice(0, 2000)) && line.includes('|') && lines[number - 1]?.includes('|')) {
      table = { header: number - 1, rows: 0 };
    }
    if (table && table.rows > rowsOfChunk) {
      cut();
      table.rows = 1;
      continued = true;
      numbers.push(table.header, table.header + 1);
    } else if (
      length > chunkLength &&
      !fenced.has(number) &&
      !isBlank &&
      lines[number - 1]?.trim() === '' &&
      /^[\p{L}#|*`[_]/u.test(line)
    ) {
      cut();
    }
    numbers.push(number);
    length += line.length + 1;
  });
  cut();
  return chunks;
}

function sourceOf({ numbers }: Chunk, { lines, shifts }: MarkdownLines): PageSource {
  const text = numbers.map((number) => lines[number] ?? '').join('\n');
  const places = createPlaces(text);
  return {
    text,
    placeOf(offset): SourceLocation {
      const { line, column } = places(offset);
      const number = numbers[line] ?? 0;
      return { line: number, column: column + (shifts[number] ?? 0) };
    },
  };
}

async function blocksOfExtract(extract: MarkdownLines['extracts'][number], page: MarkdownLines): Promise<readonly Block[]> {
  if (extract.kind === 'end') return [{ kind: 'panelEnd', depth: extract.depth, line: extract.line }];
  if (extract.kind === 'title') {
    const { at, text, depth, line } = extract;
    const source = {
      text,
      placeOf: (offset: number) => ({ line: at.line, column: Math.min(at.column + offset, page.original[at.line]?.length ?? 0) }),
    };
    return [{ kind: 'heading', depth, text: readMarkup(text, source, 0, text.length), line }];
  }
  const text = page.original.slice(extract.line, extract.lastLine + 1).join('\n');
  const places = createPlaces(text);
  const placeOf = (offset: number): SourceLocation => {
    const { line, column } = places(offset);
    return { line: line + extract.line, column };
  };
  return (await readHtmlBlocks({ text, placeOf }, { markup: true })).blocks;
}

function blocksOf(node: RootContent, source: PageSource, depth: number): Block[] {
  if (depth > 60) return [];
  const start = node.position?.start.offset ?? 0;
  const line = source.placeOf(start).line;
  const inside = (children: readonly RootContent[]): Block[] => children.flatMap((child) => blocksOf(child, source, depth + 1));
  switch (node.type) {
    case 'heading':
      return [{ kind: 'heading', depth: node.depth, text: inline(node, source), line }];
    case 'paragraph': {
      const paragraph = paragraphOf(node, source);
      return [tableOfParagraph(paragraph) ?? paragraph];
    }
    case 'blockquote':
      return inside(node.children);
    case 'code': {
      const first = node.value.slice(0, Math.max(1, node.value.indexOf('\n')));
      const at = source.text.indexOf('\n', start);
      const fenced = /^[`~]/.test(source.text.slice(start, start + 1));
      const found = node.value === '' ? -1 : source.text.indexOf(first, fenced && at !== -1 ? at : start);
      const language = (node.lang ?? '').toLowerCase();
      return [{ kind: 'code', language, text: node.value, source, start: found === -1 ? start : found, line }];
    }
    case 'list': {
      const items: ListItem[] = node.children.map(({ children: [first, ...others] }) =>
        first?.type === 'paragraph'
          ? { text: inline(first, source), blocks: inside(others) }
          : { text: [], blocks: inside(first ? [first, ...others] : []) },
      );
      return [{ kind: 'list', items, line }];
    }
    case 'table': {
      const [header, ...rows] = node.children.map((row) => row.children.map((cell) => inline(cell, source)));
      return [{ kind: 'table', header: header ?? [], rows, line }];
    }
    default:
      return [];
  }
}

function paragraphOf(node: Paragraph, source: PageSource): ParagraphBlock {
  return { kind: 'paragraph', text: inline(node, source), line: source.placeOf(node.position?.start.offset ?? 0).line };
}

/** The text of a node: HTML in it is left out, links become their text. */
function inline(parent: Parents, source: PageSource): Run[] {
  const runs: Run[] = [];
  let htmlCode = 0;
  const visit = (node: Nodes, strong: boolean, depth: number): void => {
    const start = node.position?.start.offset ?? 0;
    const end = node.position?.end.offset ?? start;
    const add = (text: string, code: boolean, from: number): void => {
      runs.push(...runsOf(text, { code: code || htmlCode > 0, strong }, source, from, end));
    };
    if (node.type === 'text') add(node.value, false, start);
    else if (node.type === 'inlineCode') {
      const ticks = /^`*/.exec(source.text.slice(start, start + 100))?.[0].length ?? 0;
      const found = source.text.indexOf(node.value.slice(0, 1), start + ticks);
      add(node.value, true, found === -1 ? start : Math.min(found, end));
    } else if (node.type === 'break') add('\n', false, start);
    else if (node.type === 'html') {
      if (/^<(?:br|li|p|\/p|\/div)\b/i.test(node.value)) add('\n', false, start);
      else if (/^<\/?(?:del|s|strike)\b/i.test(node.value)) add('~~', false, start);
      else if (/^<(?:code|kbd|tt|samp|inlinecode)\b/i.test(node.value)) htmlCode++;
      else if (/^<\/(?:code|kbd|tt|samp|inlinecode)\b/i.test(node.value)) htmlCode = Math.max(0, htmlCode - 1);
    } else if ('children' in node && depth < 200) {
      for (const child of node.children) visit(child, strong || node.type === 'strong', depth + 1);
    }
  };
  for (const child of parent.children) visit(child, false, 0);
  return runs;
}
