import { groupBy } from '../../shared/groupBy.ts';
import type { Language } from '../languages/language.ts';
import { writeString } from '../languages/writeText.ts';
import { activeCodes } from '../sites/requiredCodes.ts';
import type { Catalogue } from '../types.ts';

/** A piece of code about the errors of an API, in the editor's syntax for snippets. */
export interface Snippet {
  /** The word that a person types for it. */
  readonly prefix: string;
  readonly description: string;
  readonly body: string;
}

type Family = 'typescript' | 'javascript' | 'python';

const families: Readonly<Record<string, Family>> = {
  typescript: 'typescript',
  typescriptreact: 'typescript',
  javascript: 'javascript',
  javascriptreact: 'javascript',
  python: 'python',
};

/** How strings are written in the neighbourhood of snippets: there are no neighbours yet. */
const quotes: Readonly<Record<Family, string>> = { typescript: "'", javascript: "'", python: '"' };

/** The beginning of all prefixes. */
export const snippetPrefix = 'api-error-';

/**
 * The snippets for an API, for the languages that have such: all of its codes in groups that are handled alike, its answer in case
 * of an error, and a retry of the codes that deserve it. No one handles all codes of an `open` API.
 */
export function writeSnippets(catalogue: Catalogue, languageId: string, language: Language): readonly Snippet[] {
  const family = families[languageId];
  if (family === undefined) return [];
  const quote = (text: string): string => escape(writeString(language.text, quotes[family], text) ?? '');
  const groups = catalogue.open ? [] : groupCodes(catalogue);
  const retried = [...catalogue.codes.values()].flatMap(({ code, retired, retry }) =>
    retry === 'backoff' && !retired ? [code] : [],
  );
  const [field] = catalogue.requestId.fields;
  const [header] = catalogue.requestId.headers;
  const isPython = family === 'python';
  return [
    ...(groups.length > 0
      ? [
          {
            prefix: `${snippetPrefix}${isPython ? 'match' : 'switch'}`,
            description: 'Every documented error code, in groups that are handled alike',
            body: (isPython ? writeMatch : writeSwitch)(groups, quote),
          },
        ]
      : []),
    ...(field !== undefined && header !== undefined
      ? [
          {
            prefix: `${snippetPrefix}envelope`,
            description: 'Reads code, message, details and request id out of a response that is not OK',
            body: envelopes[family](quote(field), quote(header)),
          },
        ]
      : []),
    ...(retried.length > 0
      ? [
          {
            prefix: `${snippetPrefix}retry`,
            description: 'Sends a request again for the codes that deserve it, with exponential backoff and full jitter',
            body: retries[family](retried.map(quote)),
          },
        ]
      : []),
  ];
}

/** Codes that are handled alike: by their first group, without one by status. */
interface CodeGroup {
  readonly title: string;
  readonly codes: readonly string[];
}

function groupCodes(catalogue: Catalogue): readonly CodeGroup[] {
  const titleOf = (code: string): string => {
    const { groups, statuses } = catalogue.codes.get(code) ?? { groups: [], statuses: [] };
    const [group] = groups;
    const [status] = statuses;
    if (group !== undefined) return catalogue.groups.get(group) ?? group;
    return status !== undefined ? `HTTP ${status}` : catalogue.title;
  };
  return [...groupBy(activeCodes(catalogue), titleOf)].map(([title, codes]) => ({ title, codes }));
}

/** A text as a snippet's text. */
function escape(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}

type Quote = (text: string) => string;

function writeSwitch(groups: readonly CodeGroup[], quote: Quote): string {
  return [
    'switch (${1:error.code}) {',
    ...groups.flatMap(({ title, codes }, index) => [
      ...codes.map((code) => `\tcase ${quote(code)}:`),
      `\t\t\${${index + 2}:throw new Error(${quote(title)});}`,
    ]),
    '\tdefault:',
    '\t\tthrow new Error(`Unexpected error code: \\${${1:error.code}\\}`);',
    '}',
    '$0',
  ].join('\n');
}

function writeMatch(groups: readonly CodeGroup[], quote: Quote): string {
  return [
    'match ${1:error.code}:',
    ...groups.flatMap(({ title, codes }, index) => [
      `\tcase ${codes.map(quote).join(' | ')}:`,
      `\t\t\${${index + 2}:raise RuntimeError(${quote(title)})}`,
    ]),
    '\tcase _:',
    '\t\traise ValueError(f"Unexpected error code: {${1:error.code}\\}")',
    '$0',
  ].join('\n');
}

const envelopes: Readonly<Record<Family, (field: string, header: string) => string>> = {
  typescript: (field, header) => `interface ApiErrorBody {
	error?: { code?: string; message?: string; details?: unknown[] \\};
	[${field}]?: string;
\\}

class ApiError extends Error {
	constructor(
		readonly status: number,
		readonly code: string | undefined,
		message: string,
		readonly requestId: string | undefined,
		readonly details: readonly unknown[],
	) {
		super(\`\\\${message\\} (\\\${code ?? status\\}, request \\\${requestId ?? 'unknown'\\})\`);
	\\}
\\}

async function readApiError(response: Response): Promise<ApiError> {
	// A proxy in between may answer with something that is no JSON.
	const body = (await response.json().catch(() => ({\\}))) as ApiErrorBody;
	const requestId = body[${field}] ?? response.headers.get(${header}) ?? undefined;
	return new ApiError(response.status, body.error?.code, body.error?.message ?? response.statusText, requestId, body.error?.details ?? []);
\\}
$0`,
  javascript: (field, header) => `class ApiError extends Error {
	constructor(status, code, message, requestId, details) {
		super(\`\\\${message\\} (\\\${code ?? status\\}, request \\\${requestId ?? 'unknown'\\})\`);
		Object.assign(this, { status, code, requestId, details \\});
	\\}
\\}

async function readApiError(response) {
	// A proxy in between may answer with something that is no JSON.
	const body = await response.json().catch(() => ({\\}));
	const requestId = body[${field}] ?? response.headers.get(${header}) ?? undefined;
	return new ApiError(response.status, body.error?.code, body.error?.message ?? response.statusText, requestId, body.error?.details ?? []);
\\}
$0`,
  python: (field, header) => `class ApiError(Exception):
	def __init__(self, status, code, message, request_id, details):
		super().__init__(f"{message\\} ({code or status\\}, request {request_id or 'unknown'\\})")
		self.status = status
		self.code = code
		self.request_id = request_id
		self.details = details


def read_api_error(response):
	try:
		body = response.json()
	except ValueError:
		# A proxy in between may answer with something that is no JSON.
		body = {\\}
	error = body.get("error") or {\\}
	request_id = body.get(${field}) or response.headers.get(${header})
	message = error.get("message") or f"HTTP {response.status_code\\}"
	return ApiError(response.status_code, error.get("code"), message, request_id, error.get("details") or [])
$0`,
};

const writeList = (codes: readonly string[]): string => codes.map((code) => `\t${code},\n`).join('');

const retryScript = (codes: readonly string[], isTyped: boolean): string => `const retryableCodes = new Set([
${writeList(codes)}]);

async function withRetries${isTyped ? '<Result>(send: () => Promise<Result>, ' : '(send, '}attempts = \${1:5}, base = \${2:500}, most = \${3:30_000})${isTyped ? ': Promise<Result>' : ''} {
	for (let attempt = 1; ; attempt += 1) {
		try {
			return await send();
		\\} catch (error) {
			const code = ${isTyped ? '(error as { code?: string \\}).code' : 'error.code'};
			if (attempt >= attempts || ${isTyped ? 'code === undefined || ' : ''}!retryableCodes.has(code)) throw error;
			const delay = Math.random() * Math.min(most, base * 2 ** (attempt - 1));
			await new Promise((resolve) => setTimeout(resolve, delay));
		\\}
	\\}
\\}
$0`;

const retries: Readonly<Record<Family, (codes: readonly string[]) => string>> = {
  typescript: (codes) => retryScript(codes, true),
  javascript: (codes) => retryScript(codes, false),
  python: (codes) => `import random
import time

RETRYABLE_CODES = {
${writeList(codes)}\\}


def with_retries(send, attempts=\${1:5}, base=\${2:0.5}, most=\${3:30.0}):
	for attempt in range(1, attempts + 1):
		try:
			return send()
		except Exception as error:
			if attempt == attempts or getattr(error, "code", None) not in RETRYABLE_CODES:
				raise
			time.sleep(random.uniform(0, min(most, base * 2 ** (attempt - 1))))
$0`,
};
