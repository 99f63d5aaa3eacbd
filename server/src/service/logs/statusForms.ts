import phrases from '../../generated/reasonPhrases.json' with { type: 'json' };
import { behindEscape } from './escapes.ts';

const alone = `(?:(?<![A-Za-z])|${behindEscape})`;
const method = 'GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS';
// The text that may follow a status in a sentence: no noun that the number would count.
const sentenceGoesOn = String.raw`(?=$|[^\w\s]|\s(?:[^a-z\s]|for|from|on|in(?!\s(?:total|all)\b)|after|to|when|while|but|and|with|at|via|by|instead|response|error|status)(?![a-z]))`;
// Process ids, exit statuses (127, 143) and counts are in ranges without HTTP statuses.
const number = String.raw`(?:10[0-3]|2[0-2]\d|3[01]\d|[45]\d\d)`;

/** The texts before a status. In a form of sentences, the status must also end the statement about it. */
const forms: readonly string[] = [
  // status=402, "statusCode": 402, http.status_code=402, response_code 402, \"status\":402, HTTP status code 402,
  // 'status' => 402; neither a process's (exit status 137) nor the one that was expected.
  String.raw`(?:(?<![A-Za-z]|exit(?:ed)?[ _-](?:with )?(?:an? )?|command failed with |(?<![a-z])(?:expect(?:ed|ing)|want(?:ed)?|terminated with|killed with) (?:(?:http|response) )?)|${behindEscape})(?:http[._ -]?)?(?:response[._ -]?)?(?:status(?:[._ -]?code)?|response[_ -]?code|http[_-]?code)(?:["'\\\]]{0,8}\s{0,2}(?:=>|[:=])?\s{0,2}["'\\[(]{0,8}|\s(?:is|was)\s)`,
  // Response status code does not indicate success: 402; a status of 402; Unexpected server response: 402
  String.raw`${alone}(?:not indicate success:\s|a status (?:code )?of\s|unexpected (?:server )?response:\s)`,
  // curl: (22) The requested URL returned error: 502
  String.raw`${alone}requested URL returned error:\s`,
  // <status>402</status>
  String.raw`<(?:http[_-]?)?status(?:[_-]?code)?>`,
  // HTTP/1.1 402, "GET / HTTP/1.1" 402 and "GET / HTTP/1.1","402"
  String.raw`${alone}HTTP\/\d(?:\.\d)?\\{0,8}"?(?:\s|[\s,]{1,2}\\{0,8}")`,
  // HTTP 402, HTTP error 402, HTTPError: 402, HttpClientErrorException: 402, HttpClientErrorException$BadRequest: 400
  String.raw`${alone}HTTP(?:\s(?!443(?!\d))(?:error\s)?|\w{0,40}(?:Exception|Error)(?:\$\w{1,40})?:\s)`,
  // GET /path 402, as morgan and gin write it, also with an arrow or in brackets; not: get order 402
  String.raw`(?=(?:${method})\s{1,2}"?[^\s"/*]{0,300}[/*])${alone}(?:${method})\s{1,2}"?[^\s"]{1,2300}"?\s{1,3}(?:(?:[=-]>|→)\s|[[(](?=\d{3}[\])])|\([\d.]{1,9}\s?m?s\)\s)?`,
  // [404]: GET /path, as PHP's own server writes it
  String.raw`\[(?=\d{3}\]:?\s(?:${method})\s)`,
  // ApiError: 402 {"error": …} and Error code: 402 - {'error': …}, as clients of APIs throw it; not: Error: 402 items left
  String.raw`Error(?:\scode)?:\s(?=\d{3}\s(?:-\s)?\{\\{0,8}["'])`,
  // {"error":{"code":402, as Google's APIs have it
  String.raw`error\\{0,8}["']\s?:\s?\{\s{0,20}\\{0,8}["']code\\{0,8}["']\s?:\s?(?=[45]\d\d\s{0,9},)`,
  // Completed 402 Payment Required, as Rails writes it
  String.raw`${alone}Completed\s`,
  // <-- 402 https://…, as OkHttp writes it
  String.raw`<--\s(?=\d{3}\s(?:https?:|\())`,
  // Sent 402 in 12ms, as Phoenix writes it
  String.raw`${alone}Sent\s(?=\d{3}\sin\s[\d.]{1,12}\s?(?:[mµun]?s)\b)`,
  // code 404, message File not found, as Python's own server writes it
  String.raw`${alone}code\s(?=\d{3},\smessage\s)`,
];

/** Sentences: the action of a server, then the status. */
const sentences: readonly string[] = [
  // responded with 402; POST /v1/x responded 402 in 12 ms
  String.raw`${alone}(?:respond(?:ed|s)|answer(?:ed|s)|repli(?:ed|es))(?:\swith)?\s(?:an?\s)?`,
  // https://api.example.com/x returned 402, the upstream returned a 402
  String.raw`(?:${alone}(?:server|upstream|api|gateway|proxy|origin|endpoint|service|request|call|webhook)|(?:${method})\s{1,2}\S{1,500}|\/\/[^\s"'<>]{1,500})\s(?:returned|failed with|->|=>|→)\s(?:an?\s)?`,
  // took 8 ms and returned 401
  String.raw`${alone}and\s(?:returned|responded\swith|answered\swith)\s`,
  // got a 502, resulted in a 402 response, received 503 from upstream
  String.raw`${alone}(?:(?:got|gave|received|returned|resulted in|with)\san?\s(?=[45])|(?:got|received)\s(?=[45]\d\d\sfrom\s(?:the\s)?(?:upstream|server|api|backend|gateway|origin|https?:)))`,
  // expected 200, got 402
  String.raw`${alone}(?:expect(?:ed|ing)|want(?:ed)?)\s(?:(?:http\s)?(?:response\s)?status\s(?:code\s)?)?(?:to be\s|of\s)?[1-5]\d\d,?\s(?:but\s)?(?:got|was|received)\s(?:(?:http\s)?status\s(?:code\s)?)?`,
];

/** A number of three digits by itself: a possible status. */
export const possibleStatus = /[1-5]\d\d(?!\w)(?<=(?:^|[^\w./-])\d{3})/g;

/**
 * A status in a place that marks it as one. The numbers are found first, and the text before each is then read backwards, which
 * costs time only where there is a number. Every repetition is bounded: the time grows linearly with the text.
 */
export const statusForms = new RegExp(
  String.raw`${number}(?<=[\s"'\\([=:>]\d{3})(?![\w.]\d|\w|:\d|\.\.|-\d{3}(?!\d)|\s?%|\s(?:[mµu]?s|sec(?:ond)?s?|min(?:ute)?s?|[kmg]?b(?:ytes)?|of|items|rows|records|times|requests|responses|errors|jobs|rate)\b(?!=))(?:(?<=(?:${forms.join('|')})\d{3})|${sentenceGoesOn}(?<=(?:${sentences.join('|')})\d{3}))`,
  'iy',
);

/** Names that servers use in addition to the registered ones. */
const otherNames = [
  ['302', 'Moved Temporarily'],
  ['408', 'Request Time-out'],
  ['413', 'Request Entity Too Large'],
  ['413', 'Content Too Large'],
  ['422', 'Unprocessable Content'],
  ['499', 'Client Closed Request'],
  ['503', 'Service Temporarily Unavailable'],
  ['504', 'Gateway Time-out'],
] as const;
// These words are also used of other things than requests: step 302: Found 3 files.
const everyday = /^(?:Continue|Processing|OK|Created|Accepted|Found|Conflict|Gone|Locked)$/;
const between = String.raw`\)?:?\s[("'\\]{0,4}`;
const names = [...Object.entries(phrases), ...otherNames].map(
  ([status, phrase]) => `${status}(?=${everyday.test(phrase) ? ' ' : between}${phrase.replace(/[^\w -]/g, '.')}(?![A-Za-z]))`,
);

/**
 * `402 Payment Required`, `(402) Payment Required`, `402: Payment Required` and `402 Client Error`: a number with its own name,
 * right there.
 */
export const namedStatuses = new RegExp(
  String.raw`(?:${names.join('|')}|4\d\d(?= Client Error)|5\d\d(?= Server Error))(?<=(?:^|[^\w.:/-])\d{3})`,
  'y',
);
