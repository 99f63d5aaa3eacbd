/**
 * Names that loggers, servers and vendors use for request ids, for any API. Case and separators do not matter. Sources: the
 * documentation of the vendors' headers and log fields.
 */
export const requestIdNames = [
  'request_id',
  'req_id',
  'requestid',
  'reqid',
  'aws_request_id',
  'lambda_request_id',
  'api_request_id',
  'http_request_id',
  'client_request_id',
  'x_request_id',
  'x_amzn_request_id',
  'correlation_id',
  'request_guid',
  'debug_id',
  'operation_id',
  'invocation_id',
  'activity_id',
  'cf_ray',
  'cf_ray_id',
  'ray_id',
  'ray_name',
  'vercel_id',
  'azure_ref',
  'amz_cf_id',
  'amz_id_2',
];

/** A pattern for the end of such names for ids of traces, which many requests may share; with the flag `i`. */
export const traceIdName = '(?:trace[-_. ]?(?:id|parent|context)|(?<![a-z\\d])(?:xray[-_. ]?id|sentry[-_. ]?trace|b3))';

/**
 * A pattern for what is between a name and its value in lists of pairs, without groups: `"name": "x-request-id", "value": "…"` in
 * HAR and AWS WAF, `{"stringValue": "…"}` in OTLP, `[{"value": "…"}]` at CloudFront.
 */
export const pairOfValue = String.raw`["'\\]{1,8}\s{0,3}(?:,|:\s{0,3}\[?\s{0,60}\{)\s{0,60}["'\\]{1,8}value["'\\]{1,8}\s{0,3}:\s{0,3}(?:\{\s{0,60}["'\\]{1,8}stringValue["'\\]{1,8}\s{0,3}:\s{0,3})?["'\\]{1,8}`;

/** Whether an id consists of zeros. Programs write such an id in place of a missing one. */
export function isNilId(id: string): boolean {
  return !/[1-9A-Za-z]/.test(id);
}

/** A pattern for any of some names, without groups, whatever their case and separators; with the flag `i`. */
export function patternOfNames(names: readonly string[]): string {
  const words = new Set(names.map((name) => splitWords(name).join('[-_. ]?')).filter((name) => name !== ''));
  const byFirst = new Map<string, string[]>();
  for (const word of [...words].sort((a, b) => b.length - a.length)) {
    const rest = byFirst.get(word.charAt(0));
    if (rest) rest.push(word.slice(1));
    else byFirst.set(word.charAt(0), [word.slice(1)]);
  }
  // By their first letter: engines try every alternative by itself.
  return [...byFirst].map(([first, rests]) => `${first}(?:${rests.join('|')})`).join('|');
}

/** `X-Request-Id`, `x_request_id` and `requestId` in words, escaped for a pattern. */
function splitWords(name: string): string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => word !== '')
    .map((word) => word.toLowerCase());
}
