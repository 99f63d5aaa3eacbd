import { McpServer } from '@modelcontextprotocol/server';
import { serveStdio } from '@modelcontextprotocol/server/stdio';
import { z } from 'zod';
import { longestRequestId } from '../../shared/requestIds/requestIdSpellings.ts';
import { limits } from '../../service/limits.ts';
import { checkForAssistant } from './checkTool.ts';
import { createCodeTools } from './codeTools.ts';
import { createLogTools, type LogToolOptions } from './logTools.ts';

export interface McpOptions extends LogToolOptions {
  readonly version: string;
  readonly signal: AbortSignal;
}

const longestText = 500_000;
const cursor = z.number().int().min(0).optional().describe('Where to go on in a long answer, as the answer before said');
const catalogue = z.string().max(64).optional().describe('Id of a catalogue; all when absent');
const code = z.string().min(1).max(200).describe('The code or class as it is written: INSUFFICIENT_CREDITS, RateLimitError');
const pathList = z.array(z.string().max(limits.path)).max(50).optional();
const logPaths = pathList.describe('Log files and folders within the workspace; all when absent');
const since = z.string().max(40).optional().describe('Leave out records before this time: ISO 8601, or 2h for two hours ago');
const until = z.string().max(40).optional().describe('Leave out records from this time on');

/**
 * `api-error-codes mcp`: a server of the Model Context Protocol over standard input and output. Its tools only read, and
 * only within the working directory and the log engines that it was started with.
 * @returns when the client has gone
 */
export async function runMcp(options: McpOptions): Promise<void> {
  // Standard output belongs to the protocol.
  const { errorLines } = options.streams;
  const own = { ...options, streams: { ...options.streams, out: errorLines, document: errorLines, commands: errorLines } };
  const [codes, logs] = [createCodeTools(own), createLogTools(own)];
  const handle = serveStdio(() => createServer(own, codes, logs));
  await new Promise<void>((resolve) => {
    process.stdin.once('end', resolve);
    process.stdin.once('close', resolve);
    options.signal.addEventListener('abort', () => resolve());
  });
  await handle.close();
}

function createServer(
  options: McpOptions,
  codes: ReturnType<typeof createCodeTools>,
  logs: ReturnType<typeof createLogTools>,
): McpServer {
  const answer = async (text: Promise<string>) => ({ content: [{ type: 'text' as const, text: await text }] });
  const names = options.engines.map(({ setting }) => setting.name);
  const annotations = { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false };
  const server = new McpServer({ name: 'api-error-codes', version: options.version });
  server.registerTool(
    'explain_error_code',
    {
      title: 'Explain error code',
      description:
        "Status, documented cause and guidance of one of an API's error codes or error classes, out of the catalogues of this workspace and the built-in one.",
      inputSchema: z.object({ code, cursor }),
      annotations,
    },
    (input) => answer(codes.explain(input.code, input)),
  );
  server.registerTool(
    'list_codes',
    {
      title: 'List error codes',
      description: 'The documented error codes of the APIs of this workspace, a line each with status, cause and retry advice.',
      inputSchema: z.object({
        catalogue,
        status: z.string().max(10).optional().describe('Only codes with this HTTP status, or class of statuses: 429, 5xx'),
        group: z.string().max(200).optional().describe('Only codes of the group with this id'),
        cursor,
      }),
      annotations,
    },
    (input) => answer(codes.listCodes(input)),
  );
  server.registerTool(
    'check',
    {
      title: 'Check error handling',
      description:
        'Findings in code that handles error codes: codes that a switch, chain, table or catch leaves out, misspelt and retired codes, pointless retries. Each comes with the edits of its fix. Checks files, or a text that is not saved.',
      inputSchema: z.object({
        paths: pathList.describe('Files and folders within the workspace; all when absent'),
        text: z.string().max(longestText).optional().describe('A text to check in place of files'),
        file: z
          .string()
          .max(limits.path)
          .optional()
          .describe('Where the text will be saved; the ending says the language: src/pay.ts'),
        cursor,
      }),
      annotations,
    },
    (input, { mcpReq: { signal } }) => answer(checkForAssistant(options, input, signal)),
  );
  server.registerTool(
    'find_handlers',
    {
      title: 'Find handlers',
      description:
        'Where the code of this workspace handles, catches, compares or names an error code, or catches an error class.',
      inputSchema: z.object({ code, cursor }),
      annotations,
    },
    (input, { mcpReq: { signal } }) => answer(codes.findHandlers(input.code, input, signal)),
  );
  server.registerTool(
    'error_code_coverage',
    {
      title: 'Error code coverage',
      description: 'Which documented error codes the code of this workspace handles, where, and which it never handles.',
      inputSchema: z.object({ catalogue, cursor }),
      annotations,
    },
    (input, { mcpReq: { signal } }) => answer(codes.coverage(input, signal)),
  );
  server.registerTool(
    'look_up_request_id',
    {
      title: 'Look up request id',
      description: `Every log record of a request in the logs of this workspace${
        names.length === 0 ? '' : ` and in log engines (${names.join(', ')})`
      }, by time, with the error code explained. Keys, tokens, cookies and addresses are taken out.`,
      inputSchema: z.object({
        requestId: z.string().min(1).max(longestRequestId).describe('The request id of a response or a log'),
        paths: logPaths,
        since,
        until,
        cursor,
      }),
      annotations: { ...annotations, openWorldHint: names.length > 0 },
    },
    (input, { mcpReq: { signal } }) => answer(logs.lookUp(input.requestId, input, signal)),
  );
  server.registerTool(
    'summarise_logs',
    {
      title: 'Summarise logs',
      description:
        'Error codes over time, failing and slow requests and unknown codes in the logs of this workspace. Keys, tokens and addresses are taken out.',
      inputSchema: z.object({ paths: logPaths, since, until, cursor }),
      annotations,
    },
    (input, { mcpReq: { signal } }) => answer(logs.summarise(input, signal)),
  );
  return server;
}
