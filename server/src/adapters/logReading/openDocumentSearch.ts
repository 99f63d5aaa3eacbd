import { cutRecordText } from '../../service/requests/foundRecord.ts';
import { readRecordAt } from '../../service/logs/reading/readRecordAt.ts';
import type { LogSearchRequest, OpenDocument } from '../../service/requests/logSearch.ts';
import { createFindId } from '../../shared/requestIds/findId.ts';
import { spellingsOf } from '../../shared/requestIds/requestIdSpellings.ts';
import type { SearchCollector } from './searchSink.ts';
import { writtenAt } from '../logFiles/writtenAt.ts';

/** Searches the documents in the editor, saved or not, with their texts as they are there. */
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
    const find = createFindId(text, spellingsOf(requestId));
    for (let place = find(0); place && !sink.isDone(); ) {
      const { at } = place;
      for (let lineEnd = text.indexOf('\n', counted); lineEnd >= 0 && lineEnd < at; lineEnd = text.indexOf('\n', lineEnd + 1)) {
        line++;
        counted = lineEnd + 1;
      }
      const record = readRecordAt(text, at, recogniser, { near, zone: request.zoneOf?.(path ?? uri) });
      const end = record?.span.end ?? place.end;
      if (record) {
        const file = path === undefined ? nameOf(uri) : display(path);
        const recordText = cutRecordText(text.slice(record.span.start, end), at - record.span.start);
        addRecord({ source: 'editor', uri, file, line, record, text: recordText, excerpt: false }, id);
      }
      place = find(Math.max(end, place.end));
    }
  }
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
