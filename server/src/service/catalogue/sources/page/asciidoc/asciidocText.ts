import { createLinedText, type LinedText, type MarkedPart } from '../linedText.ts';

const markup =
  /(?<code>``(?<wide>[^`]{1,2000})``|(?<![\w`])`(?<narrow>[^`]{1,2000})`(?!\w))|\*\*(?<bold>[^*]{1,2000})\*\*|(?<![\w*\\])\*(?<strong>[^\s*](?:[^*]{0,2000}[^\s*])?)\*(?![\w*])|(?<![\w_\\])_{1,2}(?<emphasis>[^\s_](?:[^_]{0,2000}[^\s_])?)_{1,2}(?!\w)|(?<![\w+])\+{1,3}(?<literal>[^\s+](?:[^+]{0,2000}[^\s+])?)\+{1,3}(?![\w+])|(?:\[[^\][]{0,200}\])?#(?<marked>[^\s#](?:[^#]{0,500}[^\s#])?)#(?!\w)|<<[^<>,]{1,300}(?:,\s{0,3}(?<reference>[^<>]{1,500}))?>>|\b(?:link|xref|mailto):[^\s[\]]{0,1000}\[(?<link>[^\][]{0,500})\]|\bhttps?:\/\/[^\s[\]<>]{1,1000}\[(?<address>[^\][]{0,500})\]|\b(?:pass|kbd|btn):\w{0,9}\[(?<pass>[^\][]{0,500})\]|(?<gone>\b(?:footnote|image|icon|anchor|indexterm):[^\s[\]]{0,500}\[[^\][]{0,1000}\]|\[\[[^\][]{1,300}\]\]|\[#[^\][]{1,300}\]|\(\(\([^()]{1,300}\)\)\)|\{(?:empty|nbsp|zwsp)\})|(?<lineBreak> \+$)|\\(?<escaped>[*_`#+{[<|])|(?<bar>\{vbar\})/g;

/** The lines of a page in AsciiDoc. */
export function createAsciidocText(text: string): LinedText {
  return createLinedText(text, markupOf);
}

function* markupOf(line: string): Iterable<MarkedPart> {
  for (const match of line.matchAll(markup)) {
    const { code, wide, narrow, bold, strong, literal, bar, ...others } = match.groups ?? {};
    const inner = wide ?? narrow ?? bold ?? strong ?? literal ?? (bar === undefined ? innerOf(others) : '|');
    // A link may open in another window: `text^`. Inside of code, other marks are possible: `+x+`.
    const text = code === undefined ? inner.replace(/(?<=\w)\^$/, '') : inner.replace(/^\+(.+)\+$/, '$1');
    yield {
      from: match.index,
      to: match.index + match[0].length,
      text,
      index: match.index + Math.max(0, match[0].lastIndexOf(text)),
      code: code !== undefined || literal !== undefined,
      strong: bold !== undefined || strong !== undefined,
    };
  }
}

function innerOf({ emphasis, marked, reference, link, address, pass, escaped }: Record<string, string | undefined>): string {
  return emphasis ?? marked ?? reference ?? link ?? address ?? pass ?? escaped ?? '';
}
