import type { EngineCredentials, LookupDocument, LookupParams } from '../../protocol/lookupProtocol.ts';
import type { TimeWindow } from '../../shared/timeWindow.ts';
import { readObject, readRecord, readString } from '../params.ts';

/** Reads the parameters of a look-up. @throws InvalidParams for those without a request id */
export function readLookupParams(params: unknown): LookupParams {
  const members = readObject(params);
  const { progressToken, documents, related, trusted, credentials, window } = members;
  return {
    requestId: readString(members, 'requestId').trim(),
    ...readToken(progressToken),
    ...(related === true ? { related } : {}),
    ...(typeof trusted === 'boolean' ? { trusted } : {}),
    ...readWindow(window),
    documents: readDocuments(documents),
    credentials: readCredentials(credentials),
  };
}

/** The token that progress is reported under, as a member; absent where none is given. */
export function readToken(progressToken: unknown): { readonly progressToken?: string | number } {
  return typeof progressToken === 'string' || typeof progressToken === 'number' ? { progressToken } : {};
}

/** A time window as a member; absent where none is given. */
export function readWindow(window: unknown): { readonly window?: TimeWindow } {
  if (window === undefined) return {};
  const { since, until } = readRecord(window);
  return {
    window: {
      ...(typeof since === 'number' && { since }),
      ...(typeof until === 'number' && { until }),
    },
  };
}

/** The documents of a list, without what has no address or no text. */
export function readDocuments(documents: unknown): LookupDocument[] {
  return (Array.isArray(documents) ? documents : []).flatMap((document: unknown) => {
    const { uri, text } = readRecord(document);
    return typeof uri === 'string' && typeof text === 'string' ? [{ uri, text }] : [];
  });
}

/** The credentials of a list, without what has no address or no header. */
export function readCredentials(credentials: unknown): EngineCredentials[] {
  return (Array.isArray(credentials) ? credentials : []).flatMap((given: unknown) => {
    const { address, authorization } = readRecord(given);
    return typeof address === 'string' && typeof authorization === 'string' ? [{ address, authorization }] : [];
  });
}
