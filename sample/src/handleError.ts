import type { PikzelsError } from './pikzelsClient';

/** What the studio does about an error of the Pikzels API. */
export type Reaction =
  | { kind: 'retry'; afterSeconds: number }
  | { kind: 'tellUser'; message: string }
  | { kind: 'alertOperator'; message: string };

export function handleError(error: PikzelsError): Reaction {
  switch (error.code) {
    case 'VALIDATION_ERROR':
      return { kind: 'tellUser', message: `Please correct your request: ${error.details.join(', ')}` };
    case 'CONTENT_POLICY':
    case 'GENERATION_REJECTED':
      return { kind: 'tellUser', message: 'This prompt cannot be used. Please change it.' };
    case 'MISSING_API_KEY':
    case 'INVALID_API_KEY_FORMAT':
    case 'INVALID_API_KEY':
      return { kind: 'alertOperator', message: 'The API key of the studio is not accepted.' };
    case 'INSUFFICIENT_CREDITS':
      return { kind: 'alertOperator', message: 'The credits are used up.' };
    case 'TOO_MANY_REQUESTS':
      return { kind: 'retry', afterSeconds: 5 };
    case 'GENERATION_FAILED':
    case 'GENERATION_TIMEOUT':
      return { kind: 'retry', afterSeconds: 30 };
  }
  return { kind: 'alertOperator', message: `Unexpected error ${error.code} (request ${error.requestId})` };
}
