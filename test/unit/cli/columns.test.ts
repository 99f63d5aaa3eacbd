import assert from 'node:assert/strict';
import { cutColumns, padColumns, widthOf, wrapColumns } from '../../../server/src/cli/columns.ts';

describe('columns of a terminal', () => {
  it('counts wide characters twice and marks not at all', () => {
    for (const [text, width] of [
      ['', 0],
      ['never', 5],
      ['比較のみ', 8],
      ['처리됨', 6],
      ['已处理', 6],
      ['（！）', 6],
      ['über', 4],
      ['u\u0308ber', 4],
      ['🙂', 2],
    ] as const)
      assert.equal(widthOf(text), width, text);
  });

  it('fills and cuts by columns', () => {
    assert.equal(`${padColumns('なし', 6)}|`, 'なし  |');
    assert.equal(padColumns('なし', 6, 'start'), '  なし');
    assert.equal(padColumns('never', 3), 'never');
    assert.equal(cutColumns('エラー', 6), 'エラー');
    assert.equal(cutColumns('エラー コード', 6), 'エラ…');
    assert.equal(cutColumns('error codes', 6), 'error…');
  });

  it('breaks lines between words and between wide characters, and leaves lines as they are', () => {
    assert.equal(wrapColumns('one two three\nfour', 8), 'one two\nthree\nfour');
    assert.equal(wrapColumns('要求 ID を検索する', 8), '要求 ID\nを検索す\nる');
    // A full stop begins no line.
    assert.equal(wrapColumns('検索する。', 8), '検索す\nる。');
    assert.equal(wrapColumns('', 8), '');
  });
});
