import type { Block, ParagraphBlock } from '../pageBlocks.ts';
import { dropCharacters, joinRuns, type RichText } from '../richText.ts';

const mark = /^[ \t]{0,3}:[ \t]{1,9}/;

/**
 * Makes definition lists out of paragraphs that are written so: a term, and below it a line that begins with a colon; its next
 * lines may begin anywhere. Terms one after the other are one list.
 */
export function joinDefinitions(blocks: readonly Block[]): Block[] {
  const joined: Block[] = [];
  let open: { term: RichText; text: RichText }[] | undefined;
  for (const block of blocks) {
    const item = block.kind === 'paragraph' ? readItem(block) : undefined;
    const last = joined.at(-1);
    if (item && item.term.length > 0) add(item.term, item.text, block.line);
    else if (item && last?.kind === 'paragraph' && !joinRuns(last.text).includes('\n')) {
      // The term is a paragraph of its own above.
      joined.pop();
      add(last.text, item.text, last.line);
    } else if (item && last?.kind === 'definitions' && open) {
      const before = open.pop();
      if (before) open.push({ term: before.term, text: [...before.text, ...item.text] });
    } else joined.push(block);
  }
  return joined;

  function add(term: RichText, text: RichText, line: number): void {
    if (open && joined.at(-1)?.kind === 'definitions') open.push({ term, text });
    else {
      open = [{ term, text }];
      joined.push({ kind: 'definitions', items: open, line });
    }
  }
}

/** The term and the text of a paragraph with a definition; undefined for other paragraphs. */
function readItem({ text }: ParagraphBlock): { readonly term: RichText; readonly text: RichText } | undefined {
  const joined = joinRuns(text).slice(0, 2_000);
  if (mark.test(joined)) return { term: [], text: dropCharacters(text, mark.exec(joined)?.[0].length ?? 0) };
  const at = text.findIndex((run) => run.text === '\n');
  const rest = at === -1 ? [] : text.slice(at + 1);
  const begin = mark.exec(joinRuns(rest).slice(0, 100));
  return at > 0 && begin ? { term: text.slice(0, at), text: dropCharacters(rest, begin[0].length) } : undefined;
}
