import { McpServer } from '@modelcontextprotocol/server';
import { serveStdio } from '@modelcontextprotocol/server/stdio';
import { z } from 'zod';
import { longestRequestId } from '../../shared/requestIdSpellings.ts';
import { limits } from '../../service/limits.ts';
import { type AssistantOptions, createAssistantTools } from '../assistantTools.ts';

export interface McpOptions extends AssistantOptions {
  readonly version: string;
  readonly signal: AbortSignal;
}

/**
 * `api-error-codes mcp`: a server of the Model Context Protocol over standard input and output. Its tools only read, and
 * only within the working directory and the log engines that it was started with.
 * @returns when the client has gone
 */
export async function runMcp(options: McpOptions): Promise<void> {
  // Standard output belongs to the protocol.
  const { errorLines } = options.streams;
  const streams = { ...options.streams, out: errorLines, document: errorLines, commands: errorLines };
  const tools = createAssistantTools({ ...options, streams });
  const answer = async (text: Promise<string>) => ({ content: [{ type: 'text' as const, text: await text }] });
  const names = options.engines.map(({ setting }) => setting.name);
  const readOnly = { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false };
  const handle = serveStdio(() => {
    const server = new McpServer({ name: 'api-error-codes', version: options.version });
    server.registerTool(
      'explain_error_code',
      {
        title: 'Explain error code',
        description:
          "Status, documented cause and guidance of one of an API's error codes or error classes, out of the catalogues of this workspace and the built-in one.",
        inputSchema: z.object({
          code: z.string().min(1).max(200).describe('The code or class as it is written: INSUFFICIENT_CREDITS, RateLimitError'),
        }),
        annotations: readOnly,
      },
      ({ code }) => answer(tools.explainErrorCode(code)),
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
          paths: z
            .array(z.string().max(limits.path))
            .max(50)
            .optional()
            .describe('Log files and folders within the workspace; all when absent'),
        }),
        annotations: { ...readOnly, openWorldHint: names.length > 0 },
      },
      ({ requestId, paths }, { mcpReq: { signal } }) => answer(tools.lookUpRequestId(requestId, paths ?? [], signal)),
    );
    server.registerTool(
      'error_code_coverage',
      {
        title: 'Error code coverage',
        description: 'Which documented error codes the code of this workspace handles, where, and which it never handles.',
        inputSchema: z.object({ catalogue: z.string().max(64).optional().describe('Id of a catalogue; all when absent') }),
        annotations: readOnly,
      },
      ({ catalogue }, { mcpReq: { signal } }) => answer(tools.coverage(catalogue, signal)),
    );
    return server;
  });
  await new Promise<void>((resolve) => {
    process.stdin.once('end', resolve);
    process.stdin.once('close', resolve);
    options.signal.addEventListener('abort', () => resolve());
  });
  await handle.close();
}
