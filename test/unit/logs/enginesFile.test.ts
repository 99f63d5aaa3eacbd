import assert from 'node:assert/strict';
import { readEnginesFile } from '../../../server/src/service/engines/readEnginesFile.ts';

describe('readEnginesFile', () => {
  it('names what is wrong with line and column, and keeps what is not', () => {
    const { engines, problems } = readEnginesFile(
      [
        'production: { type: loki, url: https://logs.example.com/, days: 2, fields: trace_id }',
        'staging:',
        '  type: splunk',
        '  url: https://logs.example.com',
        'open: { type: loki, url: "https://user:secret@logs.example.com" }',
        'local: { type: elasticsearch, url: "http://127.0.0.1:9200/es/", indices: x, days: 0 }',
        'file: { type: loki, url: https://logs.example.com }',
        'text: 3',
        'aws: { type: cloudwatch, groups: x }',
      ].join('\n'),
    );
    assert.deepEqual(
      engines.map(({ name, url, days, options }) => ({ name, url, days, options })),
      [
        {
          name: 'production',
          url: 'https://logs.example.com',
          days: 2,
          options: { query: '{service_name=~".+"}', fields: 'trace_id' },
        },
        { name: 'local', url: 'http://127.0.0.1:9200/es', days: 7, options: { index: '*', timeField: '@timestamp' } },
      ],
    );
    assert.deepEqual(
      problems.map(({ line, column, message }) => `${line}:${column}: ${message}`),
      [
        '3:3: staging.type must be one of cloudwatch, datadog, elasticsearch, jaeger, loki, tempo, victorialogs, zipkin.',
        '5:21: open.url must be an address with http or https, without credentials, such as https://logs.example.com.',
        '6:77: local.days must be a number of days up to 3650.',
        '6:65: local.indices must be left out: Elasticsearch or OpenSearch has type, url, days, index, timeField.',
        '7:1: file must be called otherwise: editor and file say where other records come from.',
        '8:1: text must be an object with type and url.',
        '9:1: aws.region must be a text on one line.',
      ],
    );
    for (const text of ['', '[1]', 'a: [', '&a [*a]', '- x']) assert.deepEqual(readEnginesFile(text).engines, []);
  });
});
