import { createLinedText, type LinedText, type MarkedPart } from '../linedText.ts';

const markup =
  /``([^`]{1,2000})``|\*\*([^*\s][^*]{0,2000})\*\*|(?<!\w)\*([^*\s][^*]{0,2000})\*|:([\w:+.-]{1,60}):`([^`]{1,2000})`|`([^`<>]{1,1000}?)\s*<[^`<>]{0,1000}>`_{0,2}|`([^`]{1,2000})`_{0,2}|\|([^|\s][^|]{0,200})\|_{0,2}|\\(.)/g;
const codeRoles =
  /^(?:code|c|py|data|macro|exc|class|literal|samp|envvar|const|obj|attr|enumerator)\b|:(?:exc|class|macro|data|const|enumerator)$/;

/** The lines of a page in reStructuredText. */
export function createRestText(text: string): LinedText {
  return createLinedText(text, markupOf);
}

function* markupOf(line: string): Iterable<MarkedPart> {
  // The bar of a line block.
  const bar = /^\s*\|\s/.exec(line);
  if (bar) yield { from: 0, to: bar[0].length, text: '', index: 0 };
  for (const match of line.matchAll(markup)) {
    if (match.index < (bar?.[0].length ?? 0)) continue;
    const [, literal, strong, emphasis, role, inRole, link, plain, substitution, escaped] = match;
    const inner = literal ?? strong ?? emphasis ?? inRole ?? link ?? plain ?? substitution ?? escaped ?? '';
    const shown = inRole === undefined ? inner : inner.replace(/\s*<[^<>]{0,500}>$/, '').replace(/^[~!]/, '');
    yield {
      from: match.index,
      to: match.index + match[0].length,
      text: shown,
      index: match.index + Math.max(0, match[0].indexOf(shown)),
      code: literal !== undefined || (role !== undefined && codeRoles.test(role)) || (plain !== undefined && !/\s/.test(plain)),
      strong: strong !== undefined,
    };
  }
}
