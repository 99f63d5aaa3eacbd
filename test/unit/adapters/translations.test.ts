import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readTranslations } from '../../../server/src/adapters/startup/translations.ts';

const variables = ['LC_ALL', 'LC_MESSAGES', 'LANG'] as const;

describe('the language of the environment', () => {
  let folder: string;
  const before = variables.map((name) => process.env[name]);
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'api-error-codes-'));
    for (const name of ['dist', 'l10n']) mkdirSync(path.join(folder, name));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
    for (const [at, name] of variables.entries()) {
      const value = before[at];
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  });
  const put = (language: string, text: string, part = ''): void =>
    writeFileSync(path.join(folder, 'l10n', part, `bundle.l10n.${language}.json`), text);
  const read = (LC_ALL: string, LC_MESSAGES = '', LANG = ''): Readonly<Record<string, string>> | undefined => {
    Object.assign(process.env, { LC_ALL, LC_MESSAGES, LANG });
    return readTranslations(path.join(folder, 'dist'));
  };

  it('is that of LC_ALL, else of LC_MESSAGES, else of LANG', () => {
    for (const language of ['de', 'fr', 'ja']) put(language, JSON.stringify({ language }));
    assert.equal(read('de_DE.UTF-8', 'fr_FR', 'ja_JP')?.['language'], 'de');
    assert.equal(read('', 'fr_FR@euro', 'ja_JP')?.['language'], 'fr');
    assert.equal(read('', '', 'ja')?.['language'], 'ja');
  });

  it('is the nearest that there are translations for', () => {
    for (const language of ['es', 'pt-br', 'zh-cn']) put(language, JSON.stringify({ language }));
    assert.equal(read('es_MX.UTF-8')?.['language'], 'es');
    assert.equal(read('pt_PT')?.['language'], 'pt-br');
    assert.equal(read('zh_CN.UTF-8')?.['language'], 'zh-cn');
  });

  it('has the texts of the command line beside those of the editor', () => {
    mkdirSync(path.join(folder, 'l10n', 'commandLine'));
    put('de', '{"Codes": "Fehlercodes"}');
    put('de', '{"Usage": "Aufruf"}', 'commandLine');
    assert.deepEqual(read('de_DE'), { Codes: 'Fehlercodes', Usage: 'Aufruf' });
    // A broken one takes nothing from the other.
    put('de', '{', 'commandLine');
    assert.deepEqual(read('de_DE'), { Codes: 'Fehlercodes' });
  });

  it('is English otherwise', () => {
    for (const locale of ['', 'C', 'C.UTF-8', 'POSIX', 'en_GB.UTF-8', 'nl_NL']) assert.equal(read(locale), undefined, locale);
  });

  it('is English where the file is missing or broken', () => {
    assert.equal(read('de_DE'), undefined);
    for (const text of ['', '{"No findings": "Keine', '[]', 'null', '{"No findings": 1}']) {
      put('de', text);
      assert.equal(read('de_DE'), undefined, text);
    }
  });
});
