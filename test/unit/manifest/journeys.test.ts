import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { journeys } from '../../editor/journeys.ts';

describe('the journeys of a user', () => {
  it('are each driven by a test in an editor', () => {
    const folder = 'test/editor';
    const tests = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.test.ts'));
    const driven = new Set(
      tests.flatMap((name) =>
        [...readFileSync(path.join(folder, name), 'utf8').matchAll(/\bjourney\('(\w+)'/g)].map(([, journey]) => journey),
      ),
    );
    assert.deepEqual(
      Object.keys(journeys).filter((journey) => !driven.has(journey)),
      [],
    );
  });
});
