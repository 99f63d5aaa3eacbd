import type { EngineSetting } from '../service/engines/engineSettings.ts';
import type { EngineAnswer, EngineQuestion } from '../service/engines/logEngine.ts';

const longestWait = 30_000;
const mostBytes = 64_000_000;
const longestExplanation = 300;

/** An answer, and whether it is none for lack of credentials, or of the right ones. */
export type EngineReply = EngineAnswer & { readonly isRefused?: boolean };

/**
 * Sends a question to a log engine. Follows no redirection, and sends credentials over an encrypted connection or within the
 * machine alone. Never rejects: what went wrong is the answer's problem.
 * @param authorization the header; absent: none
 */
export async function sendToEngine(
  { engine, url, options }: EngineSetting,
  authorization: string | undefined,
  question: EngineQuestion,
  signal: AbortSignal,
): Promise<EngineReply> {
  if (authorization !== undefined && !isPrivate(url))
    return none('Its credentials are only sent with https, or to this machine: change its address.');
  const { method, path, headers, body } = engine.ask(question, options);
  const abort = new AbortController();
  const end = () => abort.abort();
  signal.addEventListener('abort', end);
  if (signal.aborted) end();
  let isLate = false;
  const timer = setTimeout(() => {
    isLate = true;
    end();
  }, longestWait);
  try {
    const response = await fetch(url + path, {
      method,
      headers: { ...headers, ...(authorization === undefined ? {} : { Authorization: authorization }) },
      ...(body === undefined ? {} : { body }),
      redirect: 'manual',
      signal: abort.signal,
    });
    const text = await readBody(response);
    if (text === undefined) return none(`Its answer is longer than ${mostBytes / 1e6} MB.`);
    if (response.status === 200) return engine.read(text, options) ?? none(`Its answer is none of ${engine.title}.`);
    const isRefused = response.status === 401 || response.status === 403;
    return { ...none(describeStatus(response, engine.explain(text), authorization !== undefined)), isRefused };
  } catch (error) {
    return none(isLate ? `It did not answer within ${longestWait / 1e3} seconds.` : describeFailure(error));
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', end);
  }
}

function none(problem: string): EngineReply {
  return { lines: [], problem };
}

/** Whether nobody on the way can read what is sent. */
function isPrivate(url: string): boolean {
  const { protocol, hostname } = new URL(url);
  return protocol === 'https:' || hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d+){3}$/.test(hostname);
}

/** The whole body; undefined when it is too long. */
async function readBody({ body }: Response): Promise<string | undefined> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of (body ?? []) as AsyncIterable<Uint8Array>) {
    length += chunk.length;
    if (length > mostBytes) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function describeStatus({ status, headers }: Response, said: string, hadCredentials: boolean): string {
  if (status >= 300 && status < 400)
    return `It leads to another address, which is not followed: ${headers.get('location') ?? 'none is given'}`;
  const reason = said.replace(/\s+/g, ' ').trim().slice(0, longestExplanation);
  const told = reason === '' || reason.startsWith('<') ? '' : `: ${reason}`;
  if (status !== 401 && status !== 403) return `It answered ${status}${told}`;
  return `It answered ${status}${told}. ${hadCredentials ? 'Its credentials do not count there.' : 'It asks for credentials.'}`;
}

function describeFailure(error: unknown): string {
  // What went wrong stands in the cause; of several addresses, with each.
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  const [first] = cause instanceof AggregateError ? (cause.errors as readonly unknown[]) : [cause];
  return `It cannot be reached: ${first instanceof Error ? first.message || first.name : String(first)}`;
}
