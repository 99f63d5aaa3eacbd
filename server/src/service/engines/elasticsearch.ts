import * as l10n from '@vscode/l10n';
import { isRecord } from '../isRecord.ts';
import { type EngineLine, type LogEngine, parseJson, readEach, readNanoseconds, writeNanoseconds } from './logEngine.ts';

/** Fields that name a service, the most informative first, as objects and with dots. */
const placeFields = ['service.name', 'kubernetes.container.name', 'container.name', 'event.dataset', 'host.name'];

/** Elasticsearch's and OpenSearch's `_search`. */
export const elasticsearch: LogEngine = {
  type: 'elasticsearch',
  title: 'Elasticsearch or OpenSearch',
  options: {
    index: { description: 'Indices, data streams or aliases, with wildcards, such as `logs-*`.', fallback: '*' },
    timeField: { description: 'The field with the time of a record.', fallback: '@timestamp' },
  },
  ask({ spellings = [], stream, isForward, from, until, limit }, { index = '', timeField = '' }) {
    const range = { gte: writeNanoseconds(from), lt: writeNanoseconds(until), format: 'strict_date_optional_time_nanos' };
    // In every field of any type that is searched by default.
    const matches = spellings.map((query) => ({ multi_match: { query, type: 'phrase', lenient: true } }));
    const order = isForward ? 'asc' : 'desc';
    const filter: object[] = [{ range: { [timeField]: range } }];
    if (matches.length > 0) filter.push({ bool: { should: matches, minimum_should_match: 1 } });
    const around = stream === undefined ? undefined : parseJson(stream);
    if (isRecord(around)) filter.push(around);
    return {
      method: 'POST',
      // A missing index is reported: a slip in its name may be the reason for missing records.
      path: `/${encodeURIComponent(index)}/_search?allow_no_indices=false`,
      headers: { Accept: 'application/json', 'Content-Type': 'application/json' },
      body: JSON.stringify({
        size: limit,
        query: { bool: { filter } },
        // Also compares indices with times in nanoseconds, which would otherwise come before all those in milliseconds. Records
        // of the same time are in the order in which they were indexed.
        sort: [{ [timeField]: { order, unmapped_type: 'date', numeric_type: 'date' } }, { _doc: order }],
        track_total_hits: false,
      }),
    };
  },
  read(body, { timeField = '' }) {
    const answer = parseJson(body);
    if (!isRecord(answer) || !isRecord(answer['hits']) || !Array.isArray(answer['hits']['hits'])) return undefined;
    const hits = answer['hits']['hits'] as readonly unknown[];
    const lines: EngineLine[] = [];
    const unreadable: (bigint | undefined)[] = [];
    for (const [index, line] of readEach(hits, (hit) => readHit(hit, timeField), undefined).entries()) {
      if (line) lines.push(line);
      else unreadable.push(readSortedBy(hits[index]));
    }
    const problem = describePart(answer);
    return {
      lines,
      ...(unreadable.length === 0 ? {} : { unreadable }),
      ...(problem === undefined ? {} : { problem }),
    };
  },
  explain: (body) => {
    const answer = parseJson(body);
    const error = isRecord(answer) ? answer['error'] : undefined;
    const [root] = isRecord(error) && Array.isArray(error['root_cause']) ? (error['root_cause'] as readonly unknown[]) : [];
    const reason = isRecord(root) ? root['reason'] : isRecord(error) ? error['reason'] : error;
    return typeof reason === 'string' ? reason : '';
  },
};

/** The time that a hit was sorted by, in nanoseconds. */
function readSortedBy(hit: unknown): bigint | undefined {
  const [sorted] = isRecord(hit) && Array.isArray(hit['sort']) ? (hit['sort'] as readonly unknown[]) : [];
  return typeof sorted === 'number' && Number.isSafeInteger(sorted) ? BigInt(sorted) * 1_000_000n : undefined;
}

/** @returns undefined for one without a source */
function readHit(hit: unknown, timeField: string): EngineLine | undefined {
  if (!isRecord(hit) || !isRecord(hit['_source'])) return undefined;
  const source = hit['_source'];
  const written = fieldOf(source, timeField);
  const sorted = readSortedBy(hit);
  const exact = typeof written === 'string' ? readNanoseconds(written) : undefined;
  const field = placeFields.find((name) => typeof fieldOf(source, name) === 'string');
  const place = field === undefined ? undefined : fieldOf(source, field);
  return {
    text: JSON.stringify(source),
    // The engine understands the value that it sorted by, also a time without a zone or in a form of its own.
    time: exact !== undefined && (sorted === undefined || exact / 1_000_000n === sorted / 1_000_000n) ? exact : sorted,
    place: typeof place === 'string' ? place : undefined,
    // A filter, for those that were logged by the same service, or else into the same index.
    stream: JSON.stringify(field === undefined ? { term: { _index: hit['_index'] } } : { match_phrase: { [field]: place } }),
    // If the record has a level, it is in the text.
    level: undefined,
    key: `${String(hit['_index'])} ${String(hit['_id'])}`,
  };
}

/** Some shards may have failed, or not have answered in time. */
function describePart(answer: Readonly<Record<string, unknown>>): string | undefined {
  const shards = isRecord(answer['_shards']) ? answer['_shards'] : {};
  const { failed, total } = shards;
  if (typeof failed === 'number' && failed > 0)
    return l10n.t('{0} of {1} shards failed: there may be more records.', failed, String(total));
  return answer['timed_out'] === true ? l10n.t('It stopped for lack of time: there may be more records.') : undefined;
}

/** A field by its path, which can be one key with dots, too. */
function fieldOf(source: Readonly<Record<string, unknown>>, name: string): unknown {
  if (name in source) return source[name];
  return name.split('.').reduce<unknown>((value, step) => (isRecord(value) ? value[step] : undefined), source);
}
