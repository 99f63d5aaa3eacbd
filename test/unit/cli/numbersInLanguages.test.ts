import assert from 'node:assert/strict';
import * as l10n from '@vscode/l10n';
import { countFiles, countRecords, showBytes, showNumber } from '../../../server/src/service/render/numbers.ts';
import { formatDuration } from '../../../server/src/shared/formatDuration.ts';
import { setNumberLanguage } from '../../../server/src/shared/formatNumber.ts';
import german from '../../../l10n/bundle.l10n.de.json' with { type: 'json' };
import french from '../../../l10n/bundle.l10n.fr.json' with { type: 'json' };
import japanese from '../../../l10n/bundle.l10n.ja.json' with { type: 'json' };

describe('numbers in texts', () => {
  afterEach(() => {
    l10n.config({ contents: {} });
    setNumberLanguage('en');
  });
  const describeAll = (contents: Readonly<Record<string, string>>): string[] => {
    l10n.config({ contents });
    setNumberLanguage(l10n.t('en'));
    return [showNumber(12_345), showBytes(812), showBytes(2_400), showBytes(1_300_000_000), formatDuration(3_200)];
  };

  it('are grouped and have the decimal sign of the language', () => {
    assert.deepEqual(describeAll({}), ['12,345', '812 bytes', '2.4 KB', '1.30 GB', '3.2 s']);
    assert.deepEqual(describeAll(german), ['12.345', '812 Bytes', '2,4 KB', '1,30 GB', '3,2 s']);
    assert.deepEqual(describeAll(french), ['12\u202f345', '812 octets', '2,4 KB', '1,30 GB', '3,2 s']);
    assert.deepEqual(describeAll(japanese), ['12,345', '812 バイト', '2.4 KB', '1.30 GB', '3.2 s']);
  });

  it('take the plural of the language', () => {
    const plurals = (): string[] => [0, 1, 2].map(countFiles);
    assert.deepEqual(plurals(), ['0 files', '1 file', '2 files']);
    l10n.config({ contents: french });
    assert.deepEqual(plurals(), ['0 fichier', '1 fichier', '2 fichiers']);
    l10n.config({ contents: german });
    setNumberLanguage('de');
    assert.deepEqual(plurals(), ['0 Dateien', '1 Datei', '2 Dateien']);
    assert.equal(countRecords(1_000), '1.000 Einträge');
  });
});
