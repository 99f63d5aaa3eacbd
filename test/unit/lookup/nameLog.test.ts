import assert from 'node:assert/strict';
import { nameLog } from '../../../client/src/nameLog.ts';

describe('nameLog', () => {
  for (const [scheme, path, name] of [
    ['file', '/logs/acme.shop.worker.log', 'acme.shop.worker.log'],
    ['untitled', 'Untitled-1', 'Untitled-1'],
    ['output', 'acme.shop-tools.Shop Tools.log', 'Shop Tools'],
    ['output', 'extension-output-acme.shop-tools-#12-Shop - Tools', 'Shop - Tools'],
    ['output', 'tasks', 'tasks'],
  ] as const) {
    it(`calls ${scheme}:${path} ${name}`, () => assert.equal(nameLog({ scheme, path }), name));
  }
});
