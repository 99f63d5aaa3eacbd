import { cutRecordText } from '../service/logs/foundRecord.ts';
import { readRecordAt } from '../service/logs/readRecords.ts';
import type { LogSearchRequest, OpenDocument } from '../service/logs/logSearch.ts';
import { spellingsOf } from '../service/logs/requestIdSpellings.ts';
import type { SearchCollector } from './searchSink.ts';
import { writtenAt } from './writtenAt.ts';

/** Searches the documents that an editor holds, saved or not, as they stand there. */
export async function searchOpenDocuments(request: LogSearchRequest, { sink, addRecord }: SearchCollector): Promise<void> {
  if (request.openDocuments.length === 0) return;
  const recogniser = await request.recogniser();
  const display = request.displayPath ?? ((path: string) => path);
  for (const document of request.openDocuments) {
    sink.addFiles(1);
    sink.addBytes(Buffer.byteLength(document.text));
    const near = await writtenAt(document.path, request.now);
    for (const [id, requestId] of sink.ids.entries()) searchDocument(document, requestId, id, near);
  }

  function searchDocument({ uri, path, text }: OpenDocument, requestId: string, id: number, near: number): void {
    let line = 1;
    let counted = 0;
    const find = createFind(text, spellingsOf(requestId));
    for (let at = find(0); Number.isFinite(at) && !sink.isDone(); ) {
      for (let lineEnd = text.indexOf('\n', counted); lineEnd >= 0 && lineEnd < at; lineEnd = text.indexOf('\n', lineEnd + 1)) {
        line++;
        counted = lineEnd + 1;
      }
      const record = readRecordAt(text, at, recogniser, { near });
      const end = record?.span.end ?? at + requestId.length;
      if (record) {
        const file = path === undefined ? nameOf(uri) : display(path);
        const recordText = cutRecordText(text.slice(record.span.start, end), at - record.span.start);
        addRecord({ source: 'editor', uri, file, line, record, text: recordText, excerpt: false }, id);
      }
      at = find(Math.max(end, at + requestId.length));
    }
  }
}

/** Finds the next of some strings, infinity when there is none; from further on with each call. Each is looked for once. */
function createFind(text: string, strings: readonly string[]): (from: number) => number {
  const places = strings.map((string) => ({ string, at: -1 }));
  return (from) => {
    for (const place of places) {
      if (place.at >= from) continue;
      const at = text.indexOf(place.string, from);
      place.at = at < 0 ? Number.POSITIVE_INFINITY : at;
    }
    return Math.min(...places.map(({ at }) => at));
  };
}

/** The last part of an address: `untitled:Untitled-1` is shown as `Untitled-1`. */
function nameOf(uri: string): string {
  try {
    return decodeURIComponent(uri.replace(/^[^:]*:/, '').replace(/^.*\//, '')) || uri;
  } catch {
    // It was not encoded as an address, and is shown as it is.
    return uri;
  }
}
