import { decodeAddress } from '../shared/decodeAddress.ts';
import { describeError } from '../shared/describeError.ts';
import { statusMethod, type StatusParams } from '../protocol/protocol.ts';
import { showOnOneLine } from '../service/render/plainText.ts';
import type { ServerParts } from './serverParts.ts';
import type { ShownCatalogues } from './shownCatalogues.ts';

/** Sends the client the content of its status item; sends nothing twice. */
export interface StatusReporter {
  /** @param notices the parts of a document that were left out, each to follow its name */
  documentRead(uri: string, notices: readonly string[]): void;
  documentClosed(uri: string): void;
  report(): void;
}

/** @param general sentences that are about no document */
export function createStatusReporter(
  { client, connection }: ServerParts,
  shownCatalogues: ShownCatalogues,
  general: () => readonly string[],
): StatusReporter {
  const byDocument = new Map<string, readonly string[]>();
  let last = '';
  let sending: Promise<void> | undefined;
  /** Something has changed since the report that is on its way. */
  let again = false;
  const send = async (): Promise<void> => {
    const catalogues = await shownCatalogues();
    const status: StatusParams = {
      catalogues: catalogues.map(({ title, codes }) => ({
        title: showOnOneLine(title),
        codes: [...codes.values()].filter(({ retired }) => !retired).length,
      })),
      notices: [
        ...general().map(showOnOneLine),
        ...[...byDocument].flatMap(([uri, said]) =>
          said.map((notice) => showOnOneLine(`${decodeAddress(uri.slice(uri.lastIndexOf('/') + 1))} ${notice}.`)),
        ),
      ],
    };
    const text = JSON.stringify(status);
    if (text !== last) client.tell(statusMethod, status);
    last = text;
  };
  const report = (): void => {
    again = sending !== undefined;
    sending ??= send()
      .catch((error: unknown) => connection.console.error(`The status could not be read: ${describeError(error)}`))
      .finally(() => {
        sending = undefined;
        if (again) report();
      });
  };
  return {
    documentRead(uri, notices) {
      if (notices.length > 0) byDocument.set(uri, notices);
      else byDocument.delete(uri);
      report();
    },
    documentClosed: (uri) => void byDocument.delete(uri),
    report,
  };
}
