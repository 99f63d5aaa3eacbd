import assert from 'node:assert/strict';
import { parse } from 'yaml';
import { readCatalogue } from '../../../server/src/service/catalogue/readCatalogue.ts';
import { completeCatalogue, describeKey } from '../../../server/src/service/features/catalogueCompletion.ts';
import { readMarkedText } from '../support/markedText.ts';

const { catalogue } = readCatalogue(
  'id: shop\ntitle: Shop\ngroups: {auth: Access, billing: Money}\ncodes:\n  - {code: A_B, cause: First}\n  - {code: C_D, cause: Second}\n',
  { builtin: false },
);

function complete(marked: string): readonly string[] {
  const { text, cursor } = readMarkedText(marked);
  return completeCatalogue(text, cursor, catalogue).map(({ label }) => label);
}

/** The text after the named proposal was taken. */
function accept(marked: string, label: string): string {
  const { text, cursor } = readMarkedText(marked);
  const proposal = completeCatalogue(text, cursor, catalogue).find((candidate) => candidate.label === label);
  assert.ok(proposal, label);
  return text.slice(0, proposal.replace.start) + proposal.text + text.slice(proposal.replace.end);
}

describe('completion in a catalogue file', () => {
  it('proposes the keys that an object has not yet', () => {
    assert.deepEqual(complete('id: shop\n⟦|⟧\ncodes: []\n'), [
      '$schema',
      'title',
      'docs',
      'detect',
      'requestId',
      'secrets',
      'groups',
      'open',
      'classes',
      'operations',
    ]);
    assert.ok(complete('codes:\n  - code: A\n    ⟦|⟧\n').includes('cause'));
    assert.deepEqual(complete('classes:\n  - name: A\n    ⟦|⟧\n'), ['in', 'extends', 'codes', 'status', 'cause', 'retry']);
    assert.deepEqual(complete('operations:\n  PutItem:\n    ⟦|⟧\n'), ['names', 'codes']);
    assert.ok(!complete('codes:\n  - code: A\n    ⟦|⟧\n    cause: x\n').includes('cause'));
    assert.ok(complete('codes:\n  - code: A\n    cause: x\n  - co⟦|⟧\n').includes('code'));
    assert.deepEqual(complete('detect:\n  hosts: [a.b]\n  n⟦|⟧\n'), ['names', 'keyPrefixes', 'modules']);
    assert.ok(complete('{\n  "id": "x",\n  "codes": [\n    {\n      "code": "A",\n      "⟦|⟧"\n    }\n  ]\n}').includes('cause'));
  });

  it('proposes ids of groups, other codes as successors, statuses and what the schema names', () => {
    assert.deepEqual(complete('codes:\n  - code: A\n    groups: [au⟦|⟧]\n'), ['auth', 'billing']);
    assert.deepEqual(complete('codes:\n  - code: A\n    groups:\n      - ⟦|⟧\n'), ['auth', 'billing']);
    assert.deepEqual(complete('codes:\n  - code: A\n    replacedBy: [⟦|⟧]\n'), ['A_B', 'C_D']);
    assert.deepEqual(complete('classes:\n  - name: A\n    codes: [⟦|⟧]\n'), ['A_B', 'C_D']);
    assert.deepEqual(complete('codes:\n  - code: A\n    retry: ⟦|⟧\n'), ['never', 'afterChange', 'backoff']);
    assert.deepEqual(complete('codes:\n  - code: A\n    retired: ⟦|⟧\n'), ['true', 'false']);
    assert.ok(complete('codes:\n  - code: A\n    status: 4⟦|⟧\n').includes('402'));
  });

  it('writes what is chosen as the file is written', () => {
    assert.equal(accept('codes:\n  - code: A\n    ca⟦|⟧\n', 'cause'), 'codes:\n  - code: A\n    cause: \n');
    assert.equal(accept('codes:\n  - code: A\n    groups: [au⟦|⟧]\n', 'auth'), 'codes:\n  - code: A\n    groups: [auth]\n');
    assert.equal(
      accept('{\n  "codes": [\n    {\n      "code": "A",\n      "groups": ["⟦|⟧"]\n    }\n  ]\n}', 'auth'),
      '{\n  "codes": [\n    {\n      "code": "A",\n      "groups": ["auth"]\n    }\n  ]\n}',
    );
  });

  it('writes codes so that they are read as the same codes', () => {
    const codes = [
      '402',
      'true',
      'a:b,c',
      'x],retired:true,#',
      '-{',
      '!tag',
      '&a',
      '*a',
      '%d',
      '@at',
      "it's",
      'q"q',
      '\\u0041',
      'tag\u{E0041}',
    ];
    const file = JSON.stringify({ id: 'shop', title: 'Shop', codes: codes.map((code) => ({ code, cause: 'x' })) });
    const own = readCatalogue(file, { builtin: false }).catalogue;
    const places = [
      ...['codes:\n  - code: A\n    replacedBy: [⟦|⟧]\n', 'codes:\n  - code: A\n    replacedBy:\n      - ⟦|⟧\n'],
      ...[`codes:\n  - code: A\n    replacedBy: ['⟦|⟧']\n`, 'codes:\n  - code: A\n    replacedBy: ["⟦|⟧"]\n'],
      ...['[⟦|⟧]', '["⟦|⟧"]'].map(
        (list) => `{\n  "codes": [\n    {\n      "code": "A",\n      "replacedBy": ${list}\n    }\n  ]\n}`,
      ),
    ];
    for (const place of places) {
      const { text, cursor } = readMarkedText(place);
      const proposals = completeCatalogue(text, cursor, own);
      const read = proposals.map(({ replace, text: written }) => {
        const after = text.slice(0, replace.start) + written + text.slice(replace.end);
        return (parse(after) as { codes: { replacedBy: unknown[] }[] }).codes[0]?.replacedBy;
      });
      assert.deepEqual(
        read,
        [...(own?.codes.keys() ?? [])].map((code) => [code]),
        place,
      );
      assert.equal(proposals.length, own?.codes.size);
    }
    assert.ok((own?.codes.size ?? 0) >= 6);
  });

  it('explains a key', () => {
    const { text, cursor } = readMarkedText('codes:\n  - code: A\n    rem⟦|⟧edy: x\n');
    assert.match(describeKey(text, cursor)?.description ?? '', /What to do about it/);
  });
});
