import assert from 'node:assert/strict';
import { readConfiguration } from '../../../server/src/service/settings/readConfiguration.ts';
import { readSettings } from '../../../server/src/service/settings/settings.ts';

describe('personal data that stays', () => {
  it('is what the user names, and other names are said', () => {
    const { settings, problems } = readSettings({ redaction: { keep: ['iban', 'ip-address', 'password'] } });
    assert.deepEqual([...settings.keptPersonalData], ['iban', 'ip-address']);
    assert.deepEqual(problems, [
      {
        key: 'redaction.keep',
        message:
          'apiErrorCodes.redaction.keep may name card-number, email-address, iban, ip-address, phone-number; other names are skipped.',
      },
    ]);
  });

  it('is not what a folder names', () => {
    const { section, problems } = readConfiguration('redaction: { keep: [ip-address] }\n');
    assert.deepEqual(section, { redaction: {} });
    assert.match(problems[0]?.message ?? '', /redaction\.keep only counts in your own settings/);
  });
});
