import assert from 'node:assert/strict';
import { shownAddress } from '../../../server/src/service/render/address.ts';
import { renderJson } from '../../../server/src/service/render/json.ts';
import { renderLine, renderLines } from '../../../server/src/service/render/terminal.ts';

describe('text for a terminal', () => {
  it('is one line, which shows what it would have obeyed', () => {
    assert.equal(renderLine('a\u001b]52;c;x\u0007\nb\u202ec'), 'a␛]52;c;x␇␊b[U+202E]c');
  });
  it('becomes no command for a CI job', () => {
    assert.equal(renderLine('::error::x'), ': :error::x');
    assert.equal(renderLines('a\n  ::stop-commands::t\n##[add-mask]x'), 'a\n  : :stop-commands::t\n# #[add-mask]x');
    assert.equal(renderLine('std::string'), 'std::string');
    assert.equal(renderLines('a\r\nb\rc'), 'a\nb␍c');
  });
  it('keeps colours where they are ours', () => {
    assert.equal(renderLines('\u001b[31mred\u001b[39m', true), '\u001b[31mred\u001b[39m');
    assert.equal(renderLines('\u001b[31mred', false), '␛[31mred');
    assert.equal(renderLines('\u001b[31m::error::\u001b]0;x', true).includes('\u001b]'), false);
  });
});

describe('JSON', () => {
  it('is the same value with nothing raw that a terminal obeys', () => {
    const value = { a: 'x\u009b31m\u007f\u202e\ud800\u{e0041}\u2028', b: ['😀'] };
    const json = renderJson(value);
    assert.deepEqual(JSON.parse(json), value);
    assert.doesNotMatch(json, /[\u007f-\u009f\u202e\u2028\ud800\u{e0000}-\u{e0fff}]/u);
    assert.match(json, /😀/);
  });
});

describe('an address', () => {
  it('is of the web, and has no credentials', () => {
    assert.equal(shownAddress('https://user:pw@example.com/a?b'), 'https://example.com/a?b');
    assert.equal(shownAddress('https://example.com/a?b'), 'https://example.com/a?b');
    for (const other of ['file:///etc/passwd', 'javascript:alert(1)', 'https://a b', '', 'https://'])
      assert.equal(shownAddress(other), undefined, other);
  });
});
