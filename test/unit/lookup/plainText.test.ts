import assert from 'node:assert/strict';
import { plainText } from '../../../client/src/plainText.ts';
import { showUnseen } from '../../../server/src/shared/showUnseen.ts';

// How VS Code finds links in a message (src/vs/base/common/linkedText.ts), and icons in a label (iconLabels.ts).
const link = /\[([^\]]+)\]\(((?:https?:\/\/|command:|file:)[^)\s]+)(?: (["'])(.+?)(\3))?\)/i;
const icon = /\$\([A-Za-z0-9-]+(?:~[A-Za-z]+)?\)/;

describe('text from outside in a message of the editor', () => {
  it('becomes no link and no icon', () => {
    for (const text of [
      'x[click](command:workbench.action.terminal.new)y',
      '[a](https://evil.test "title")[b](command:x)',
      'see [a](file:///etc/passwd)',
      '$(trash) $(sync~spin)',
    ]) {
      assert.ok(link.test(text) || icon.test(text), text);
      const plain = plainText(text);
      assert.ok(!link.test(plain) && !icon.test(plain), plain);
      assert.equal(plain.replaceAll('\u2060', ''), text);
    }
  });

  it('cannot turn around the text behind it, nor hide', () => {
    assert.equal(plainText('photo\u202Egpj.exe\u202C'), 'photo[U+202E]gpj.exe[U+202C]');
    assert.equal(showUnseen('a\u0007b\u0000c\u001b[31md\u007fe\u0085f'), 'a␇b␀c␛[31md␡e[U+0085]f');
  });

  it('is otherwise as it was', () => {
    const text = 'logs/größe (2).log:12\t“𝒳” שלום\r\n[a] (b) 5 $';
    assert.equal(plainText(text), text);
  });
});
