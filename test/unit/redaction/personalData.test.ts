import assert from 'node:assert/strict';
import { type PersonalKind, personalKinds } from '../../../server/src/service/redaction/personalKinds.ts';
import { redactText } from '../../../server/src/service/redaction/redaction.ts';

/** By kind: texts of which nothing of the second part may be left, unless the kind stays. */
const taken: Readonly<Record<PersonalKind, readonly (readonly [string, string])[]>> = {
  'card-number': [
    ['card 4111 1111 1111 1111 declined', '1111 1111'],
    ['{"n":"4929-6495-8333-3657"}', '6495'],
    ['pan=378282246310005;', '378282246310005'],
    ['30569309025904', '30569309025904'],
  ],
  'email-address': [
    ["INSERT ('jane@example.com')", 'jane@'],
    ["o'brien+x@example.co.uk", 'brien'],
  ],
  iban: [
    ['to DE89 3704 0044 0532 0130 00 now', '3704 0044'],
    ['iban=GB82WEST12345698765432', '12345698765432'],
  ],
  'ip-address': [
    ['from 203.0.113.9:443 to', '203.0.113.9'],
    ['client=[2001:db8::17]', '2001:db8::17'],
    ['{"ip":"8.8.4.4"}', '8.8.4.4'],
    ['peer ::ffff:198.51.100.7', '198.51.100.7'],
  ],
  'phone-number': [
    ['call +49 30 1234567', '1234567'],
    ['+14155550123 called', '4155550123'],
    ['(212) 555-0123', '555-0123'],
    ['"phone":"030 1234567"', '1234567'],
  ],
};

const kept: readonly string[] = [
  '10.0.0.1 127.0.0.1:80 192.168.1.4 172.20.0.1 169.254.1.1 100.64.0.1 ::1 fe80::1 fd00::17 0.0.0.0',
  'version 1.2.34.5, Chrome/120.0.6099.71 v2.3.14.15 1.3.6.1.4.1',
  '2026-05-04T12:00:00.123+02:00 took +120 ms, +0200, at 10:15:00:123',
  'order 4111111111111112 at 1795338900123456',
  'GB82WEST12345698765433 DE1234 ABCD1234EFGH5678',
  '18b2ad5e-2a9e-4d3f-b9a8-9f2a1e0b1234 abcd:1234:ef01 555-01-2345',
];

const redact = async (text: string, keepKinds: readonly PersonalKind[] = []) =>
  (await redactText(text, { catalogues: [], findSecrets: () => Promise.resolve([]), keep: [], keepKinds: new Set(keepKinds) }))
    .text;

describe('redactText, on personal data', () => {
  for (const [name, kind] of Object.entries(personalKinds) as [PersonalKind, string][])
    it(`removes each ${kind} unless it may stay`, async () => {
      for (const [text, part] of taken[name]) {
        const redacted = await redact(text);
        assert.ok(text.includes(part) && !redacted.includes(part) && redacted.includes(`[redacted ${kind}]`), redacted);
        assert.equal(await redact(text, [name]), text);
      }
    });

  for (const text of kept) it(`leaves ${text.slice(0, 60)}`, async () => assert.equal(await redact(text), text));
});
