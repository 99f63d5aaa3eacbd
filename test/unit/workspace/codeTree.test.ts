import assert from 'node:assert/strict';
import type { CatalogueCoverageItem, PlaceItem } from '../../../server/src/protocol/protocol.ts';
import {
  buildCodeTree,
  type CodeTreeNode,
  defaultTreeOptions,
  type TreeOptions,
} from '../../../client/src/errorCodes/codeTree.ts';

const place = (role: PlaceItem['role']): PlaceItem => ({
  uri: 'file:///a.ts',
  range: { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } },
  role,
});
const code = (name: string, status: string, groups: readonly string[], ...roles: PlaceItem['role'][]) => ({
  code: name,
  status,
  groups,
  cause: `About ${name.toLowerCase()}`,
  retired: false,
  places: roles.map(place),
});
const shop: CatalogueCoverageItem = {
  id: 'shop',
  title: 'Shop',
  handled: 1,
  total: 3,
  groups: { pay: 'Payment' },
  leftOut: 0,
  openSites: 0,
  open: false,
  codes: [
    code('DECLINED', '402', ['pay'], 'handled', 'named'),
    code('SOLD_OUT', '409', []),
    code('LATE', '', ['pay'], 'compared'),
  ],
  markdown: '',
};

/** The tree as text: one row a line, indented. */
function spell(nodes: readonly CodeTreeNode[], indent = ''): string[] {
  return nodes.flatMap((node) => {
    const label =
      node.kind === 'catalogue'
        ? `${node.catalogue.title} ${node.handled}/${node.total}`
        : node.kind === 'unnamed'
          ? `unnamed ${node.count}`
          : node.kind === 'group'
            ? `${node.label} ${node.handled}/${node.total}`
            : node.kind === 'code'
              ? node.code.code
              : node.kind === 'class'
                ? node.name
                : node.place.role;
    return [indent + label, ...('children' in node ? spell(node.children, `${indent} `) : [])];
  });
}

describe('the tree of error codes', () => {
  const tree = (options: Partial<TreeOptions>) => spell(buildCodeTree([shop], { ...defaultTreeOptions, ...options }));

  it('goes from catalogue to status, code and places; codes without a status last', () => {
    assert.deepEqual(tree({}), [
      'Shop 1/3',
      ' 402 1/1',
      '  DECLINED',
      '   handled',
      '   named',
      ' 409 0/1',
      '  SOLD_OUT',
      '  0/1',
      '  LATE',
      '   compared',
    ]);
  });

  it('shows only codes that no place handles', () => {
    assert.deepEqual(tree({ onlyUnhandled: true }), ['Shop 0/2', ' 409 0/1', '  SOLD_OUT', '  0/1', '  LATE', '   compared']);
  });

  it('keeps the codes of an open API that nothing names apart, but where it is filtered', () => {
    const open = { ...shop, open: true };
    const spelt = (options: Partial<TreeOptions>) => spell(buildCodeTree([open], { ...defaultTreeOptions, ...options }));
    assert.deepEqual(spelt({}), [
      'Shop 1/3',
      ' 402 1/1',
      '  DECLINED',
      '   handled',
      '   named',
      '  0/1',
      '  LATE',
      '   compared',
      ' unnamed 1',
      '  409 0/1',
      '   SOLD_OUT',
    ]);
    assert.deepEqual(spelt({ filter: 'sold' }), ['Shop 0/1', ' 409 0/1', '  SOLD_OUT']);
  });

  it('has no groups where no code has one', () => {
    const codes = [code('SOLD_OUT', '', []), code('LATE', '', [])];
    assert.deepEqual(spell(buildCodeTree([{ ...shop, codes }], defaultTreeOptions)), ['Shop 0/2', ' SOLD_OUT', ' LATE']);
  });

  it('filters by code, status, group and cause, and leaves out what has nothing left', () => {
    for (const filter of ['decl', '402', 'about declined']) assert.deepEqual(tree({ filter })[2], '  DECLINED', filter);
    assert.deepEqual(
      tree({ filter: 'payment' }).filter((row) => /^ {2}\S/.test(row)),
      ['  DECLINED', '  0/1', '  LATE'],
    );
    assert.deepEqual(tree({ filter: 'nothing' }), []);
  });

  it('groups by group and sorts', () => {
    assert.deepEqual(tree({ groupBy: 'group' }).slice(0, 3), ['Shop 1/3', ' Payment 1/2', '  DECLINED']);
    assert.deepEqual(tree({ groupBy: 'group', sortBy: 'handled' }).slice(0, 3), ['Shop 1/3', '  0/1', '  SOLD_OUT']);
  });

  it('has the classes that catch a code below it, and their places below them', () => {
    const caught = (errorClass: string): PlaceItem => ({ ...place('caught'), errorClass });
    const declined = {
      ...code('DECLINED', '402', ['pay']),
      places: [place('handled'), caught('CardError'), caught('ShopError'), caught('CardError')],
    };
    assert.deepEqual(spell(buildCodeTree([{ ...shop, codes: [declined] }], defaultTreeOptions)), [
      'Shop 1/1',
      ' 402 1/1',
      '  DECLINED',
      '   handled',
      '   CardError',
      '    caught',
      '    caught',
      '   ShopError',
      '    caught',
    ]);
  });
});
