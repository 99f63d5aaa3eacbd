import assert from 'node:assert/strict';
import { pageAnswer } from '../../../server/src/shared/assistants/pageAnswer.ts';

describe('answers to assistants', () => {
  it('are whole where they are short', () => {
    assert.equal(pageAnswer('a\nb\n'), 'a\nb\n');
    assert.equal(pageAnswer(''), '');
  });

  it('come in parts that together are everything', () => {
    const text = Array.from({ length: 5_000 }, (_, at) => `line ${at} of a long answer`).join('\n');
    const lines: string[] = [];
    let parts = 0;
    for (let cursor: number | undefined = 0; cursor !== undefined; parts++) {
      const part = pageAnswer(text, { cursor });
      lines.push(...part.split('\n').filter((line) => line.startsWith('line')));
      const next: string | undefined = /with the cursor (\d+) for the rest\.$/.exec(part)?.[1];
      assert.match(part, /\n\nThese are the lines \d+ to \d+ of 5000/);
      cursor = next === undefined ? undefined : Number(next);
    }
    assert.equal(lines.join('\n'), text);
    assert.ok(parts > 2 && parts < 10, `${parts}`);
  });

  it('count the characters of other scripts as more tokens', () => {
    const size = (line: string) => pageAnswer(Array.from({ length: 50_000 }, () => line).join('\n')).length;
    assert.ok(size('エラーコードが見つかりません') * 2 < size('error code not found'));
  });

  it('cut long lines with a mark, and not in the middle of a character', () => {
    const line = pageAnswer(`${'😀'.repeat(1_500)}\nend`).split('\n')[0] ?? '';
    assert.match(line, /^(?:😀)+… \(1000 more characters\)$/);
    const odd = pageAnswer(`x${'😀'.repeat(1_500)}`);
    assert.match(odd, /^x(?:😀)+… \(1002 more characters\)$/u);
  });

  it('say that there is nothing behind the end', () => {
    assert.equal(pageAnswer('a\nb', { cursor: 7 }), 'The answer has 2 lines: there is nothing at cursor 7.');
  });
});
