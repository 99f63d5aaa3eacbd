import assert from 'node:assert/strict';
import { limits } from '../../../../server/src/service/limits.ts';
import { createLocator, placeValue } from '../../../../server/src/service/catalogue/sources/placedAccess.ts';
import { parsePlaced } from '../../../../server/src/service/catalogue/sources/placedDocument.ts';
import { parsePlacedYaml } from '../../../../server/src/service/catalogue/sources/placedYaml.ts';
import type { Placed, PlacedDocument } from '../../../../server/src/service/catalogue/sources/placed.ts';

/** The plain value of a tree. */
function valueOf(node: Placed): unknown {
  if (node.kind === 'scalar') return node.value;
  if (node.kind === 'list') return node.items.map(valueOf);
  return Object.fromEntries([...node.entries].map(([key, { value }]) => [key, valueOf(value)]));
}

/** The strict parser reads YAML as it should be, large maps part by part, and the tolerant one the rest; all give the same. */
const readers: Readonly<Record<string, (text: string) => Promise<PlacedDocument | undefined>>> = {
  strictly: (text) => parsePlacedYaml(text),
  'part by part': (text) => parsePlacedYaml(text, 1),
  // A bracket that is closed too far to the left is what people write.
  tolerantly: (text) => parsePlaced(`${text}\nclosed: [\n]\n`, false),
};

const values: Readonly<Record<string, readonly [text: string, value: unknown]>> = {
  scalars: [
    'a: text # comment\nb: 404\nc: 0101\nd: 1.0\ne: ~\nf: "404"\ng: true\nh: -32700\ni: 0x1F\nj: Infinity\nk:\n404: x',
    {
      404: 'x',
      a: 'text',
      b: 404,
      c: '0101',
      d: '1.0',
      e: null,
      f: '404',
      g: true,
      h: -32700,
      i: '0x1F',
      j: 'Infinity',
      k: null,
    },
  ],
  'texts over several lines': [
    "a: |\n  one\n  two\nb: >-\n  one\n  two\nc: 'it''s\n  two'\nd: \"\\u00e9\"\ne: one\n  two",
    { a: 'one\ntwo\n', b: 'one two', c: "it's two", d: 'é', e: 'one two' },
  ],
  'lists and maps': ['a:\n- - b\n  - {c: [d, e: f]}\n- []\n-\n', { a: [['b', { c: ['d', { e: 'f' }] }], [], null] }],
  'equal keys': ['a: 1\nb: 2\na: 3', { a: 3, b: 2 }],
  aliases: ['a: &x [1, *x]\nb: *x\nc: &y z\nd: *y', { a: [1, null], b: [1, null], c: 'z', d: 'z' }],
  'merged maps': [
    'a: &x {b: 1, c: 2}\nd: &y {b: 3, e: 4}\nf:\n  <<: [*x, *y]\n  c: 5\ng:\n  <<: *y',
    { a: { b: 1, c: 2 }, d: { b: 3, e: 4 }, f: { b: 1, c: 5, e: 4 }, g: { b: 3, e: 4 } },
  ],
};

describe('YAML documents', () => {
  for (const [how, parse] of Object.entries(readers)) {
    for (const [name, [text, value]] of Object.entries(values))
      it(`reads ${name} ${how}`, async () => {
        const { root } = (await parse(text)) ?? {};
        const { closed: _closed, ...read } = valueOf(root ?? placeValue({}, 0)) as Record<string, unknown>;
        assert.deepEqual(read, value);
      });

    it(`gives the places of values ${how}`, async () => {
      const text = 'list:\r\n  - \u{1F600}: A_B\r\n    "in quotes": \'C_D\'\r\n  - &e E_F\r\n';
      const locate = createLocator(text);
      const places = new Map<unknown, readonly number[]>();
      const walk = (node: Placed): void => {
        const { line, column } = locate(node.offset);
        if (node.kind === 'scalar') places.set(node.value, [line, column]);
        else
          for (const each of node.kind === 'list' ? node.items : [...node.entries.values()].map(({ value }) => value)) walk(each);
      };
      const { root } = (await parse(text)) ?? {};
      walk(root ?? placeValue({}, 0));
      assert.deepEqual(
        ['A_B', 'C_D', 'E_F'].map((code) => places.get(code)),
        [
          [1, 8],
          [2, 18],
          [3, 7],
        ],
      );
    });

    it(`says that more documents follow ${how}`, async () => {
      const notes = async (text: string) => (await parse(text))?.notes.map(({ message, severity }) => [severity, message]);
      const said = ['information', 'Only the first YAML document of the file is read.'];
      assert.deepEqual(await notes('a: b\n---\nc: d'), [said]);
      assert.deepEqual(await notes('# x\n---\na: b\n'), []);
    });

    it(`refuses maps that are merged without end ${how}`, async () => {
      const keys = Array.from({ length: 1_000 }, (_none, index) => `k${index}: 1`).join(', ');
      const text = `a: &x {${keys}}\nb:\n${'- <<: *x\n'.repeat(limits.mergedEntries / 1_000 + 1)}`;
      const { root, notes } = (await parse(text)) ?? {};
      assert.equal(root, undefined);
      assert.match(notes?.[0]?.message ?? '', /merges more than 1000000 entries/);
    });
  }

  it('reads to the depth that is the limit', async () => {
    const nested = (levels: number) => `${'- '.repeat(levels)}a`;
    assert.equal((await parsePlaced(nested(limits.documentDepth), false)).root?.kind, 'list');
    const { root, notes } = await parsePlaced(nested(limits.documentDepth + 1), false);
    assert.deepEqual([root, notes.map(({ message }) => message)], [undefined, ['The document is nested too deeply to be read.']]);
  });

  it('says where a text is broken, however long it is', async () => {
    const lines = `text: ${'word '.repeat(200)}\n`.repeat(5_000);
    const { root, notes } = await parsePlaced(`${lines}list: [1, 2\n${lines}`, false);
    // The line that should have been the list's.
    assert.deepEqual([root, notes.map(({ line }) => line)], [undefined, [5_001]]);
    assert.match(notes[0]?.message ?? '', /^The YAML is broken: /);
  });

  it('reads characters that YAML forbids', async () => {
    const { root } = await parsePlaced('a: x\u0001y', false);
    assert.deepEqual(valueOf(root ?? placeValue({}, 0)), { a: 'x\u0001y' });
  });
});
