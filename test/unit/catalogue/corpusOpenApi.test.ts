import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { mergeCodes } from '../../../server/src/service/catalogue/readDocument.ts';
import { findSource } from '../../../server/src/service/catalogue/sources/sources.ts';

/** Real documents that are not part of the repository; the test runs where they are at hand. */
const folder = path.resolve('../shared/corpus/catalogues');

interface Expectation {
  readonly document: string;
  /** How many codes a person finds in it. */
  readonly codes: number;
  readonly hosts: readonly string[];
  /** Code, status, beginning of its cause; `undefined` where the document has none. */
  readonly samples: readonly (readonly [string, unknown, string])[];
  /** Words in it that are not error codes. */
  readonly absent: readonly string[];
  readonly note?: RegExp;
}

const expectations: readonly Expectation[] = [
  {
    // `ServiceError.errorCode` is plain text; the one example of a 400 has "702".
    document: 'Adyen+adyen-openapi/json/PayoutService-v68.json',
    codes: 1,
    hosts: ['pal-test.adyen.com'],
    samples: [['702', 400, 'Unexpected input: I']],
    absent: ['validation'],
    note: /list no error codes\. The codes come from examples/,
  },
  {
    document: 'Adyen+adyen-openapi/yaml/CapitalService-v1.yaml',
    codes: 0,
    hosts: ['balanceplatform-api-test.adyen.com', 'balanceplatform-api-live.adyen.com'],
    samples: [],
    absent: ['auBsbCode', 'Active'],
    note: /None of the 20 error responses lists the values of its error code \(errorCode\)/,
  },
  {
    // `Error.type` is shared by 400 to 500: its 21 codes have the statuses that examples show.
    document: 'XeroAPI+Xero-OpenAPI/xero_bankfeeds.yaml',
    codes: 21,
    hosts: ['api.xero.com'],
    samples: [
      ['invalid-application', 403, 'The application has not been configured'],
      ['duplicate-statement', 409, 'The received statement was marked as a duplicate.'],
      ['invalid-end-balance', 422, 'End balance does not match'],
      ['internal-error', 500, 'The request should be retried.'],
      ['invalid-request', [400, 413], 'For the request field'],
      ['feed-not-found-or-already-deleted', undefined, ''],
    ],
    absent: ['PENDING', 'REJECTED', 'DELIVERED', 'DEBIT'],
  },
  {
    document: 'for-GET+know-your-http-well/json/status-codes.json',
    codes: 0,
    hosts: [],
    samples: [],
    absent: ['404'],
    note: /HTTP statuses/,
  },
  {
    // 48 issues and the 9 names of the errors.
    document: 'paypal+paypal-rest-api-specifications/openapi/payments_payment_v2.json',
    codes: 57,
    hosts: ['api-m.sandbox.paypal.com', 'api-m.paypal.com'],
    samples: [
      ['INVALID_REQUEST', 400, 'Request is not well-formed'],
      ['AUTHENTICATION_FAILURE', 401, 'Authentication failed due to missing authorization header'],
      ['INVALID_PARAMETER_SYNTAX', 400, 'The value of a field does not conform'],
      ['PREVIOUS_REQUEST_IN_PROGRESS', 409, 'A previous request on this resource'],
      ['REFUND_TIME_LIMIT_EXCEEDED', 422, 'You are over the time limit'],
      ['CANNOT_BE_VOIDED', 422, 'A reauthorization cannot be voided.'],
      ['SERVICE_UNAVAILABLE', 503, 'Service Unavailable.'],
    ],
    absent: ['GET', 'DELETE', 'body', 'PENDING', 'COMPLETED'],
  },
  {
    document: 'resend+resend-openapi/resend.yaml',
    codes: 0,
    hosts: ['api.resend.com'],
    samples: [],
    absent: ['us-east-1'],
    note: /no error responses/,
  },
  {
    // Every method answers 200 and `default`, whose `error` lists 200 words in all.
    document: 'slackapi+slack-api-specs/web-api/slack_web_openapi_v2_without_examples.json',
    codes: 200,
    hosts: ['slack.com'],
    samples: [
      ['channel_not_found', undefined, ''],
      ['not_authed', undefined, ''],
      ['cant_invite_self', undefined, ''],
    ],
    absent: ['active', 'away', 'true'],
  },
  {
    // 6 values that a description lists, 13 in examples.
    document: 'supabase+auth/openapi.yaml',
    codes: 19,
    hosts: [],
    samples: [
      ['unauthorized_client', undefined, ''],
      ['no_authorization', 401, ''],
      ['unexpected_audience', 403, ''],
      ['validation_failed', [400, 404], 'client_id query parameter is required'],
      ['over_custom_provider_quota', 400, 'Maximum number of custom OIDC/OAuth providers reached'],
    ],
    absent: ['length', 'pwned', '429'],
  },
];

describe('real OpenAPI documents and lists of codes', () => {
  for (const { document, codes, hosts, samples, absent, note } of expectations) {
    it(`reads ${document}`, async function () {
      const file = path.join(folder, document);
      if (!existsSync(file)) {
        console.log(`      skipped: ${file} is not at hand`);
        this.skip();
      }
      const given = { name: document, text: readFileSync(file, 'utf8') };
      const source = findSource(given);
      assert.ok(source);
      const reading = await source.read(given, { readRelated: async () => ({ problem: 'is not at hand' }) });
      const found = new Map(mergeCodes(reading.codes).map(({ entry }) => [String(entry.code), entry]));
      assert.equal(found.size, codes);
      assert.deepEqual(reading.hosts, hosts);
      for (const [code, status, cause] of samples) {
        const entry = found.get(code);
        assert.deepEqual(entry?.status, status, code);
        assert.ok(entry?.cause.startsWith(cause) && (cause !== '' || entry.cause === ''), `${code}: ${entry?.cause}`);
      }
      for (const word of absent) assert.ok(!found.has(word), word);
      assert.deepEqual(
        reading.notes.filter(({ message }) => !note?.test(message)),
        [],
      );
      assert.equal(reading.notes.length, note ? 1 : 0);
      const lines = given.text.split(/\r\n|\r|\n/);
      for (const { entry, location } of reading.codes) {
        assert.ok(
          lines[location.line]?.slice(location.column).startsWith(String(entry.code)),
          `${entry.code} at ${location.line + 1}`,
        );
      }
    });
  }
});
