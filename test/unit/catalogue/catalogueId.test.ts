import assert from 'node:assert/strict';
import { toApiName, toCatalogueId } from '../../../server/src/shared/catalogueId.ts';

describe('naming a catalogue after its document', () => {
  const titles: readonly (readonly [string, string, string])[] = [
    ['Errors of the Pay API', 'Pay API', 'pay'],
    ['Error codes for Binance', 'Binance', 'binance'],
    ['Shop API Error Reference', 'Shop API', 'shop'],
    ['Mail – error codes', 'Mail', 'mail'],
    ['Shop API', 'Shop API', 'shop'],
    ['Errors', 'Errors', ''],
    ['Error code reference', 'Error code reference', ''],
    ['Errores de la API', 'Errores de la API', ''],
    ['错误码', '错误码', ''],
  ];
  for (const [title, name, id] of titles) {
    it(title, () => assert.deepEqual([toApiName(title), toCatalogueId(toApiName(title))], [name, id]));
  }
});
