import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readPage } from './sources/readPage.ts';

const folder = path.resolve('../shared/corpus/catalogues');

interface Expected {
  /** Different codes, as a careful reader counts them. */
  readonly codes: number;
  /** Code, status, and what one of its causes begins with. */
  readonly samples: readonly (readonly [string, unknown, string])[];
  /** Lines, from 1, of what is left out with a note. */
  readonly leftOut?: readonly number[];
}

const pages: Readonly<Record<string, Expected>> = {
  '1rten+BoxPilot/docs/error-codes.md': {
    codes: 44,
    samples: [
      ['REQ_TOO_LARGE', 400, ''],
      ['SUB_NOT_FOUND', 404, ''],
      ['JOB_RATE_LIMITED', undefined, ''],
      ['NOT_IMPLEMENTED', undefined, ''],
    ],
  },
  'ADASK-B+agent-ready-k8s/docs/api/error-catalog.md': {
    codes: 13,
    samples: [
      ['UNAUTHORIZED', 401, 'Missing Authorization header, or JWT signature invalid'],
      ['INVALID_ACTION', 400, 'Chat action not in allowed enum'],
      ['SERVICE_UNAVAILABLE', 503, 'DB/Redis down'],
    ],
  },
  'ATAT-ERP+NexusBack/docs/ERROR_CODES.md': {
    codes: 17,
    samples: [
      ['NEX-AUTH-001', 401, 'Autenticación ausente'],
      ['NEX-USR-007', 429, 'Supabase Auth alcanzó'],
    ],
  },
  'AgoraIO+cli/docs/error-codes.md': {
    codes: 55,
    samples: [
      ['AUTH_UNAUTHENTICATED', undefined, 'No usable local session'],
      ['TOKEN_CAPABILITY_DISABLED', undefined, 'The project has token issuance'],
      ['CONFIRMATION_REQUIRED', undefined, 'A destructive webhook operation'],
    ],
    leftOut: [111],
  },
  'PeerlistHQ+autosend-docs/api-reference/errors.mdx': {
    codes: 7,
    samples: [
      ['VALIDATION_FAILED', 400, 'The request was malformed'],
      ['PLAN_UPGRADE_REQUIRED', 402, 'Payment is required'],
      ['INTERNAL_SERVER_ERROR', 500, 'An unexpected error'],
    ],
    leftOut: [13],
  },
  'ScrapeGraphAI+docs-mintlify/api-reference/errors.mdx': {
    codes: 7,
    samples: [
      ['auth_missing_key', 401, 'The SGAI-APIKEY header was not sent'],
      ['auth_invalid_key', 403, 'The key was recognized'],
      ['insufficient_credits', 402, 'Top up'],
      ['validation', 400, ''],
      ['internal_error', '5xx', ''],
    ],
    leftOut: [27],
  },
  'Tonguardorg+devdoc/errors.md': {
    codes: 32,
    samples: [
      ['TOO_MANY_REQUESTS', undefined, 'too many requests'],
      ['TOKEN_NOT_FOUND', undefined, 'the token could not be found'],
    ],
    leftOut: [9],
  },
  'better-auth+better-auth/docs/content/docs/reference/errors/index.mdx': {
    codes: 18,
    samples: [
      ['invalid_callback_request', undefined, ''],
      ["email_doesn't_match", undefined, ''],
    ],
  },
  'ory+docs/docs/talos/reference/error-codes.md': {
    codes: 39,
    samples: [
      ['bad_request', 400, 'The request was malformed'],
      ['conflict', 409, 'Resource conflict'],
      ['VERIFICATION_ERROR_EXPIRED', undefined, 'Credential has expired'],
    ],
  },
  'trpc+trpc/www/docs/server/error-handling.md': {
    codes: 21,
    samples: [
      ['PRECONDITION_REQUIRED', 428, 'The server cannot process the request because'],
      ['GATEWAY_TIMEOUT', 504, 'The server did not get'],
    ],
  },
};

describe('reading real pages of documentation', function () {
  before(function () {
    if (existsSync(folder)) return;
    console.log(`Skipped: there is no ${folder}.`);
    this.skip();
  });

  for (const [name, { codes, samples, leftOut = [] }] of Object.entries(pages)) {
    it(name, async () => {
      const reading = await readPage(readFileSync(path.join(folder, name), 'utf8'), name);
      assert.equal(new Set(reading.codes.map(({ entry }) => entry.code)).size, codes);
      assert.deepEqual(
        reading.notes.map(({ line }) => line === undefined || line + 1),
        leftOut,
      );
      for (const [code, status, cause] of samples) {
        const found = reading.codes.filter(({ entry }) => entry.code === code).map(({ entry }) => entry);
        const fits = found.some(
          (entry) => entry.status === status && (cause === '' ? entry.cause === '' : entry.cause.startsWith(cause)),
        );
        assert.ok(fits, `${code}: ${JSON.stringify(found)}`);
      }
    });
  }
});
