/** The text of a page, or why it was not read: the end of a sentence that begins with its address. */
export type FetchedPage = { readonly text: string } | { readonly problem: string };

/** The part of `fetch` that is used. */
export type Fetch = (address: string, init: RequestInit) => Promise<Response>;

const longest = 20_000_000;
const longestTime = 20_000;
const mostRedirections = 5;

/** Whether an address may be fetched: with TLS, without a password in it. */
export function isFetchable(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, username, password, hostname } = new URL(address);
  return protocol === 'https:' && username === '' && password === '' && hostname !== '';
}

/**
 * Fetches a page once, in bounded time and size, without cookies. A redirection is followed on the same host only, and with
 * TLS.
 */
export async function fetchPage(address: string, fetch: Fetch): Promise<FetchedPage> {
  const signal = AbortSignal.timeout(longestTime);
  let at = address;
  try {
    for (let count = 0; count <= mostRedirections; count++) {
      if (!isFetchable(at)) return { problem: 'is no https address' };
      const response = await fetch(at, {
        redirect: 'manual',
        credentials: 'omit',
        signal,
        headers: { accept: 'text/*, application/*' },
      });
      const next = response.headers.get('location');
      if (response.status >= 300 && response.status < 400 && next !== null) {
        await response.body?.cancel();
        const target = new URL(next, at);
        if (target.host !== new URL(at).host) return { problem: `leads to another host, ${target.host}, which is not asked` };
        at = target.href;
        continue;
      }
      if (!response.ok) return { problem: `answers with status ${response.status}` };
      return await readBounded(response);
    }
    return { problem: 'leads from page to page' };
  } catch (error) {
    return {
      problem: signal.aborted ? `does not answer within ${longestTime / 1000} seconds` : `cannot be read: ${messageOf(error)}`,
    };
  }
}

async function readBounded(response: Response): Promise<FetchedPage> {
  const reader: ReadableStreamDefaultReader<Uint8Array> | undefined = response.body?.getReader();
  if (!reader) return { problem: 'is empty' };
  const decoder = new TextDecoder();
  let text = '';
  let size = 0;
  for (;;) {
    const { done, value }: { readonly done: boolean; readonly value?: Uint8Array | undefined } = await reader.read();
    if (done || !value) break;
    size += value.byteLength;
    if (size > longest) {
      await reader.cancel();
      return { problem: `is larger than ${longest / 1e6} MB` };
    }
    text += decoder.decode(value, { stream: true });
  }
  text += decoder.decode();
  return text.includes('\0') ? { problem: 'is no text' } : { text };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
