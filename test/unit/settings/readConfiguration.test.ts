import assert from 'node:assert/strict';
import * as l10n from '@vscode/l10n';
import german from '../../../l10n/bundle.l10n.de.json' with { type: 'json' };
import { readConfiguration } from '../../../server/src/service/settings/readConfiguration.ts';
import { readSettings, type Settings } from '../../../server/src/service/settings/settings.ts';

const read = (text: string): { settings: Settings; problems: readonly string[] } => {
  const { section, problems } = readConfiguration(text);
  return {
    settings: readSettings(section).settings,
    problems: problems.map(({ line, column, message }) => `${line + 1}:${column + 1} ${message}`),
  };
};

describe('a configuration file', () => {
  it('means the same with dots as nested', () => {
    const { settings, problems } = read(
      [
        'files.shop.exclude: ["gen/**"]',
        'files: { shop: { include: ["src/**"] } }',
        'catalogues: { my.mail: { path: mail.md } }',
        'catalogues.my.mail.title: Mail',
        'catalogues.my.mail.enabled: true',
        'catalogues.pikzels.enabled: false',
        'severity.unhandled-code.switch: error',
        'limits.fileSize: 5',
        '',
      ].join('\n'),
    );
    assert.deepEqual(problems, []);
    assert.deepEqual([...settings.files], [['shop', { include: ['src/**'], exclude: ['gen/**'] }]]);
    assert.deepEqual(settings.catalogueLinks, [{ path: 'mail.md', id: 'my.mail', title: 'Mail' }]);
    assert.deepEqual([...settings.disabledCatalogues], ['pikzels']);
    assert.deepEqual([...settings.severity], [['unhandled-code.switch', 'error']]);
    assert.equal(settings.fileSizeLimit, 5);
  });

  it('keeps a list of catalogues next to one that is switched off', () => {
    for (const text of [
      'catalogues: [docs/mail.md]\ncatalogues.pikzels.enabled: false\n',
      'catalogues.pikzels.enabled: false\ncatalogues: [docs/mail.md]\n',
    ]) {
      const { settings, problems } = read(text);
      assert.deepEqual(
        [settings.catalogueLinks, [...settings.disabledCatalogues], problems],
        [[{ path: 'docs/mail.md' }], ['pikzels'], []],
      );
    }
  });

  it('names globs that are not by catalogue', () => {
    assert.deepEqual(read('files: ["src/**"]\n').problems, [
      '1:1 apiErrorCodes.files must be an object of globs by catalogue id; the default stays in force.',
    ]);
    assert.deepEqual(read('files:\n  shop: "src/**"\n').problems, [
      '2:3 apiErrorCodes.files.shop must be an object with include and exclude; the default stays in force.',
    ]);
  });

  it('says in the language of the texts what a setting must be', () => {
    l10n.config({ contents: german });
    try {
      const messages = readConfiguration('check: { scope: all }\nfoo: 1\n').problems.map(({ message }) => message);
      assert.match(messages[0] ?? '', /^Die Einstellung „foo“ gibt es nicht; es gibt catalogues, /);
      assert.equal(
        messages[1],
        'apiErrorCodes.check.scope muss sein: eines von "openFiles", "workspace"; die Vorgabe bleibt in Kraft.',
      );
    } finally {
      l10n.config({ contents: {} });
    }
  });
});
