import type { Token } from 'parse5';
import { createPageBuilder } from './htmlPage.ts';
import type { PageContent } from '../pageBlocks.ts';
import type { PageSource } from '../richText.ts';

/**
 * Reads HTML only by its tags: no tree is built, so that time and memory stay linear with any depth or broken nesting. With
 * `markup`, text between tags is read as Markdown, as in pages of Markdown. Loads its parser at the first call.
 */
export async function readHtmlBlocks(source: PageSource, { markup }: { readonly markup: boolean }): Promise<PageContent> {
  const { Tokenizer, TokenizerMode } = await import('parse5');
  const page = createPageBuilder(source, markup);
  const startOf = (token: Token.CharacterToken): number => token.location?.startOffset ?? 0;
  const addText = (token: Token.CharacterToken): void =>
    page.addText(token.chars, startOf(token), token.location?.endOffset ?? startOf(token));
  const tokenizer = new Tokenizer(
    { sourceCodeLocationInfo: true },
    {
      onStartTag(token) {
        // The parser's part of reading HTML: the content of these elements is no markup.
        if (/^(?:script|style|xmp|iframe|noembed|noframes)$/.test(token.tagName)) tokenizer.state = TokenizerMode.RAWTEXT;
        else if (/^(?:title|textarea)$/.test(token.tagName)) tokenizer.state = TokenizerMode.RCDATA;
        page.open(
          token.tagName,
          (name) => token.attrs.find((attribute) => attribute.name === name)?.value,
          token.location?.startOffset ?? 0,
          token.selfClosing,
        );
      },
      onEndTag: (token) => page.close(token.tagName, token.location?.startOffset ?? 0),
      onCharacter: addText,
      onWhitespaceCharacter: addText,
      onNullCharacter() {},
      onComment() {},
      onDoctype() {},
      onEof() {},
    },
  );
  tokenizer.write(source.text, true);
  return page.finish();
}
