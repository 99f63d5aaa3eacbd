import assert from 'node:assert/strict';
import { createCatalogue } from '../../../server/src/service/catalogue/createCatalogue.ts';
import { diffCatalogues } from '../../../server/src/service/catalogue/diffCatalogues.ts';
import { pythonGenerator } from '../../../server/src/service/generate/python.ts';
import { typescriptGenerator } from '../../../server/src/service/generate/typescript.ts';
import type { CatalogueFile } from '../../../server/src/service/catalogue/catalogueFile.ts';

const file: CatalogueFile = {
  id: 'shop',
  title: 'Shop API',
  codes: [
    { code: 'CARD_DECLINED', status: 402, cause: 'x' },
    { code: 'SOLD_OUT', status: 409, cause: 'x' },
  ],
  classes: [{ name: 'CardError', codes: ['CARD_DECLINED'] }],
  operations: {
    pay: { names: ['pay'], codes: ['CARD_DECLINED'] },
    'POST /orders */ x': { codes: ['SOLD_OUT', 'CARD_DECLINED'] },
    ping: { codes: [] },
  },
};
const create = (changes: Partial<CatalogueFile> = {}) =>
  createCatalogue({ ...file, ...changes }, { builtin: false, locations: [] });

describe('types for operations', () => {
  const input = { catalogue: create(), codes: [...create().codes.values()], typeName: 'ShopErrorCode', source: 'shop' };

  it('list what each operation can answer with, in TypeScript', () => {
    const text = typescriptGenerator.write(input) ?? '';
    assert.ok(text.includes("export type PayShopErrorCode = 'CARD_DECLINED';"), text);
    assert.ok(text.includes("export type PostOrdersXShopErrorCode = 'CARD_DECLINED' | 'SOLD_OUT';"), text);
    assert.ok(!text.includes('PingShopErrorCode'), text);
    assert.ok(!text.includes('*/ x'), text);
  });

  it('list it in Python', () => {
    const text = pythonGenerator.write(input) ?? '';
    assert.ok(text.includes('PayShopErrorCode = Literal[\n    "CARD_DECLINED",\n]\n'), text);
  });
});

describe('differences of catalogues', () => {
  it('name classes and operations that cover other codes', () => {
    const now = create({
      classes: [
        { name: 'CardError', codes: ['CARD_DECLINED', 'SOLD_OUT'] },
        { name: 'StockError', codes: ['SOLD_OUT'] },
      ],
      operations: { ping: { codes: [] } },
    });
    assert.deepEqual(
      diffCatalogues(create(), now).parts.map(({ part, name, change }) => `${change} ${part} ${name}`),
      ['added class StockError', 'changed class CardError', 'removed operation pay', 'removed operation POST /orders */ x'],
    );
    assert.deepEqual(diffCatalogues(now, now).parts, []);
  });
});
