import * as l10n from '@vscode/l10n';
import type { SourceNote } from '../../source.ts';
import { cutLine, indentOf, isBlank, type PageLine } from '../linedText.ts';
import { type Block, flattenBlocks, type HeadingBlock, type PageContent, titleOf } from '../pageBlocks.ts';
import type { RichText } from '../richText.ts';
import { readDelimitedLines } from '../tables/delimitedRows.ts';
import { type AsciidocContext, closingOf, codeFence, endOfParagraph, fence, tableFence } from './asciidocLines.ts';
import { beginsDescriptions, beginsList, readDescriptions, readList } from './asciidocLists.ts';
import { type AsciidocCell, readAsciidocTable } from './asciidocTables.ts';
import { createAsciidocText } from './asciidocText.ts';

const deepest = 20;
/** A comment, a condition, an attribute, a rule, or a mark of the end of a page. */
const silent = /^(?:\/\/(?!\/)|(?:ifn?def|endif|ifeval|toc|image|video|audio|plantuml)::|:!?[\w-]{1,100}!?:(?:\s|$)|'{3,}$|<<<$)/;
const underlines = ['=', '-', '~', '^', '+'];

/** Reads AsciiDoc: headings, tables, lists, descriptions, and the blocks that hold them. */
export function readAsciidocBlocks(page: string): PageContent {
  const text = createAsciidocText(page);
  const notes: SourceNote[] = [];
  const blocks = readBody(text.lines, { text, notes, depth: 0, readBody });
  return { title: titleOf(blocks), blocks, notes };
}

function readBody(lines: readonly PageLine[], context: AsciidocContext): Block[] {
  const blocks: Block[] = [];
  if (context.depth > deepest) return blocks;
  const { text } = context;
  let attributes = '';
  for (let at = 0; at < lines.length; ) {
    const line = lines[at] ?? { text: '', at: 0 };
    const given = attributes;
    if (isBlank(line) || silent.test(line.text)) {
      at++;
      continue;
    }
    const bracketed = /^\[(.*)\]$/.exec(line.text)?.[1];
    if (bracketed !== undefined && !bracketed.startsWith('[')) {
      attributes = `${attributes} ${bracketed}`;
      at++;
      continue;
    }
    attributes = '';
    const heading = readHeading(lines, at, context);
    const included = /^include::(.{1,500}?)\[/.exec(line.text)?.[1];
    if (included !== undefined) {
      const message = l10n.t('The included file "{0}" is not read.', included);
      context.notes.push({ line: text.numberOf(line), message, severity: 'information' });
      at++;
    } else if (heading) {
      blocks.push(heading.block);
      at += heading.length;
    } else if (tableFence.test(line.text)) {
      const end = closingOf(lines, at);
      blocks.push(tableOf(lines.slice(at + 1, end), line, given, context));
      at = end + 1;
    } else if (fence.test(line.text)) {
      const end = closingOf(lines, at);
      blocks.push(...fencedOf(lines.slice(at + 1, end), line, given, context));
      at = end + 1;
    } else if (beginsDescriptions(line)) {
      const descriptions = readDescriptions(lines, at, context);
      blocks.push(descriptions.block);
      at = descriptions.end;
    } else if (beginsList(line)) {
      const list = readList(lines, at, context);
      blocks.push(list.block);
      at = list.end;
    } else if (/^\.[^\s.]/.test(line.text)) {
      blocks.push({ kind: 'paragraph', text: text.inline([cutLine(line, 1)]), line: text.numberOf(line) });
      at++;
      attributes = given;
    } else {
      const end = endOfParagraph(lines, at);
      const own = lines.slice(at, end).filter(({ text: each }) => !each.startsWith('//') && each.trim() !== '+');
      if (indentOf(line) > 0) blocks.push(text.code(own, ''));
      else blocks.push({ kind: 'paragraph', text: text.inline(own), line: text.numberOf(line) });
      at = end;
    }
  }
  return blocks;
}

function readHeading(
  lines: readonly PageLine[],
  at: number,
  { text }: AsciidocContext,
): { readonly block: HeadingBlock; readonly length: number } | undefined {
  const [line, next] = [lines[at], lines[at + 1]];
  if (!line) return undefined;
  const mark = /^(={1,6}|#{1,6})\s+(?=\S)/.exec(line.text);
  const number = text.numberOf(line);
  if (mark) {
    const title = text.inline([cutLine(line, mark[0].length)]);
    return { block: { kind: 'heading', depth: mark[1]?.length ?? 1, text: title, line: number }, length: 1 };
  }
  // A title with a line below it, as long as the title.
  const [under = ''] = next?.text ?? '';
  const depth = underlines.indexOf(under) + 1;
  const isTitle = depth > 0 && next && [...next.text].every((each) => each === under) && /^[\p{L}\d`"(]/u.test(line.text);
  if (!isTitle || next.text.length < 3 || Math.abs(next.text.length - line.text.length) > 1) return undefined;
  return { block: { kind: 'heading', depth, text: text.inline([line]), line: number }, length: 2 };
}

function fencedOf(inner: readonly PageLine[], opened: PageLine, attributes: string, context: AsciidocContext): Block[] {
  if (opened.text.startsWith('////')) return [];
  if (!codeFence.test(opened.text)) return readBody(inner, { ...context, depth: context.depth + 1 });
  const language = /^`{3,}(\w+)/.exec(opened.text)?.[1] ?? /\b(?:source|,)\s*,\s*([\w+#-]{1,30})/.exec(attributes)?.[1];
  return inner.length > 0 ? [context.text.code(inner, language?.toLowerCase() ?? '')] : [];
}

function tableOf(inner: readonly PageLine[], opened: PageLine, attributes: string, context: AsciidocContext): Block {
  const line = context.text.numberOf(opened);
  const format = /\bformat\s*=\s*"?(csv|tsv|dsv)/.exec(attributes)?.[1];
  const separator = { csv: ',', tsv: '\t', dsv: ':' }[format ?? ''] ?? { ',': ',', ':': ':' }[opened.text[0] ?? ''];
  if (separator !== undefined) {
    const rows = readDelimitedLines(context.text.source, inner, separator);
    const isHeader = /\bheader\b/.test(attributes);
    return { kind: 'table', header: isHeader ? (rows[0] ?? []) : [], rows: isHeader ? rows.slice(1) : rows, line };
  }
  const { header, rows } = readAsciidocTable(inner, attributes);
  const cell = (given: AsciidocCell): RichText => cellOf(given, context);
  return { kind: 'table', header: header.map(cell), rows: rows.map((row) => row.map(cell)), line };
}

function cellOf({ lines, style }: AsciidocCell, context: AsciidocContext): RichText {
  if (style === 'a') return flattenBlocks(readBody(lines, { ...context, depth: context.depth + 1 }));
  const text = context.text.inline(lines.filter((line) => !isBlank(line)));
  return style === 'm' || style === 'l' ? text.map((run) => ({ ...run, code: true })) : text;
}
