import assert from 'node:assert/strict';
import { findWhole } from '../../../server/src/service/logs/findWhole.ts';
import { spellingsOf } from '../../../server/src/shared/requestIds/requestIdSpellings.ts';

/** An id, and how programs write it. */
const written: readonly (readonly [id: string, ...forms: string[]])[] = [
  // PHP; .NET; addresses with digits in capitals and in small letters.
  ['q7/z8+k9=', 'q7\\/z8+k9=', 'q7/z8\\u002Bk9=', 'q7%2Fz8%2Bk9%3D', 'q7%2fz8%2bk9%3d'],
  ['a"b<9>&', 'a\\"b<9>&', 'a\\u0022b\\u003C9\\u003E\\u0026', 'a%22b%3C9%3E%26'],
  // Python and Ruby keep to ASCII, PHP also escapes the slash.
  ['réq/ü-1', 'r\\u00e9q/\\u00fc-1', 'r\\u00e9q\\/\\u00fc-1', 'r\\u00E9q/\\u00FC-1'],
  ['x😀-42', 'x\\ud83d\\ude00-42', 'x\\uD83D\\uDE00-42', 'x%F0%9F%98%80-42'],
  ['a\\b-7', 'a\\\\b-7', 'a%5Cb-7'],
];

describe('ids as programs escape them', () => {
  for (const [id, ...forms] of written)
    for (const form of [id, ...forms])
      it(`finds ${id} as ${form}`, () => {
        const line = `{"request_id":"${form}"}`;
        const place = findWhole(line, id);
        assert.equal(place && line.slice(place.at, place.end), form);
        assert.equal(findWhole(`{"request_id":"${form}x"}`, id), undefined);
      });

  it('spells an id without such signs once', () => {
    for (const id of ['req_7sK2mVx0KcY5nL', 'order-12.7', 'a:b'])
      assert.deepEqual(
        spellingsOf(id)
          .map(({ text }) => text)
          .filter((text) => !text.includes('%')),
        [id],
      );
  });
});
