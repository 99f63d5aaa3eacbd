import assert from 'node:assert/strict';
import { describeEngine, readEngineSettings } from '../../../server/src/service/engines/engineSettings.ts';

describe('describeEngine', () => {
  it('describes an engine, how far back it is asked, and the field that dates its records', () => {
    const url = 'https://logs.example.com';
    const engines = { a: { type: 'loki', url, days: 1 }, b: { type: 'elasticsearch', url, timeField: 'ts' } };
    const settings = readEngineSettings(engines, (at, expected) => assert.fail(`${at.join('.')} ${expected}`));
    assert.deepEqual(settings.map(describeEngine), [
      'a (Grafana Loki, last day)',
      'b (Elasticsearch or OpenSearch, last 7 days by ts)',
    ]);
  });
});
