import { createTableBuilder, type TableBuilder } from './htmlTable.ts';
import { type Block, type PageContent, titleOf } from '../pageBlocks.ts';
import { collapse, type PageSource, type Run, readMarkup, runsOf } from '../richText.ts';

/** Takes tags and text in the order of the page, and makes blocks of them. */
export interface PageBuilder {
  open(name: string, attribute: (name: string) => string | undefined, at: number, selfClosing: boolean): void;
  close(name: string, at: number): void;
  addText(text: string, start: number, end: number): void;
  finish(): PageContent;
}

/** An open element that collects text or blocks. Inner ones end with the outer ones, as broken pages require. */
type Frame =
  | { readonly kind: 'heading'; readonly depth: number; readonly line: number; readonly runs: Run[] }
  | { readonly kind: 'list'; readonly line: number; readonly items: { text: Run[]; blocks: Block[] }[] }
  | { readonly kind: 'definitions'; readonly line: number; readonly items: { term: Run[]; text: Run[]; inText: boolean }[] }
  | { readonly kind: 'table'; readonly table: TableBuilder }
  | { readonly kind: 'pre'; readonly line: number; start: number; text: string; language: string };

const frameLimit = 60;
const hidden = /^(?:script|style|template|svg|noscript|select|textarea|iframe|head|nav|button|xmp|noembed|noframes)$/;
const blockTags =
  /^(?:p|div|section|article|main|blockquote|hr|header|footer|aside|form|figure|figcaption|address|body|html|details)$/;
const codeTags = /^(?:code|kbd|tt|samp)$/;
const deletedTags = /^(?:del|s|strike)$/;
const strongTags = /^(?:b|strong)$/;

/** Begins a page. */
export function createPageBuilder(source: PageSource, markup: boolean): PageBuilder {
  const blocks: Block[] = [];
  const frames: Frame[] = [];
  let runs: Run[] = [];
  let title: string | undefined;
  let inTitle = false;
  let hiddenBy: { name: string; depth: number } | undefined;
  let code = 0;
  let strong = 0;
  let ignored = 0;
  const lineOf = (at: number): number => source.placeOf(at).line;

  function target(): Block[] {
    const list = frames.findLast((frame) => frame.kind === 'list');
    return (list?.kind === 'list' ? list.items.at(-1)?.blocks : undefined) ?? blocks;
  }

  /** The runs that text goes to at the moment. */
  function sink(): Run[] | undefined {
    const frame = frames.at(-1);
    if (frame === undefined) return runs;
    if (frame.kind === 'heading') return frame.runs;
    if (frame.kind === 'table') return frame.table.cell();
    if (frame.kind === 'list') return frame.items.at(-1)?.text;
    const item = frame.kind === 'definitions' ? frame.items.at(-1) : undefined;
    return item?.inText ? item.text : item?.term;
  }

  function breakLine(at: number): void {
    const place = sink();
    if (place && place.length > 0 && place.at(-1)?.text !== '\n') {
      place.push({ text: '\n', code: false, strong: false, source, start: at, end: at });
    }
  }

  /** Deleted text is marked as in Markdown. */
  function markDeleted(at: number): void {
    sink()?.push({ text: '~~', code: false, strong: false, source, start: at, end: at });
  }

  function flush(): void {
    if (runs.some((run) => run.text.trim() !== '')) {
      blocks.push({ kind: 'paragraph', text: runs, line: lineOf(runs.find((run) => run.text.trim() !== '')?.start ?? 0) });
    }
    runs = [];
  }

  function end(frame: Frame): void {
    if (frame.kind === 'pre') {
      target().push({ kind: 'code', language: frame.language, text: frame.text, source, start: frame.start, line: frame.line });
    } else if (frame.kind === 'heading') {
      target().push({ kind: 'heading', depth: frame.depth, text: frame.runs, line: frame.line });
    } else if (frame.kind === 'list') {
      target().push({ kind: 'list', items: frame.items, line: frame.line });
    } else if (frame.kind === 'definitions') {
      target().push({ kind: 'definitions', items: frame.items, line: frame.line });
    } else for (const block of frame.table.finish()) target().push(block);
  }

  /** Ends the innermost frame of a kind with all its content; does nothing when no such frame is open. */
  function endFrame(kind: Frame['kind']): void {
    const index = frames.findLastIndex((frame) => frame.kind === kind);
    if (index !== -1) endFrom(index);
  }

  function endFrom(index: number): void {
    while (frames.length > index) {
      const frame = frames.pop();
      if (frame) end(frame);
    }
  }

  function push(frame: Frame): void {
    if (frames.length === 0) flush();
    if (frames.length >= frameLimit) ignored++;
    else frames.push(frame);
  }

  return {
    open(name, attribute, at, selfClosing) {
      if (name === 'title') inTitle = !hiddenBy || hiddenBy.name === 'head';
      if (hiddenBy) {
        if (name === 'body') hiddenBy = undefined;
        else if (name === hiddenBy.name && !selfClosing) hiddenBy.depth++;
        return;
      }
      if (hidden.test(name)) {
        if (!selfClosing || !/^(?:svg)$/.test(name)) hiddenBy = { name, depth: 1 };
        return;
      }
      const frame = frames.at(-1);
      if (frame?.kind === 'pre') {
        if (name === 'br') frame.text += '\n';
        frame.language ||= languageOf(attribute('class'));
        return;
      }
      if (deletedTags.test(name)) markDeleted(at);
      else if (codeTags.test(name)) code++;
      else if (strongTags.test(name)) strong++;
      else if (name === 'br' || blockTags.test(name)) {
        if (frames.length === 0 && name !== 'br') flush();
        else breakLine(at);
        if (blockTags.test(name)) code = strong = 0;
      } else if (frame?.kind === 'table' && !/^(?:table|tbody|thead|tfoot|tr|td|th|caption|colgroup|col)$/.test(name)) {
        if (/^(?:ul|ol|li|dl|dt|dd|h\d|pre)$/.test(name)) breakLine(at);
      } else if (frame?.kind === 'table' && name !== 'table') {
        code = strong = 0;
        frame.table.open(name, attribute, lineOf(at));
      } else if (/^h[1-6]$/.test(name)) {
        endFrame('heading');
        code = strong = 0;
        push({ kind: 'heading', depth: Number(name[1]), line: lineOf(at), runs: [] });
      } else if (name === 'summary') push({ kind: 'heading', depth: 7, line: lineOf(at), runs: [] });
      else if (name === 'table') {
        if (frame?.kind === 'table') frame.table.openNested();
        else push({ kind: 'table', table: createTableBuilder(lineOf(at)) });
      } else if (name === 'ul' || name === 'ol') push({ kind: 'list', line: lineOf(at), items: [] });
      else if (name === 'dl') push({ kind: 'definitions', line: lineOf(at), items: [] });
      else if (name === 'pre')
        push({ kind: 'pre', line: lineOf(at), start: -1, text: '', language: languageOf(attribute('class')) });
      else if (name === 'li' && frame?.kind === 'list') {
        code = strong = 0;
        frame.items.push({ text: [], blocks: [] });
      } else if (name === 'dt' && frame?.kind === 'definitions') frame.items.push({ term: [], text: [], inText: false });
      else if (name === 'dd' && frame?.kind === 'definitions') {
        const item = frame.items.at(-1);
        if (item?.inText) breakLine(at);
        else if (item) item.inText = true;
      }
    },
    close(name, at) {
      if (name === 'title') inTitle = false;
      if (hiddenBy) {
        if (name === hiddenBy.name && --hiddenBy.depth === 0) hiddenBy = undefined;
        return;
      }
      if (deletedTags.test(name)) markDeleted(at);
      else if (codeTags.test(name)) code = Math.max(0, code - 1);
      else if (strongTags.test(name)) strong = Math.max(0, strong - 1);
      else if (/^h[1-6]$|^summary$/.test(name)) endFrame('heading');
      else if (name === 'pre') endFrame('pre');
      else if (name === 'table' || /^(?:td|th|tr|tbody|thead)$/.test(name)) {
        const frame = frames.findLast((candidate) => candidate.kind === 'table');
        if (frame?.kind === 'table' && !frame.table.close(name) && name === 'table') endFrame('table');
      } else if (frames.at(-1)?.kind === 'table') return;
      else if (/^(?:ul|ol|dl)$/.test(name)) {
        if (ignored > 0) ignored--;
        else endFrame(name === 'dl' ? 'definitions' : 'list');
      } else if (blockTags.test(name)) {
        if (frames.length === 0) flush();
        else breakLine(at);
      }
    },
    addText(text, start, finish) {
      if (inTitle && (title?.length ?? 0) < 500) title = `${title ?? ''}${text}`;
      if (hiddenBy || inTitle) return;
      const frame = frames.at(-1);
      if (frame?.kind === 'pre') {
        if (frame.start === -1) frame.start = start;
        frame.text += text;
        return;
      }
      const place = sink();
      if (place === undefined) return;
      const mark = { code: code > 0, strong: strong > 0 };
      if (markup && !mark.code)
        for (const run of readMarkup(text, source, start, finish)) place.push({ ...run, strong: run.strong || mark.strong });
      else
        for (const run of runsOf(text, mark, source, start, finish)) place.push(run.text === '\n' ? { ...run, text: ' ' } : run);
    },
    finish() {
      endFrom(0);
      flush();
      const first = blocks.filter((block) => block.kind === 'heading' && block.depth === 1);
      return { title: titleOf(first) ?? (title && collapse(title)), blocks, notes: [] };
    },
  };
}

function languageOf(classes: string | undefined): string {
  return /\blang(?:uage)?-([\w+-]{1,20})/.exec(classes ?? '')?.[1]?.toLowerCase() ?? '';
}
