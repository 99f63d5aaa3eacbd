import { commandUri } from './commandUri.ts';

/** The client's command that looks an id up. */
export const lookupCommand = 'apiErrorCodes.lookUpRequestId';

/** Address of the command that looks an id up. Only for clients that declare support of links to this extension's commands. */
export function lookupCommandUri(requestId: string): string {
  return commandUri(lookupCommand, requestId);
}
