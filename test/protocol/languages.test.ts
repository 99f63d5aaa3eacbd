import assert from 'node:assert/strict';
import { widthOf } from '../../server/src/cli/columns.ts';
import { runCommand } from './support/runCommand.ts';
import { createTestFolder } from './support/testClient.ts';
import { switchText } from './support/useServer.ts';

const german = { LC_ALL: '', LANG: 'de_DE.UTF-8' };
const japanese = { LC_ALL: 'ja_JP.UTF-8', LANG: 'de_DE.UTF-8' };
const french = { LC_ALL: 'fr_FR.UTF-8' };
const english = { LC_ALL: '', LC_MESSAGES: '', LANG: 'C' };

const page =
  '# My API\n\n| Code | Status | Meaning |\n|-|-|-|\n| `A_ONE` | 400 | first |\n| `B_TWO` | 404 or 409 | second |\n| ok | 200 | fine |\n';
const log = [
  '2026-05-04T12:00:00.000Z INFO start request_id=req_4711abcd trace_id=4bf92f3577b34da6a3ce929d0e0e4736',
  '2026-05-04T12:00:01.400Z ERROR failed request_id=req_4711abcd code=INSUFFICIENT_CREDITS status=402',
  ...Array.from({ length: 1_200 }, (_, at) => `2026-05-04T12:00:02.000Z INFO other request_id=req_other${at}`),
].join('\n');

describe('the language of the command line', function () {
  this.timeout(60_000);
  let folder: ReturnType<typeof createTestFolder>;
  beforeEach(() => {
    folder = createTestFolder();
    folder.put('src/api.ts', `fetch('https://api.pikzels.com');\n${switchText}`);
  });
  afterEach(() => folder.remove());
  const run = (environment: Readonly<Record<string, string>>, ...args: string[]) => runCommand(args, folder.root, environment);
  const check = (environment: Readonly<Record<string, string>>) => run(environment, 'check');
  const explain = (environment: Readonly<Record<string, string>>) =>
    run(environment, 'explain', 'INSUFFICIENT_CREDITS', 'NOT_A_CODE');

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

  it('names severities in it', async () => {
    assert.match((await check(german)).out, /^ {2}\d+:\d+ {2}Warnung {2}/m);
    assert.match((await check(english)).out, /^ {2}\d+:\d+ {2}warning {2}/m);
  });

  it('says what a look-up found, left out and could not read', async () => {
    folder.put('app.log', log);
    folder.put('notes.bin', 'x');
    const found = await run(german, 'lookup', 'req_4711abcd', '.', 'missing.log');
    assert.match(found.out, /^req_4711abcd: 2 Einträge in 1,4 s$/m);
    assert.match(found.out, /^Verbunden: trace 4bf9\w+ \(--related nimmt deren Einträge auf\)\.$/m);
    assert.match(found.out, /^Durchsucht: 1 Datei, \d+,\d KB\.$/m);
    assert.match(found.out, /^2 weitere Dateien wegen ihres Namens ausgelassen: /m);
    assert.equal(found.error, 'missing.log: Die Datei ist nicht vorhanden.\n');
    const missing = await run(german, 'lookup', 'req_4712abcd', 'app.log');
    assert.match(missing.out, /^Kein Eintrag zu req_4712abcd in 1 Datei, \d+,\d KB\.\n$/);
    const outside = await run(german, 'lookup', 'req_4711abcd', 'app.log', '--until', '2026-05-04T12:00:01Z');
    assert.match(outside.out, /^1 Eintrag außerhalb von --since und --until ist ausgelassen\.$/m);
    const nowhere = await run(french, 'lookup', 'req_4711abcd', 'src');
    assert.match(nowhere.out, /^Aucune entrée de req_4711abcd dans 0 fichier, 0 octets\.$/m);
  });

  it('sums logs up with its numbers', async () => {
    folder.put('app.log', log);
    const { out } = await run(german, 'logs');
    assert.match(out, /^Einträge {7}1\.202$/m);
    assert.match(out, /^Fehlercodes\n/m);
    assert.match((await run(english, 'logs')).out, /^Records {3}1,202$/m);
    const lines = (await run(japanese, 'logs')).out.split('\n');
    // Times end before the same column, under a heading of wide characters.
    const at = lines.findIndex((line) => line.startsWith('要求 ID'));
    const heading = lines[at] ?? '';
    const row = lines[at + 1] ?? '';
    assert.equal(widthOf(heading.slice(0, heading.indexOf('状態'))), widthOf(row.slice(0, row.indexOf('402'))));
    folder.put('empty/a.txt', '');
    assert.equal((await run(german, 'logs', 'empty')).out, 'Hier sind keine Protokolldateien.\n');
  });

  it('lists the coverage in columns that line up', async () => {
    for (const [environment, never, summary] of [
      [german, 'nie', /^\d+ von \d+ Fehlercodes sind behandelt \(\d+ %\)\.$/m],
      [japanese, 'なし', /^\d+ 個中 \d+ 個のエラー コードを処理済み \(\d+ %\)。$/m],
    ] as const) {
      folder.put('src/compared.ts', "if (e.code === 'NOT_FOUND') x();\n");
      const { out } = await run(environment, 'coverage');
      assert.match(out, summary);
      assert.ok(out.includes(`  ${never}\n`), out);
      const places = out.split('\n').filter((line) => line.includes('src/'));
      const columns = places.map((line) => widthOf(line.slice(0, line.search(/ src\//))));
      assert.equal(new Set(columns).size, 1, out);
    }
    const below = await run(german, 'coverage', '--fail-under', '100');
    assert.match(below.error, /^Pikzels API: \d+ von \d+ Fehlercodes sind behandelt, weniger als 100 %\.$/m);
    assert.equal(below.code, 1);
  });

  it('says what catalogues hold', async () => {
    folder.put('page.md', page);
    folder.put('old.md', page.replace('| `B_TWO` | 404 or 409 | second |\n', ''));
    assert.match((await run(german, 'catalogue', 'list')).out, /^pikzels: Pikzels API, \d+ Codes, \d+ entfallen, eingebaut$/m);
    const validated = await run(german, 'catalogue', 'validate', 'page.md');
    assert.equal(validated.out, 'page.md: 2 Codes aus 1 Tabelle, 1 Teil ausgelassen\n');
    const compared = await run(german, 'catalogue', 'diff', 'old.md', 'page.md');
    assert.equal(compared.out, '+ B_TWO (404 oder 409): second\n1 hinzugefügt, 0 entfernt, 0 geändert.\n');
  });

  it('says what was imported, in a file that is the same in every language', async () => {
    folder.put('page.md', page);
    const imported = await run(german, 'import', 'page.md');
    assert.match(imported.error, /^2 Codes aus 1 Tabelle$/m);
    assert.equal(imported.out, (await run(english, 'import', 'page.md')).out);
    folder.put('empty.md', '# Nothing\n');
    assert.match((await run(german, 'import', 'empty.md')).error, /^In empty\.md wurde kein Fehlercode gefunden\.$/m);
  });

  it('says what init writes, in files that are the same in every language', async () => {
    const shown = await run(german, 'init', '--dry-run');
    assert.match(shown.out, /^Bekannte APIs, die sich hier zeigen: Pikzels API\.$/m);
    assert.match(shown.out, /^api-error-codes\.yaml wäre:$/m);
    const files = (text: string): string => text.slice(text.indexOf('# Settings')).replace(/^.*error-codes\.yml .*$/m, '');
    assert.equal(files(shown.out), files((await run(english, 'init', '--dry-run')).out));
    assert.match((await run(german, 'init')).out, /^api-error-codes\.yaml: geschrieben$/m);
    assert.match((await run(german, 'init')).out, /^api-error-codes\.yaml ist schon vorhanden und bleibt, wie es ist\.$/m);
  });

  it('says what is wrong in the usage, and leaves names as they are', async () => {
    for (const [args, message] of [
      [['check', '--update-baseline'], 'Fehler: --update-baseline benötigt --baseline FILE\n'],
      [['explain'], "Fehler: das Argument 'code' fehlt\n"],
      [['chek'], "Fehler: unbekannter Befehl 'chek'\n(War check gemeint?)\n"],
      [['logs', '--since', 'x'], /^Fehler: der Wert 'x' der Option '--since <time>' ist ungültig\. Es muss eine Zeit wie /],
      [['check', '--format', 'x'], /^Fehler: der Wert 'x' .* Zulässig sind pretty, json, sarif, github, junit\.\n$/],
    ] as const) {
      const { error, code } = await run(german, ...args);
      if (typeof message === 'string') assert.equal(error, message);
      else assert.match(error, message);
      assert.equal(code, 2);
    }
    const empty = await run(german, 'check', 'nowhere');
    assert.match(empty.error, /^nowhere: ist nicht vorhanden oder kann nicht gelesen werden$/m);
  });

  it('explains every command within 80 columns', async () => {
    const commands = ['check', 'explain', 'coverage', 'lookup', 'logs', 'catalogue diff', 'import', 'generate', 'init'];
    for (const environment of [german, japanese])
      for (const command of commands) {
        const { out } = await run(environment, ...command.split(' '), '--help');
        const options = out.slice(0, out.search(/^(?:Beispiele|例):/m));
        for (const line of options.split('\n')) assert.ok(widthOf(line) <= 80, line);
      }
    const { out } = await run(german, 'explain', '--help');
    assert.match(out, /^Verwendung: api-error-codes explain \[options\] <code\.\.\.>\n/);
    assert.match(out, /^ {2}--format <format> .*\(möglich: "pretty", "json",/m);
    assert.match(out, /^Beispiele:\n {2}# nachlesen, was ein Code bedeutet\n/m);
    assert.match(out, /^Exitcodes:\n {2}0 {2}jeder Code wurde gefunden\n/m);
  });

  it('is English for programs', async () => {
    folder.put('app.log', log);
    folder.put('page.md', page);
    folder.put('broken.error-codes.yaml', 'id: broken\n');
    for (const args of [
      ...['json', 'sarif', 'junit', 'github'].map((format) => ['check', '--format', format]),
      ['coverage', '--format', 'json'],
      ['lookup', 'req_4711abcd', '.', 'missing.log', '--format', 'json'],
      ['logs', 'app.log', 'missing.log', '--format', 'json'],
      ['logs', 'app.log', 'missing.log', '--format', 'jsonl'],
      ['explain', 'INSUFFICIENT_CREDITS', 'NOT_A_CODE', '--format', 'json'],
      ['catalogue', 'list', '--format', 'json'],
      ['catalogue', 'diff', 'page.md', 'page.md', '--format', 'json'],
    ]) {
      const [own, other] = await Promise.all([run(english, ...args), run(german, ...args)]);
      assert.deepEqual(other, own, args.join(' '));
      assert.ok(own.out.length > 0, args.join(' '));
    }
  });
});
