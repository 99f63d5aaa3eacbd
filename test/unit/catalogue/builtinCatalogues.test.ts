import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { vocabularies } from '../../../server/src/service/catalogue/vocabularies.ts';
import { testCatalogues } from '../support/testService.ts';

const pikzels = testCatalogues.catalogueById('pikzels');
assert.ok(pikzels);
const active = [...pikzels.codes.values()].filter(({ retired }) => !retired);

describe('the Pikzels catalogue', () => {
  it('has exactly the codes, statuses and causes of the documentation', () => {
    const table = readFileSync('test/fixtures/catalogues/pikzels-errors.md', 'utf8');
    const rows = [...table.matchAll(/^\| (\d+) \| (\w+) \| (.*) \|$/gm)].map(([, status, code, cause]) => ({
      status: [Number(status)],
      code,
      cause,
    }));
    assert.equal(rows.length, 31);
    assert.deepEqual(
      active.map(({ statuses, code, cause }) => ({ status: statuses, code, cause })),
      rows,
    );
  });

  it('marks guidance as its own, apart from the documentation', () => {
    for (const { code, groups, remedy, retry, inferred } of active) {
      assert.equal(groups.length, 1, code);
      assert.ok(pikzels.groups.has(groups[0] ?? ''), code);
      assert.ok(remedy !== undefined && retry !== undefined, code);
      // The documentation itself describes how to go on after a 429.
      assert.equal(inferred.includes('remedy'), code !== 'TOO_MANY_REQUESTS', code);
    }
  });

  it('knows the retired codes, with the documented status and inferred successors', () => {
    const retired = [...pikzels.codes.values()].filter((entry) => entry.retired);
    assert.equal(retired.length, 20);
    assert.deepEqual(
      retired.filter(({ replacedBy }) => replacedBy.length > 0).map(({ code, replacedBy }) => `${code} ${replacedBy.join()}`),
      [
        'RATE_LIMITED TOO_MANY_REQUESTS',
        'BAD_REQUEST VALIDATION_ERROR',
        'CONTENT_POLICY_VIOLATION CONTENT_POLICY',
        'INVALID_AUTH_HEADER MISSING_API_KEY',
        'INSUFFICIENT_BALANCE INSUFFICIENT_CREDITS',
        'CONCURRENT_LIMIT_EXCEEDED TOO_MANY_REQUESTS',
        'MAINTENANCE_ACTIVE SERVICE_UNDER_MAINTENANCE',
      ],
    );
    for (const { code, replacedBy, inferred } of retired) {
      assert.equal(inferred.includes('replacedBy'), replacedBy.length > 0, code);
      for (const successor of replacedBy) assert.equal(pikzels.codes.get(successor)?.retired, false, code);
    }
  });

  it('calls two codes unique, twelve common and the other seventeen shared', () => {
    const words = new Set(vocabularies.flatMap(({ codes }) => [...codes]));
    assert.deepEqual(
      active.filter(({ unique }) => unique).map(({ code }) => code),
      ['SUPPORT_IMAGE_NOT_SUPPORTED', 'SMART_BALANCE_PAYMENT_FAILED'],
    );
    const common = active.filter(({ code }) => words.has(code)).map(({ code }) => code);
    assert.deepEqual(common.sort(), [
      'ACCOUNT_SUSPENDED',
      'CANCELLED',
      'CONFLICT',
      'INTERNAL_ERROR',
      'INVALID_AMOUNT',
      'INVALID_API_KEY',
      'MISSING_API_KEY',
      'NAME_ALREADY_EXISTS',
      'NOT_FOUND',
      'SERVICE_UNDER_MAINTENANCE',
      'TOO_MANY_REQUESTS',
      'VALIDATION_ERROR',
    ]);
  });

  it('has a place in its file for every code', () => {
    const lines = readFileSync('server/data/catalogues/pikzels.yaml', 'utf8').split('\n');
    for (const { code, location } of pikzels.codes.values()) {
      assert.ok(location, code);
      assert.ok(lines[location.line]?.slice(location.column).startsWith(code), code);
    }
  });
});
