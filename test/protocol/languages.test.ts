import assert from 'node:assert/strict';
import { runCommand } from './support/runCommand.ts';
import { createTestFolder } from './support/testClient.ts';
import { switchText } from './support/useServer.ts';

describe('the language of the command line', function () {
  this.timeout(60_000);
  let folder: ReturnType<typeof createTestFolder>;
  beforeEach(() => {
    folder = createTestFolder();
    folder.put('src/api.ts', `fetch('https://api.pikzels.com');\n${switchText}`);
  });
  afterEach(() => folder.remove());
  const german = { LC_ALL: '', LANG: 'de_DE.UTF-8' };
  const japanese = { LC_ALL: 'ja_JP.UTF-8', LANG: 'de_DE.UTF-8' };
  const english = { LC_ALL: '', LC_MESSAGES: '', LANG: 'C' };
  const check = (environment: Readonly<Record<string, string>>) => runCommand(['check'], folder.root, environment);
  const explain = (environment: Readonly<Record<string, string>>) =>
    runCommand(['explain', 'INSUFFICIENT_CREDITS', 'NOT_A_CODE'], folder.root, environment);

  it('is that of LANG', async () => {
    const { out } = await check(german);
    assert.match(out, / Fehlercodes von Pikzels API werden nicht behandelt: /);
    assert.match(out, / 1 Datei überprüft\.\n$/);
    const explained = await explain(german);
    assert.match(explained.out, /^Dokumentation: https:/m);
    assert.equal(explained.error, 'Kein Katalog hat den Fehlercode NOT_A_CODE.\n');
  });

  it('is that of LC_ALL rather', async () => {
    const { out } = await check(japanese);
    assert.match(out, /Pikzels API の \d+ 件のエラー コードが処理されていません/);
    const explained = await explain(japanese);
    assert.match(explained.out, /^ドキュメント: https:/m);
    assert.equal(explained.error, 'エラー コード NOT_A_CODE のあるカタログはありません。\n');
  });

  it('is English where there is none', async () => {
    const { out } = await check(english);
    assert.match(out, / Pikzels API error codes are not handled: /);
    assert.match(out, / 1 file checked\.\n$/);
    const explained = await explain(english);
    assert.match(explained.out, /^Documentation: https:/m);
    assert.equal(explained.error, 'No catalogue has the error code NOT_A_CODE.\n');
  });
});
