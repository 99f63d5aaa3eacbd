import assert from 'node:assert/strict';
import { kindOfContent } from '../../../server/src/adapters/logFiles/contentKind.ts';
import { createMixedDecoder } from '../../../server/src/adapters/logFiles/mixedDecoder.ts';
import { detectEncoding, encodeText, type TextEncoding } from '../../../server/src/adapters/logFiles/textEncoding.ts';

const lines = '2026-05-04T12:00:00Z INFO größer, 支付失败请求被拒绝\r\n'.repeat(10);

describe('createMixedDecoder', () => {
  it('reads UTF-16 behind UTF-8 and UTF-8 behind UTF-16, however the text is cut', () => {
    const ascii = 'a line that somebody has written before\n';
    const orders: readonly (readonly TextEncoding[])[] = [
      ['utf-8', 'utf-16le'],
      ['utf-16le', 'utf-8'],
      ['utf-8', 'utf-16le', 'utf-8', 'utf-16le'],
    ];
    for (const order of orders) {
      const bytes = Buffer.concat(order.map((encoding) => encodeText(`${ascii}${lines}`, encoding)));
      for (const size of [601, 1_000, bytes.length]) {
        const { decode, finish } = createMixedDecoder();
        let text = '';
        for (let at = 0; at < bytes.length; at += size) text += decode(bytes.subarray(at, at + size));
        const whole = text + finish();
        assert.equal(
          whole.match(/^2026-05-04T12:00:00Z INFO größer, 支付失败请求被拒绝\r$/gm)?.length,
          10 * order.length,
          `${order.join()} ${size}`,
        );
      }
    }
  });
});

describe('detectEncoding', () => {
  it('recognises UTF-16 with few characters of ASCII, and takes nothing else for it', () => {
    const chinese = `${'支付失败请求被拒绝错误代码余额不足请检查您的账户并重试谢谢'.repeat(4)}\r\n`.repeat(5);
    assert.equal(detectEncoding(encodeText(chinese, 'utf-16le')), 'utf-16le');
    assert.equal(detectEncoding(encodeText(chinese, 'utf-16be')), 'utf-16be');
    assert.equal(detectEncoding(Buffer.from(`${chinese}\0\0${chinese}`)), 'utf-8');
    assert.equal(detectEncoding(Buffer.from(`${'\0'.repeat(30)}${lines}`)), 'utf-8');
    assert.equal(detectEncoding(Buffer.from('größer\0\0 größer', 'latin1')), 'utf-8');
    // A few lines, and as many again in UTF-16 behind them.
    assert.equal(detectEncoding(Buffer.concat([Buffer.from(lines), encodeText(lines.repeat(20), 'utf-16le')])), 'utf-8');
  });
});

describe('kindOfContent', () => {
  it('recognises UTF-32 and compressed data among every text that is read', () => {
    const wide = (text: string, isLittle: boolean) => {
      const bytes = Buffer.alloc(4 * text.length);
      for (const [index, character] of [...text].entries()) {
        const code = character.codePointAt(0) ?? 0;
        if (isLittle) bytes.writeUInt32LE(code, 4 * index);
        else bytes.writeUInt32BE(code, 4 * index);
      }
      return bytes;
    };
    for (const text of [lines, `\uFEFF${lines}`, '\uFEFFab'])
      for (const isLittle of [true, false]) assert.match(JSON.stringify(kindOfContent(wide(text, isLittle))), /UTF-32/);
    for (const text of [
      lines,
      `\uFEFF${lines}`,
      'a\n',
      '',
      '\0'.repeat(100),
      'BZh9 begins',
      'PK, said she',
      '(µ/ý',
      '7z is a name',
    ])
      for (const encoding of ['utf-8', 'utf-16le', 'utf-16be'] as const)
        assert.equal(kindOfContent(encodeText(text, encoding)), undefined, `${text} ${encoding}`);
  });
});
