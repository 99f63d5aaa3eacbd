import { type ComponentTag, readTag } from './componentTag.ts';
import { isSchemaType } from '../tables/headerWords.ts';
import type { PageLines } from './pageLines.ts';

/** A part that is taken out of a page at a line, and is not read as Markdown. */
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
  /** The depth of its panel; undefined for one without a title. */
  readonly depth: number | undefined;
  /** How far its content is indented; undefined until a line shows it. */
  base: number | undefined;
}

/** The components around a line. Those with a title are panels, with a depth below every heading's. */
export interface ComponentPanels {
  /** The innermost open component, which determines how far its lines are indented. */
  readonly innermost: () => OpenComponent | undefined;
  /** Takes the tags at the beginning of a line out, and ends of open components wherever they are. @returns the last line read */
  takeTags(start: number): number;
  /** The page has ended. */
  closeAll(): void;
}

const panelDepth = 7;
const transparent =
  /^(?:[A-Z].*|div|section|article|details|summary|center|p|a|span|main|figure|br|hr|img|aside|header|footer|nav)$/;
const untitled = /^(?:ParamField|Param|Tab|TabItem|Tabs|Frame|Image|Icon|CodeGroup|Link|Tooltip|CodeBlock|Code|Badge|Property)$/;
const mostTags = 100;
const mostOpen = 200;

/** @param extracts takes titles and ends of panels */
export function createComponentPanels(page: PageLines, extracts: Extract[]): ComponentPanels {
  const open: OpenComponent[] = [];

  const close = (index: number, line: number): void => {
    for (const { depth } of open.splice(index).toReversed()) if (depth !== undefined) extracts.push({ kind: 'end', line, depth });
  };
  const placeIn = ({ line, column }: Place): Place => ({ line, column: column + (page.shifts[line] ?? 0) });
  const nextDepth = (): number => panelDepth + open.filter(({ depth }) => depth !== undefined).length;

  const take = (tag: ComponentTag, line: number): void => {
    if (tag.closing) {
      const index = open.findLastIndex(({ name }) => name === tag.name);
      if (index !== -1) close(index, line);
      return;
    }
    if (/^(?:br|hr|img|a|span|p)$/.test(tag.name)) return;
    const title = titleOf(tag);
    const depth = title || tag.name === 'details' ? nextDepth() : undefined;
    if (title && depth !== undefined) extracts.push({ kind: 'title', line, depth, text: title.value, at: placeIn(title) });
    if (!tag.selfClosing && open.length < mostOpen) open.push({ name: tag.name, depth, base: undefined });
    else if (depth !== undefined) extracts.push({ kind: 'end', line, depth });
  };

  const takeSummary = (line: number, { endLine, endColumn }: ComponentTag): number => {
    let text = '';
    let at = endLine;
    for (; at < page.lines.length && at < endLine + 10; at++) {
      const current = page.at(at).slice(at === endLine ? endColumn : 0);
      const end = current.search(/<\/summary\s*>/i);
      text += end === -1 ? `${current}\n` : current.slice(0, end);
      if (end !== -1) break;
    }
    const last = Math.min(at, page.lines.length - 1);
    const depth = open.findLast((component) => component.depth !== undefined)?.depth ?? panelDepth;
    const place = placeIn({ line: endLine, column: endColumn });
    extracts.push({ kind: 'title', line, depth, text: text.slice(0, 1000), at: place });
    page.blank(line, last);
    return last;
  };

  const closeWithin = (line: number): void => {
    if (open.length === 0) return;
    for (const [tag, name] of page.at(line).matchAll(/<\/([A-Za-z][\w.]{0,60})\s{0,9}>/g)) {
      const index = open.findLastIndex((component) => component.name === name);
      if (index === -1 || open.length - index > 20) continue;
      close(index, line + 1);
      page.replace(line, page.at(line).replace(tag, ' '.repeat(tag.length)));
    }
  };

  return {
    innermost: () => open.at(-1),
    takeTags(start) {
      let line = start;
      let column = /^[ \t]*/.exec(page.at(line))?.[0].length ?? 0;
      for (let tags = 0; tags < mostTags && page.at(line).charAt(column) === '<'; tags++) {
        const tag = readTag(page.lines, line, column);
        if (!tag || !transparent.test(tag.name)) break;
        if (tag.name.toLowerCase() === 'summary' && !tag.closing) return takeSummary(line, tag);
        take(tag, line);
        if (tag.endLine > line) {
          page.replace(line, page.at(line).slice(0, column));
          page.blank(line + 1, tag.endLine - 1);
        }
        const rest = page.at(tag.endLine).slice(tag.endColumn);
        page.cut(tag.endLine, tag.endColumn + rest.length - rest.trimStart().length);
        line = tag.endLine;
        column = 0;
      }
      closeWithin(line);
      return line;
    },
    closeAll: () => close(0, page.lines.length),
  };
}

function titleOf(tag: ComponentTag): { readonly value: string; readonly line: number; readonly column: number } | undefined {
  if (untitled.test(tag.name)) return undefined;
  const attribute = (name: string) => tag.attributes.find((candidate) => candidate.name.toLowerCase() === name);
  const type = attribute('type')?.value;
  if (type !== undefined && isSchemaType(type)) return undefined;
  if (/Field|Param/.test(tag.name) && type === undefined) return attribute('name') ?? attribute('title');
  return ['title', 'name', 'header', 'heading', 'summary', 'label', 'question', 'code'].map(attribute).find(Boolean);
}
