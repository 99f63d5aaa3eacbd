import { type CancellationToken, type Connection, LSPErrorCodes, ResponseError } from 'vscode-languageserver';

/** Where failures are written. */
export interface FailureLog {
  error(message: string): void;
}

/**
 * Runs a handler so that its failure costs an answer and not the server: the failure is logged with the method and the
 * document, the answer is the empty one. A cancelled request is answered with `RequestCancelled`, as LSP has it.
 * @param keepsPart an answer that the handler gives in spite of the cancellation is the part that there is
 */
export async function runSafely<Answer>(
  log: FailureLog,
  method: string,
  uri: string | undefined,
  token: CancellationToken,
  empty: Answer,
  handle: () => Promise<Answer> | Answer,
  keepsPart = false,
): Promise<Answer | ResponseError<never>> {
  try {
    if (token.isCancellationRequested) return cancelled();
    const answer = await handle();
    return token.isCancellationRequested && !keepsPart ? cancelled() : answer;
  } catch (error) {
    // A sentence for the user, not a failure.
    if (error instanceof ResponseError) return error as ResponseError<never>;
    log.error(
      `${method} failed${uri === undefined ? '' : ` for ${uri}`}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    );
    return empty;
  }
}

function cancelled(): ResponseError<never> {
  return new ResponseError<never>(LSPErrorCodes.RequestCancelled, 'The request was cancelled.');
}

/**
 * Answers a request that LSP does not have.
 * @param read reads the parameters; throws InvalidParams for those of the wrong shape
 * @param empty the answer for a failed or cancelled request
 * @param handle gets a signal that aborts when the client cancels the request
 * @param keepsPart an answer that it gives all the same is sent
 */
export function answerRequest<Params, Answer>(
  connection: Connection,
  method: string,
  read: (params: unknown) => Params,
  empty: (params: Params) => Answer,
  handle: (params: Params, signal: AbortSignal) => Promise<Answer>,
  keepsPart = false,
): void {
  // A request without parameters has the token in their place.
  connection.onRequest<unknown, never>(method, (given: unknown, last?: CancellationToken) => {
    const token = last ?? (given as CancellationToken);
    const params = read(last && given);
    const answer = (): Promise<Answer> => handle(params, signalOf(token));
    return runSafely(connection.console, method, undefined, token, empty(params), answer, keepsPart);
  });
}

/** A signal that aborts when the client cancels a request. */
export function signalOf(token: CancellationToken): AbortSignal {
  const controller = new AbortController();
  if (token.isCancellationRequested) controller.abort();
  else token.onCancellationRequested(() => controller.abort());
  return controller.signal;
}
