import type { WholeServer } from '../wholeServer.ts';
import { registerCoverage } from './coverageRequest.ts';
import { registerExecuteCommand } from './executeCommand.ts';
import { registerExplain } from './explainRequest.ts';
import { registerHandlersOf } from './handlersOf.ts';
import { registerLookup } from './lookupRequests.ts';
import { registerReadCatalogue } from './readCatalogueRequest.ts';
import { registerSiteCodes } from './siteCodesRequest.ts';
import { registerSummariseLog } from './summariseLogRequest.ts';
import { registerTerminalLinks } from './terminalLinksRequest.ts';

/** Answers the requests that LSP does not have. Call once. */
export function registerCustomRequests(server: WholeServer): void {
  registerLookup(server);
  registerSummariseLog(server);
  registerReadCatalogue(server);
  registerTerminalLinks(server);
  registerHandlersOf(server);
  registerCoverage(server);
  registerExplain(server);
  registerExecuteCommand(server);
  registerSiteCodes(server);
}
