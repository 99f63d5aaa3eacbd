import { LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Host } from '../workspace/host.ts';
import { createOverviewBuilder, type LogOverview } from '../service/features/logOverview.ts';
import type { LogRecogniser } from '../service/logs/logRecogniser.ts';
import { readRecordParts } from '../service/logs/reading/readRecordParts.ts';

/** Reads an open log once for each of its versions; other work goes on in between. @throws ContentModified when it changes meanwhile */
export type LogOverviews = (document: TextDocument, recogniser: LogRecogniser) => Promise<LogOverview>;

interface Known {
  readonly version: number;
  readonly recogniser: LogRecogniser;
  readonly overview: Promise<LogOverview>;
}

/**
 * @param host waits, and knows when a file was written: that gives the year of times that have none
 * @param zoneOf the zone of a log's times that have none
 */
export function createLogOverviews(
  { wait, fileOf, lookup }: Pick<Host, 'wait' | 'fileOf' | 'lookup'>,
  zoneOf: (uri: string) => Promise<string | undefined>,
): LogOverviews {
  const known = new WeakMap<TextDocument, Known>();
  const read = async (document: TextDocument, recogniser: LogRecogniser): Promise<LogOverview> => {
    const { version } = document;
    const builder = createOverviewBuilder();
    const zone = await zoneOf(document.uri);
    const near = await lookup.writtenAt(fileOf(document.uri));
    for (const records of readRecordParts(document.getText(), recogniser, { near, zone })) {
      builder.add(records);
      await wait(0);
      // The client asks again about the new text.
      if (document.version !== version) throw new ResponseError(LSPErrorCodes.ContentModified, 'The log has changed.');
    }
    return builder.finish();
  };
  return (document, recogniser) => {
    const last = known.get(document);
    if (last?.version === document.version && last.recogniser === recogniser) return last.overview;
    const overview = read(document, recogniser);
    known.set(document, { version: document.version, recogniser, overview });
    return overview;
  };
}
