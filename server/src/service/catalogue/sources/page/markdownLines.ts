import * as l10n from '@vscode/l10n';
import type { SourceNote } from '../source.ts';
import { type ComponentTag, readTag } from './componentTag.ts';
import { isSchemaType } from './headerWords.ts';

/** A page as lines of plain Markdown, and what was taken out of them. */
export interface MarkdownLines {
  readonly original: readonly string[];
  readonly lines: readonly string[];
  /** How many characters of indentation each line has lost. */
  readonly shifts: readonly number[];
  /** Lines at which a block of code goes on: no place to cut the page. */
  readonly fenced: ReadonlySet<number>;
  readonly extracts: readonly Extract[];
  readonly title: string | undefined;
  readonly notes: readonly SourceNote[];
}

/** What stands at a line and is not read as Markdown. */
export type Extract =
  | { readonly kind: 'html'; readonly line: number; readonly lastLine: number }
  | { readonly kind: 'title'; readonly line: number; readonly depth: number; readonly text: string; readonly at: Place }
  | { readonly kind: 'end'; readonly line: number; readonly depth: number };

interface Place {
  readonly line: number;
  readonly column: number;
}

interface OpenComponent {
  readonly name: string;
  readonly depth: number | undefined;
  base: number | undefined;
}

const lineLimit = 20_000;
const paragraphLimit = 50_000;
const nestingLimit = 32;
const panelDepth = 7;
const readAsHtml = /^<(table|dl|ul|ol|h[1-6])\b/i;
const transparent =
  /^(?:[A-Z].*|div|section|article|details|summary|center|p|a|span|main|figure|br|hr|img|aside|header|footer|nav)$/;
const untitled = /^(?:ParamField|Param|Tab|TabItem|Tabs|Frame|Image|Icon|CodeGroup|Link|Tooltip|CodeBlock|Code|Badge|Property)$/;

/** Makes plain Markdown out of a page: components become panels, what they hold loses its indentation. */
export function readMarkdownLines(text: string): MarkdownLines {
  const original = text.split(/\r\n|\r|\n/);
  const lines = [...original];
  const shifts = lines.map(() => 0);
  const fenced = new Set<number>();
  const extracts: Extract[] = [];
  const notes: SourceNote[] = [];
  const open: OpenComponent[] = [];
  const { title, end } = readFrontmatter(lines);
  const lastTableEnd = lastLineWith(lines, /<\/(?:table|dl|ul|ol|h[1-6])\s*>/i);
  let fence: string | undefined;
  let tab: number | undefined;
  let paragraph = { length: 0, marks: 0 };
  const noted = new Set<string>();
  const leaveOut = (line: number, message: string): void => {
    lines[line] = '';
    if (!noted.has(message)) notes.push({ line, message, severity: 'error' });
    noted.add(message);
  };
  for (let line = 0; line < end; line++) lines[line] = '';
  for (let line = end; line < lines.length; line++) {
    dedent(line);
    const content = lines[line] ?? '';
    const mark = /^[ \t>]*(?:[-*+][ \t]{1,9}|\d{1,9}[.)][ \t]{1,9})?(`{3,}|~{3,})(?!.*`)/.exec(content.slice(0, 500))?.[1];
    if (fence !== undefined) {
      fenced.add(line);
      if (mark?.startsWith(fence) && new RegExp(`^[ \\t>]*${fence[0]}+[ \\t]*$`).test(content)) fence = undefined;
      else if (content.length > 1_000_000) leaveOut(line, l10n.t('A line of more than {0} characters is left out.', 1_000_000));
      continue;
    }
    if (mark !== undefined) {
      fence = mark;
      paragraph = { length: 0, marks: 0 };
      continue;
    }
    const skipped = skipComment(line) ?? skipModule(line) ?? extractHtml(line);
    if (skipped !== undefined) {
      line = skipped;
      continue;
    }
    line = readTags(line);
    guard(line);
  }
  while (open.length > 0) close(open.length - 1, lines.length);
  return { original, lines, shifts, fenced, extracts, title, notes };

  function dedent(line: number): void {
    const component = open.at(-1);
    const text = lines[line] ?? '';
    if (text.trim() === '') return;
    const indent = /^[ \t]*/.exec(text)?.[0].length ?? 0;
    if (!component) return dedentTab(line, indent);
    if (component.base === undefined && !/^\s*<\/?[A-Z]/.test(text)) component.base = indent;
    const lost = Math.min(indent, component.base ?? indent);
    lines[line] = text.slice(lost);
    shifts[line] = lost;
  }

  /** What stands in a tab or a note of MkDocs is indented by four: `=== "Tab"`, `!!! note`, `??? note`. */
  function dedentTab(line: number, indent: number): void {
    if (tab !== undefined && indent < tab) tab = undefined;
    if (tab !== undefined) {
      lines[line] = (lines[line] ?? '').slice(tab);
      shifts[line] = tab;
    }
    if (fence === undefined && /^[ \t]{0,12}(?:===\+? "|!!! \w|\?\?\?\+? \w)/.test(lines[line] ?? '')) {
      tab = indent + 4;
      lines[line] = '';
    }
  }

  /** Comments: of HTML and of MDX. */
  function skipComment(line: number): number | undefined {
    const text = (lines[line] ?? '').trimStart();
    const ending = text.startsWith('{/*') ? '*/}' : text.startsWith('<!--') ? '-->' : undefined;
    if (ending === undefined) return undefined;
    const closed = (lines[line] ?? '').indexOf(ending);
    if (closed !== -1) {
      // What follows on the line is read as if the comment were not there.
      lines[line] = (lines[line] ?? '').slice(closed + ending.length);
      shifts[line] = (shifts[line] ?? 0) + closed + ending.length;
      return (lines[line] ?? '').trim() === '' ? line : undefined;
    }
    let at = line;
    for (; at < lines.length; at++) {
      const ended = (lines[at] ?? '').includes(ending);
      lines[at] = '';
      if (ended) break;
    }
    return at;
  }

  /** `import` and `export` of MDX. */
  function skipModule(line: number): number | undefined {
    const text = lines[line] ?? '';
    if (!/^import\s(?:[\w{*].{0,2000}\sfrom\s|['"]|\{\s*$)|^export\s(?:const|default|function|let|\{|\*)/.test(text))
      return undefined;
    let at = line;
    for (; at < lines.length; at++) {
      const ended = (lines[at] ?? '').trim() === '' || /[;'"]\s*$|^[}\])]+[;,]?\s*$/.test(lines[at] ?? '');
      lines[at] = '';
      if (ended) break;
    }
    return at;
  }

  /** A table, list or heading in HTML, up to its end: blank lines in it would end it for Markdown. */
  function extractHtml(line: number): number | undefined {
    const text = (lines[line] ?? '').trimStart();
    const name = readAsHtml.exec(text)?.[1];
    if (name === undefined || (open.length > 0 && readAsHtml.exec(text) === null)) return undefined;
    const ending = new RegExp(`</${name}\\s*>`, 'gi');
    const beginning = new RegExp(`<${name}\\b`, 'gi');
    let depth = 0;
    let at = line;
    for (; at < lines.length; at++) {
      const current = original[at] ?? '';
      if (at > lastTableEnd && at > line && /^#{1,6}\s|^\s*$/.test(current)) break;
      depth += count(current, beginning) - count(current, ending);
      if (depth <= 0) break;
    }
    const lastLine = Math.min(at, lines.length - 1);
    extracts.push({ kind: 'html', line, lastLine });
    for (let blank = line; blank <= lastLine; blank++) {
      lines[blank] = '';
      fenced.add(blank);
    }
    return lastLine;
  }

  /** Takes the tags at the beginning of a line out, and ends of open components wherever they stand. */
  function readTags(start: number): number {
    let line = start;
    let column = /^[ \t]*/.exec(lines[line] ?? '')?.[0].length ?? 0;
    for (let tags = 0; tags < 100; tags++) {
      if (lines[line]?.[column] !== '<') break;
      const tag = readTag(lines, line, column);
      if (!tag || !transparent.test(tag.name)) break;
      if (tag.name.toLowerCase() === 'summary' && !tag.closing) return readSummary(line, tag);
      take(tag, line);
      for (let at = line; at < tag.endLine; at++) lines[at] = at === line ? (lines[at] ?? '').slice(0, column) : '';
      const rest = (lines[tag.endLine] ?? '').slice(tag.endColumn);
      const space = rest.length - rest.trimStart().length;
      shifts[tag.endLine] = (shifts[tag.endLine] ?? 0) + tag.endColumn + space;
      lines[tag.endLine] = rest.trimStart();
      line = tag.endLine;
      column = 0;
    }
    if (open.length === 0) return line;
    for (const match of (lines[line] ?? '').matchAll(/<\/([A-Za-z][\w.]{0,60})\s{0,9}>/g)) {
      const index = open.findLastIndex(({ name }) => name === match[1]);
      if (index === -1 || open.length - index > 20) continue;
      close(index, line + 1);
      lines[line] = (lines[line] ?? '').replace(match[0], ' '.repeat(match[0].length));
    }
    return line;
  }

  function take(tag: ComponentTag, line: number): void {
    if (tag.closing) {
      const index = open.findLastIndex(({ name }) => name === tag.name);
      if (index !== -1) close(index, line);
      return;
    }
    if (/^(?:br|hr|img|a|span|p)$/.test(tag.name)) return;
    const title = titleOf(tag);
    const depth =
      title || tag.name === 'details' ? panelDepth + open.filter((component) => component.depth !== undefined).length : undefined;
    if (title && depth !== undefined) extracts.push({ kind: 'title', line, depth, text: title.value, at: placeIn(title) });
    if (!tag.selfClosing && open.length < 200) open.push({ name: tag.name, depth, base: undefined });
    else if (depth !== undefined) extracts.push({ kind: 'end', line, depth });
  }

  function placeIn({ line, column }: Place): Place {
    return { line, column: column + (shifts[line] ?? 0) };
  }

  function readSummary(line: number, tag: ComponentTag): number {
    const column = tag.endColumn;
    let text = '';
    let at = tag.endLine;
    for (; at < lines.length && at < tag.endLine + 10; at++) {
      const current = (lines[at] ?? '').slice(at === tag.endLine ? column : 0);
      const end = current.search(/<\/summary\s*>/i);
      text += end === -1 ? `${current}\n` : current.slice(0, end);
      if (end !== -1) break;
    }
    const depth = open.findLast((component) => component.depth !== undefined)?.depth ?? panelDepth;
    extracts.push({ kind: 'title', line, depth, text: text.slice(0, 1000), at: placeIn({ line: tag.endLine, column }) });
    for (let blank = line; blank <= Math.min(at, lines.length - 1); blank++) {
      lines[blank] = '';
    }
    return Math.min(at, lines.length - 1);
  }

  function close(index: number, line: number): void {
    for (const { depth } of open.splice(index).toReversed()) if (depth !== undefined) extracts.push({ kind: 'end', line, depth });
  }

  /** What a parser of Markdown takes too long for. */
  function guard(line: number): void {
    const text = lines[line] ?? '';
    if (text.trim() === '' || /^\s*(?:[-*+#|]|\d+[.)])/.test(text)) paragraph = { length: 0, marks: 0 };
    if (text.length > lineLimit) return leaveOut(line, l10n.t('A line of more than {0} characters is left out.', lineLimit));
    const containers = /^(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])))*/.exec(text)?.[0] ?? '';
    if (containers.replace(/[^->*+.)]/g, '').length > nestingLimit || /^\s{200}/.test(text)) {
      return leaveOut(line, l10n.t('A line that is nested more than {0} deep is left out.', nestingLimit));
    }
    paragraph.length += text.length;
    paragraph.marks += count(text, /[*_]+/g);
    if (paragraph.length > paragraphLimit) {
      paragraph = { length: 0, marks: 0 };
      return leaveOut(line, l10n.t('A line of a paragraph with more than {0} characters is left out.', paragraphLimit));
    }
    // Emphasis of that many marks is no emphasis, and takes quadratic time.
    if (paragraph.marks > 1000) lines[line] = text.replaceAll('*', ' ');
  }
}

function titleOf(tag: ComponentTag): { readonly value: string; readonly line: number; readonly column: number } | undefined {
  if (untitled.test(tag.name)) return undefined;
  const attribute = (name: string) => tag.attributes.find((candidate) => candidate.name.toLowerCase() === name);
  const type = attribute('type')?.value;
  if (type !== undefined && isSchemaType(type)) return undefined;
  if (/Field|Param/.test(tag.name) && type === undefined) return attribute('name') ?? attribute('title');
  return ['title', 'name', 'header', 'heading', 'summary', 'label', 'question', 'code'].map(attribute).find(Boolean);
}

/** The title out of the page's frontmatter, and the first line after it. */
function readFrontmatter(lines: readonly string[]): { readonly title: string | undefined; readonly end: number } {
  const first = lines[0]?.replace(/^\ufeff/, '').trimEnd();
  if (first !== '---' && first !== '+++') return { title: undefined, end: 0 };
  const last = lines.slice(0, 1000).findIndex((line, index) => index > 0 && line.trimEnd() === first);
  if (last === -1) return { title: undefined, end: 0 };
  const titles = lines.slice(1, last).map((line) => /^["']?title["']?\s{0,9}[:=]\s{0,9}(.{1,500})$/.exec(line)?.[1]?.trim());
  const title = titles.find((value) => value !== undefined);
  return { title: title?.replace(/^(["'])(.*)\1$/, '$2').trim(), end: last + 1 };
}

function lastLineWith(lines: readonly string[], pattern: RegExp): number {
  return lines.findLastIndex((line) => pattern.test(line));
}

function count(text: string, pattern: RegExp): number {
  let found = 0;
  for (const _ of text.matchAll(pattern)) found++;
  return found;
}
