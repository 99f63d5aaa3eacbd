import assert from 'node:assert/strict';
import path from 'node:path';
import { addressOf, fileOf } from '../../../server/src/adapters/files/fileAddress.ts';
import { pathInside } from '../../../server/src/adapters/files/pathInside.ts';

describe('pathInside', () => {
  const folder = path.resolve('/home/me/app');

  it('is the path from the folder, with slashes', () => {
    assert.equal(pathInside(folder, path.join(folder, 'src', 'pay.ts')), 'src/pay.ts');
    assert.equal(pathInside(folder, folder), '');
  });

  it('takes names that begin with dots for what they are', () => {
    assert.equal(pathInside(folder, path.join(folder, '..data', 'app.log')), '..data/app.log');
    assert.equal(pathInside(folder, path.join(folder, '...')), '...');
  });

  it('is undefined outside', () => {
    for (const outside of ['..', '../app2', '../../x', '/etc'])
      assert.equal(pathInside(folder, path.resolve(folder, outside)), undefined, outside);
  });

  it('is undefined on another drive, and knows a drive in either case', function () {
    if (process.platform !== 'win32') this.skip();
    assert.equal(pathInside('C:\\app', 'D:\\app\\x.ts'), undefined);
    assert.equal(pathInside('c:\\app', 'C:\\App\\x.ts'), 'x.ts');
  });
});

describe('the address of a file', () => {
  it('leads back to the file', () => {
    const file = path.resolve('/home/me/app (v2)/[id]/ü#%.ts');
    assert.equal(fileOf(addressOf(file)), file);
    assert.equal(fileOf('untitled:Untitled-1'), undefined);
  });

  it('is one for every spelling of a drive', function () {
    if (process.platform !== 'win32') this.skip();
    assert.equal(addressOf('C:\\a b.ts'), 'file:///c%3A/a%20b.ts');
    assert.equal(addressOf('c:\\a b.ts'), 'file:///c%3A/a%20b.ts');
    for (const spelling of ['file:///c%3A/a%20b.ts', 'file:///C:/a%20b.ts']) assert.equal(fileOf(spelling), 'C:\\a b.ts');
  });
});
