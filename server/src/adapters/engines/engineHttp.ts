import * as l10n from '@vscode/l10n';
import { describeError } from '../../shared/describeError.ts';
import type { EngineSetting } from '../../service/engines/engineSettings.ts';
import type { EngineUse } from '../../service/requests/logSearch.ts';
import type { EngineAnswer, EngineOptions, EngineQuestion, EngineRequest } from '../../service/engines/logEngine.ts';
import { createCredentialHider } from '../../service/engines/hideCredentials.ts';
import { limits } from '../../service/limits.ts';
import { showOnOneLine } from '../../service/render/plainText.ts';
import { createProxyFetch, isThisMachine } from './proxyFetch.ts';
import { errorCode } from '../files/readError.ts';

/** An answer. */
export type EngineReply = EngineAnswer & {
  /** There was no answer: the problem has the reason. */
  readonly isMissing?: boolean;
  /** There was no answer because credentials are missing or wrong. */
  readonly isRefused?: boolean;
};

/** Sends a question to a log engine. Never rejects: a failure is the `problem` of the answer. */
export type EngineSender = (question: EngineQuestion, options: EngineOptions, signal: AbortSignal) => Promise<EngineReply>;

const longestExplanation = 300;

/** How long an engine is asked, and how much it may answer: see `limits`. */
export type EngineLimits = Readonly<Record<'engineTime' | 'engineAnswer' | 'engineBytes', number>>;

/**
 * Creates the sender for an engine. It follows no redirection, and sends credentials only over an encrypted connection or
 * within the machine.
 */
export function createEngineSender(
  { setting, authorization, proxy }: Omit<EngineUse, 'onRefused'>,
  { engineTime, engineAnswer, engineBytes }: EngineLimits = limits,
): EngineSender {
  const { engine, url } = setting;
  let way: ReturnType<typeof createProxyFetch> | undefined;
  const headersFor = createHeaders(setting, authorization);
  // An engine that did not answer one question in time is not waited for again.
  let gaveUp: string | undefined;
  // Over all pages: an engine that always has more, or answers each time just before the limit, must come to an end as well.
  let bytesLeft = engineBytes;
  let end: number | undefined;
  return async (question, options, signal) => {
    if ((authorization !== undefined || engine.signing) && !isPrivate(url))
      return none(l10n.t('Its credentials are only sent with https, or to this machine: change its address.'));
    // The error of `fetch` would contain the header with the credentials.
    if (authorization !== undefined && !/^[\t\x20-\x7e\x80-\xff]*$/.test(authorization))
      return { ...none(l10n.t('There is a character in its credentials that cannot be sent.')), isRefused: true };
    if (gaveUp !== undefined) return none(gaveUp);
    const request = engine.ask(question, options);
    const abort = new AbortController();
    const stop = () => abort.abort();
    signal.addEventListener('abort', stop);
    if (signal.aborted) stop();
    end ??= Date.now() + engineTime;
    const wait = Math.min(engineAnswer, Math.max(0, end - Date.now()));
    const tooLong = l10n.t('It was asked for {0} seconds in all: there may be more records.', engineTime / 1e3);
    let isLate = false;
    let through: string | undefined;
    let hide = createCredentialHider(authorization === undefined ? {} : { authorization });
    const timer = setTimeout(() => {
      isLate = true;
      stop();
    }, wait);
    try {
      const headers = await Promise.race([headersFor(request), rejectOn(abort.signal)]);
      if (typeof headers === 'string') return none(headers);
      const reach = await (way ??= createProxyFetch(url, proxy));
      if (typeof reach === 'string') return none(reach);
      through = reach.proxy;
      const send = () =>
        reach.send(url + request.path, {
          method: request.method,
          headers,
          ...(request.body === undefined ? {} : { body: request.body }),
          redirect: 'manual',
          signal: abort.signal,
        });
      // The other side may have ended a connection that was kept from before. Asking twice changes nothing there.
      const response = await send().catch((error: unknown) => (wasBroken(error) ? send() : Promise.reject(error)));
      const body = await readBody(response, Math.min(bytesLeft, limits.engineAnswerBytes));
      if (body === undefined && bytesLeft < limits.engineAnswerBytes)
        return none(
          (gaveUp = l10n.t('Its answers are longer than {0} MB in all: there may be more records.', engineBytes / 1e6)),
        );
      if (body === undefined) return none(l10n.t('Its answer is longer than {0} MB.', limits.engineAnswerBytes / 1e6));
      bytesLeft -= body.length;
      hide = createCredentialHider(headers);
      const text = hide(body.toString('utf8'));
      if (response.status === 404 && engine.isAboutTraces) return { lines: [] };
      if (response.status === 200)
        return engine.read(text, options) ?? none(l10n.t('Its answer is not one of {0}.', engine.title));
      const isRefused = (response.status === 401 || response.status === 403) && engine.signing === undefined;
      return {
        ...none(hide(describeStatus(response, engine.explain(text), isRefused && authorization === undefined))),
        isRefused,
      };
    } catch (error) {
      if (isLate) gaveUp = wait < engineAnswer ? tooLong : l10n.t('It did not answer within {0} seconds.', engineAnswer / 1e3);
      return none(gaveUp ?? hide(describeFailure(error, through)));
    } finally {
      clearTimeout(timer);
      signal.removeEventListener('abort', stop);
    }
  };
}

function wasBroken(error: unknown): boolean {
  const { cause } = error instanceof Error ? error : {};
  return ['UND_ERR_SOCKET', 'ECONNRESET', 'EPIPE'].includes(errorCode(cause));
}

/** Gives the headers of a request; a sentence when there are no credentials for it. */
function createHeaders(
  { engine, url, options }: EngineSetting,
  authorization: string | undefined,
): (request: EngineRequest) => Promise<Readonly<Record<string, string>> | string> {
  const toHeaders = engine.headersOf ?? ((given: string) => ({ Authorization: given }));
  if (engine.signing === undefined || authorization !== undefined)
    return ({ headers }) => Promise.resolve({ ...headers, ...(authorization === undefined ? {} : toHeaders(authorization)) });
  const signing = import('./awsSigning.ts').then(({ createAwsSigner }) =>
    createAwsSigner(options['region'] ?? '', options['profile']),
  );
  return async (request) => {
    const sign = await signing;
    return sign(url, request).catch((error: unknown) => {
      const reason = describeError(error);
      return l10n.t('There are no AWS credentials for it (aws configure, aws sso login or AWS_PROFILE give some): {0}', reason);
    });
  };
}

/** Finding credentials can take long, and cannot be ended. */
function rejectOn(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const end = () => reject(new Error(l10n.t('It was cancelled.')));
    if (signal.aborted) end();
    else signal.addEventListener('abort', end);
  });
}

/** @param problem with the engine's own words, which anyone may have written */
function none(problem: string): EngineReply {
  return { lines: [], problem: showOnOneLine(problem), isMissing: true };
}

/** Whether no third party can read the request on its way. */
function isPrivate(url: string): boolean {
  const { protocol, hostname } = new URL(url);
  return protocol === 'https:' || isThisMachine(hostname);
}

/** The whole body; undefined when it is too long, in bytes. */
async function readBody({ body }: Response, most: number): Promise<Buffer | undefined> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of (body ?? []) as AsyncIterable<Uint8Array>) {
    length += chunk.length;
    if (length > most) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function describeStatus({ status, headers }: Response, said: string, lacksCredentials: boolean): string {
  if (status >= 300 && status < 400)
    return l10n.t('It leads to another address, which is not followed: {0}', headers.get('location') ?? l10n.t('none'));
  const reason = said.replace(/\s+/g, ' ').trim().slice(0, longestExplanation);
  const told = reason === '' || reason.startsWith('<') ? '' : `: ${reason}`;
  const answered = l10n.t('It answered {0}', `${status}${told}`);
  if (status !== 401 && status !== 403) return answered;
  return `${answered}. ${lacksCredentials ? l10n.t('It asks for credentials.') : l10n.t('Its credentials do not count there.')}`;
}

/** @param proxy the one that is set: only the proxy's own rules decide whether this host is an exception */
function describeFailure(error: unknown, proxy: string | undefined): string {
  // The reason is in the cause; of several addresses, with each.
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  const [first] = cause instanceof AggregateError ? (cause.errors as readonly unknown[]) : [cause];
  const reason = first instanceof Error ? first.message || first.name : String(first);
  return proxy === undefined
    ? l10n.t('It cannot be reached: {0}', reason)
    : l10n.t('It cannot be reached (the proxy {0} is set): {1}', proxy, reason);
}
