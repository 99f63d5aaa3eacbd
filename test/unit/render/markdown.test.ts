import assert from 'node:assert/strict';
import fc from 'fast-check';
import { marked, type Token, type Tokens } from 'marked';
import { escapeMarkdown } from '../../../server/src/service/render/markdown.ts';
import { showUnseen } from '../../../server/src/shared/showUnseen.ts';

/** The text that a reader of GitHub's Markdown shows, as editors have it; undefined when any of it is more than text. */
function show(markdown: string): string | undefined {
  const [block, ...others] = marked.lexer(markdown, { gfm: true });
  if (block === undefined) return '';
  if (others.length > 0 || block.type !== 'paragraph') return undefined;
  const texts = (block as Tokens.Paragraph).tokens.map(showInline);
  return texts.includes(undefined) ? undefined : texts.join('');
}

function showInline(token: Token): string | undefined {
  if (token.type === 'escape') return token.raw.slice(1);
  // Nothing in it would be decoded.
  return token.type === 'text' && !token.raw.includes('&') ? token.raw : undefined;
}

describe('escapeMarkdown', () => {
  const pieces = fc.constantFrom(
    ...[
      '*',
      '**',
      '_',
      '__',
      '`',
      '```',
      '~',
      '~~',
      '[x](command:y)',
      '![x](y)',
      '[x]: y',
      '<b>',
      '<https://x.yz>',
      '&lt;',
      '&#91;',
    ],
    ...[
      'https://example.com/a_b',
      'www.example.com',
      'WWW.x.yz',
      'jane@example.com',
      '\\',
      '# ',
      '#',
      '> ',
      '- ',
      '+ ',
      '1. ',
      '23) ',
    ],
    ...[
      '---',
      '===',
      '***',
      '|',
      '| a | b |',
      '\n',
      '\n\n',
      '    ',
      '\t',
      ' ',
      'INSUFFICIENT_CREDITS',
      'top-up.',
      'é_é',
      '!',
      '{',
      '}',
      '(',
      ')',
      ':',
    ],
  );

  it('makes text of everything, which is shown as it was, but for what cannot be seen', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(pieces, fc.string({ unit: 'grapheme', maxLength: 5 })), { maxLength: 8 }), (parts) => {
        const text = parts.join('');
        // Line breaks become spaces; other parsers of Markdown take U+0000 for nothing.
        const expected = showUnseen(text.replaceAll('\0', '').replace(/\s+/g, ' ')).trim();
        assert.equal(show(escapeMarkdown(text.replaceAll('\0', ''))), expected, escapeMarkdown(text));
      }),
      { numRuns: 3_000 },
    );
  });

  it('leaves ordinary sentences and codes as they are', () => {
    for (const text of [
      'INSUFFICIENT_CREDITS',
      'The top-up (of 5.00 $) failed: try again. It is #3!',
      'a.b-c+d = {e}',
      '429 > 400, and so on',
    ])
      assert.equal(escapeMarkdown(text), text);
  });
});
