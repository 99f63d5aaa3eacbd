import type { SourceNote } from '../../source.ts';
import { type ComponentPanels, createComponentPanels, type Extract } from './componentPanels.ts';
import { takeFrontmatter } from './frontmatter.ts';
import { createMarkdownGuard } from './markdownGuard.ts';
import { createPageLines, type PageLines } from './pageLines.ts';
import { repairTableRule } from './tableRule.ts';

/** A page as lines of plain Markdown, and the parts that were taken out of them. */
export interface MarkdownLines extends Pick<PageLines, 'original' | 'lines' | 'shifts'> {
  /** Lines at which a block of code goes on: no place to cut the page. */
  readonly fenced: ReadonlySet<number>;
  readonly extracts: readonly Extract[];
  readonly title: string | undefined;
  readonly notes: readonly SourceNote[];
}

const readAsHtml = /^<(table|dl|ul|ol|h[1-6])\b/i;

/** Makes plain Markdown out of a page: components become panels, and their content loses its indentation. */
export function readMarkdownLines(text: string): MarkdownLines {
  const page = createPageLines(text);
  const fenced = new Set<number>();
  const extracts: Extract[] = [];
  const notes: SourceNote[] = [];
  const panels = createComponentPanels(page, extracts);
  const guard = createMarkdownGuard(page, notes);
  const indentation = createIndentation(page, panels);
  const { title, end } = takeFrontmatter(page);
  const lastHtmlEnd = page.lines.findLastIndex((line) => /<\/(?:table|dl|ul|ol|h[1-6])\s*>/i.test(line));
  const takeHtml = (line: number): number | undefined => {
    const lastLine = findHtmlEnd(page, line, lastHtmlEnd);
    if (lastLine === undefined) return undefined;
    extracts.push({ kind: 'html', line, lastLine });
    page.blank(line, lastLine);
    for (let inside = line; inside <= lastLine; inside++) fenced.add(inside);
    return lastLine;
  };
  let fence: string | undefined;
  for (let line = end; line < page.lines.length; line++) {
    indentation.take(line, fence !== undefined);
    const content = page.at(line);
    const mark = /^[ \t>]*(?:[-*+][ \t]{1,9}|\d{1,9}[.)][ \t]{1,9})?(`{3,}|~{3,})(?!.*`)/.exec(content.slice(0, 500))?.[1];
    if (fence !== undefined) {
      fenced.add(line);
      if (mark?.startsWith(fence) && new RegExp(`^[ \\t>]*${fence[0]}+[ \\t]*$`).test(content)) fence = undefined;
      else guard.checkCode(line);
      continue;
    }
    if (mark !== undefined) {
      fence = mark;
      guard.endParagraph();
      continue;
    }
    const skipped = skipComment(page, line) ?? skipModule(page, line) ?? takeHtml(line);
    if (skipped !== undefined) {
      line = skipped;
      continue;
    }
    line = panels.takeTags(line);
    repairTableRule(page, line);
    guard.check(line);
  }
  panels.closeAll();
  const { original, lines, shifts } = page;
  return { original, lines, shifts, fenced, extracts, title, notes };
}

/** Removes the indentation that components and tabs give to their content. */
function createIndentation(page: PageLines, panels: ComponentPanels): { take(line: number, isCode: boolean): void } {
  let tab: number | undefined;
  /** The content of a tab or a note of MkDocs is indented by four: `=== "Tab"`, `!!! note`, `??? note`. */
  const takeTab = (line: number, indent: number, isCode: boolean): void => {
    if (tab !== undefined && indent < tab) tab = undefined;
    if (tab !== undefined) page.cut(line, tab);
    if (isCode || !/^[ \t]{0,12}(?:===\+? "|!!! \w|\?\?\?\+? \w)/.test(page.at(line))) return;
    tab = indent + 4;
    page.blank(line, line);
  };
  return {
    take(line, isCode) {
      const text = page.at(line);
      if (text.trim() === '') return;
      const indent = /^[ \t]*/.exec(text)?.[0].length ?? 0;
      const component = panels.innermost();
      if (!component) return takeTab(line, indent, isCode);
      if (component.base === undefined && !/^\s*<\/?[A-Z]/.test(text)) component.base = indent;
      page.cut(line, Math.min(indent, component.base ?? indent));
    },
  };
}

/** Takes out a comment of HTML or MDX. @returns its last line; undefined where there is no comment, or text behind it */
function skipComment(page: PageLines, line: number): number | undefined {
  const text = page.at(line).trimStart();
  const ending = text.startsWith('{/*') ? '*/}' : text.startsWith('<!--') ? '-->' : undefined;
  if (ending === undefined) return undefined;
  const closed = page.at(line).indexOf(ending);
  if (closed === -1) return page.blankUntil(line, (current) => current.includes(ending));
  // The rest of the line is read as if the comment were not there.
  page.cut(line, closed + ending.length);
  return page.at(line).trim() === '' ? line : undefined;
}

/** Takes out `import` and `export` of MDX. */
function skipModule(page: PageLines, line: number): number | undefined {
  const begins = /^import\s(?:[\w{*].{0,2000}\sfrom\s|['"]|\{\s*$)|^export\s(?:const|default|function|let|\{|\*)/;
  return begins.test(page.at(line))
    ? page.blankUntil(line, (current) => current.trim() === '' || /[;'"]\s*$|^[}\])]+[;,]?\s*$/.test(current))
    : undefined;
}

/**
 * The last line of a table, list or heading in HTML that begins at a line: blank lines in it would end it for Markdown.
 * @param lastEnd the last line of the page that ends one
 */
function findHtmlEnd(page: PageLines, line: number, lastEnd: number): number | undefined {
  const name = readAsHtml.exec(page.at(line).trimStart())?.[1];
  if (name === undefined) return undefined;
  const ending = new RegExp(`</${name}\\s*>`, 'gi');
  const beginning = new RegExp(`<${name}\\b`, 'gi');
  let depth = 0;
  for (let at = line; at < page.original.length; at++) {
    const current = page.original[at] ?? '';
    if (at > lastEnd && at > line && /^#{1,6}\s|^\s*$/.test(current)) return at;
    depth += (current.match(beginning)?.length ?? 0) - (current.match(ending)?.length ?? 0);
    if (depth <= 0) return at;
  }
  return page.original.length - 1;
}
