import type { LineFields, LogFormat, LogMemory, ReadContext } from '../logRecord.ts';
import { readTime } from '../times/logTime.ts';

// Date, time, perhaps names and an address of the server, method, path, query.
const head = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d) (?:[^\s"]{1,255} ){0,4}([A-Z]{3,20}) (\/\S{0,8000}) (\S{1,8000}) /;
// Status and bytes may follow directly on the query, where a port and a name usually are. A name may be a number, but 443 is a
// port.
const next = /^(?!443 )(\d{3}) (?:\d{1,20} |(?=[A-Za-z]+\/\d))/;
// After the agent and the referrer only numbers are left: status, further statuses, sizes, time taken.
const tail = / ([1-5]\d\d)(?: \d{1,20}){2,7}$/;
const longestTail = 200;
const directive = /^#(?:Version|Fields|Software|Date|Start-Date|End-Date|Remark):(?:\s|$)/;
const longestRest = 30_000;
const mostColumns = 200;
// The ids that Azure puts into the query of each request, and those of ASP.NET Core, tracers and proxies. Nothing else looks
// like them.
const azureId = /(?:^|&)X-ARR-LOG-ID=([0-9a-f-]{36})(?:&|$)/i;
const requestIds = /^(?:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[0-9a-f]{32}|0H[0-9A-Z]{11}:[0-9A-F]{8})$/i;

/**
 * The W3C's extended format. Its `#Fields` may be far before a record, or in another file of the rotation, and a look-up reads
 * only the text around the id: where no `#Fields` was read, the columns that IIS and Azure write are recognised by their content.
 * Columns that an administrator adds come after all others. Times are in UTC.
 */
export const w3c: LogFormat = {
  id: 'w3c',
  title: 'IIS and W3C extended log',
  first: '#0123456789',
  readLine: (text, context) => {
    if (text.startsWith('#')) return readDirective(text, context);
    const named = context.memory?.columns === undefined ? undefined : readByNames(text, context.memory, context);
    if (named) return named;
    const match = text.charAt(10) === ' ' ? head.exec(text) : null;
    if (!match) return undefined;
    const rest = text.slice(match[0].length, match[0].length + longestRest);
    const early = next.exec(rest)?.[1];
    // The usual end of a line is recognised without looking at the columns.
    const usual = early === undefined ? tail.exec(rest.slice(-longestTail))?.[1] : undefined;
    const columns = usual === undefined ? rest.split(' ') : [];
    const at = findStatus(columns);
    const status = Number(early ?? usual ?? columns[at]);
    if (!(status >= 100 && status <= 599)) return undefined;
    const [, date, clock, method, stem, query = '-'] = match;
    const path = query === '-' ? stem : `${stem}?${query}`;
    return {
      time: readTime(`${date}T${clock}Z`, context),
      status,
      method,
      path,
      requestId:
        azureId.exec(query)?.[1] ?? (at < 0 ? undefined : columns.slice(at + 3).find((column) => requestIds.test(column))),
      message: [method, path, status].join(' '),
    };
  },
};

/** Keeps what a directive says about the lines after it. */
export function noteDirective(text: string, memory: LogMemory): void {
  if (text.startsWith('#Fields:')) memory.columns = text.slice(8).trim().toLowerCase().split(/\s+/, mostColumns);
  memory.date = /^#(?:Start-)?Date: (\d{4}-\d\d-\d\d)/.exec(text)?.[1] ?? memory.date;
}

const idColumn = /^(?:x-edge-)?request-?id$|^(?:cs|sc)\(x-(?:request|correlation)-id\)$/;

/** A line with as many columns as `#Fields` has names, the time and the status where those say. */
function readByNames(text: string, { columns = [], date }: LogMemory, context: ReadContext): LineFields | undefined {
  // Most lines of other formats are ruled out by their beginning.
  if (columns[0] === 'date' ? text.charAt(10) !== ' ' || text.charAt(4) !== '-' : columns[0] === 'time' && text.charAt(8) !== ' ')
    return undefined;
  const values = text.split(' ', mostColumns);
  if (values.length !== columns.length) return undefined;
  const valueOf = (...names: readonly string[]): string | undefined => {
    const at = columns.findIndex((column) => names.includes(column));
    return at < 0 || values[at] === '-' ? undefined : values[at];
  };
  const clock = valueOf('time') ?? '';
  const status = Number(valueOf('sc-status'));
  if (!/^\d\d:\d\d:\d\d/.test(clock) || !(Number.isNaN(status) || (status >= 0 && status <= 999))) return undefined;
  const method = valueOf('cs-method');
  const [stem, query] = [valueOf('cs-uri-stem', 'cs-uri'), valueOf('cs-uri-query')];
  const path = stem === undefined || query === undefined || stem.includes('?') ? stem : `${stem}?${query}`;
  const id = values[columns.findIndex((column) => idColumn.test(column))];
  return {
    time: readTime(`${valueOf('date') ?? date ?? ''}T${clock}Z`, context),
    status: status >= 100 && status <= 599 ? status : undefined,
    method,
    path,
    requestId: id === undefined || id === '-' ? azureId.exec(query ?? '')?.[1] : id,
    message: [method, path, Number.isNaN(status) ? undefined : status].filter((part) => part !== undefined).join(' ') || text,
  };
}

/** The directive at the beginning of each file; a further one follows when the columns change. It belongs to no request. */
function readDirective(text: string, context: ReadContext): LineFields | undefined {
  if (!directive.test(text)) return undefined;
  if (context.memory) noteDirective(text, context.memory);
  const date = /^#(?:Start-)?Date: (\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)/.exec(text);
  return { time: date ? readTime(`${date[1]}T${date[2]}Z`, context) : undefined, message: text };
}

/**
 * The column of the status: two further statuses are beside it, then sizes and the time taken. Only added columns come after
 * them, and those contain no words of a sentence.
 * @returns -1 when there is no such column
 */
function findStatus(columns: readonly string[]): number {
  const at = columns.findIndex(
    (column, index) => /^[1-5]\d\d$/.test(column) && [1, 2].every((after) => /^\d{1,20}$/.test(columns[index + after] ?? '')),
  );
  return at >= 0 && columns.slice(at + 3).every((column) => /[\d.:=_-]/.test(column)) ? at : -1;
}
