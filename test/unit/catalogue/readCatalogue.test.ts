import assert from 'node:assert/strict';
import { codesOfClass, isBaseClass } from '../../../server/src/service/catalogue/classIndex.ts';
import { readCatalogue } from '../../../server/src/service/catalogue/readCatalogue.ts';

const read = (text: string) => readCatalogue(text, { builtin: false, uri: 'file:///shop.error-codes.yaml' });
const said = (text: string) => read(text).problems.map(({ line, column, message }) => `${line + 1}:${column + 1} ${message}`);

describe('reading a catalogue', () => {
  it('reads YAML and JSON alike', () => {
    const yaml = read(
      'id: shop\ntitle: Shop API\ncodes:\n  - code: CARD_DECLINED\n    status: [402, "4xx"]\n    cause: The card was declined\n',
    );
    const json = read(
      '{"id":"shop","title":"Shop API","codes":[{"code":"CARD_DECLINED","status":[402,"4xx"],"cause":"The card was declined"}]}',
    );
    assert.deepEqual(yaml.problems, []);
    const entry = yaml.catalogue?.codes.get('CARD_DECLINED');
    assert.deepEqual(entry?.statuses, [402, '4xx']);
    assert.deepEqual({ ...entry, location: undefined }, { ...json.catalogue?.codes.get('CARD_DECLINED'), location: undefined });
  });

  it('takes numbers as codes', () => {
    assert.ok(
      read('id: phone\ntitle: Phone API\ncodes: [{ code: 21211, status: 400, cause: Not a number }]').catalogue?.codes.has(
        '21211',
      ),
    );
  });

  it('names what is wrong and where', () => {
    assert.deepEqual(said('id: shop\ntitle: Shop API\ncodes:\n  - code: A B\n    cause: x\n'), [
      '4:11 codes.0.code must be a string without white space, or a whole number.',
    ]);
    assert.deepEqual(said('id: shop\ntitle: Shop API\ncodes:\n  - code: A\n    cause: x\n    status: 4000\n'), [
      '6:13 codes.0.status must be an HTTP status (100 to 599), a class such as "4xx", or a list of them.',
    ]);
    assert.deepEqual(said('id: shop\ntitle: Shop API\ncolour: red\ncodes:\n  - code: A\n    cause: x\n'), [
      '3:1 The catalogue has an unknown key "colour".',
    ]);
    assert.deepEqual(said('id: shop\ncodes:\n  - code: A\n    cause: x\n'), ['1:1 The catalogue lacks the key "title".']);
    assert.deepEqual(said('id: shop\ntitle: Shop API\ncodes:\n  - code: A\n    cause: x\n    retry: maybe\n'), [
      '6:12 codes.0.retry must be one of never, afterChange, backoff.',
    ]);
  });

  it('reads classes, operations and whether the API is open', () => {
    const { catalogue, problems } = read(`id: shop
title: Shop API
open: true
codes:
  - { code: A, status: 402, cause: x }
  - { code: B, status: 429, cause: x }
  - { code: C, status: 429, cause: x, retired: true }
classes:
  - { name: ShopError, in: { python: [shop] } }
  - { name: RateLimitError, in: { python: [shop] }, extends: ShopError, status: 429 }
  - { name: CardError, extends: ShopError, codes: [A], retry: afterChange }
operations:
  Pay: { names: [pay, POST /pay], codes: [A] }
`);
    assert.deepEqual(problems, []);
    assert.ok(catalogue?.open);
    assert.deepEqual([...(catalogue.operations.get('Pay')?.codes ?? [])], ['A']);
    const covered = catalogue.classes.map((each) => [...codesOfClass(catalogue, each)].join(' '));
    assert.deepEqual(covered, ['A B', 'B', 'A']);
    assert.deepEqual(
      catalogue.classes.filter((each) => isBaseClass(catalogue, each)).map(({ name }) => name),
      ['ShopError'],
    );
  });

  it('names codes and classes that a catalogue does not have, and keeps the rest', () => {
    const text = `id: shop
title: Shop API
codes:
  - { code: A, cause: x }
classes:
  - { name: One, extends: None, codes: [B] }
  - { name: Two, extends: Three }
  - { name: Three, extends: Two }
operations:
  Pay: { codes: [A, C] }
`;
    assert.deepEqual(said(text), [
      '6:41 B is not among the codes.',
      '6:27 None is not among the classes.',
      '7:27 Two extends itself.',
      '8:29 Three extends itself.',
      '10:21 C is not among the codes.',
    ]);
    const { catalogue } = read(text);
    assert.equal(catalogue?.classes.length, 3);
    for (const each of catalogue.classes) assert.equal(codesOfClass(catalogue, each).size, 0);
  });

  it('names the second of two equal codes, and keeps the first', () => {
    const text = 'id: shop\ntitle: Shop API\ncodes:\n  - code: A\n    cause: first\n  - code: A\n    cause: second\n';
    assert.deepEqual(said(text), ['6:5 The code A is listed twice; line 4 holds.']);
    assert.equal(read(text).catalogue?.codes.get('A')?.cause, 'first');
  });

  it('answers broken and hostile texts with problems, quickly', () => {
    assert.match(said('id: [shop\n')[0] ?? '', /^\d+:\d+ /);
    assert.equal(said('').length, 1);
    assert.equal(said('just words').length, 1);
    const laughs = Array.from(
      { length: 12 },
      (_, index) =>
        `l${index}: &l${index} [${Array(10)
          .fill(index === 0 ? 'x' : `*l${index - 1}`)
          .join(', ')}]`,
    ).join('\n');
    assert.match(said(laughs)[0] ?? '', /alias/i);
  });
});
