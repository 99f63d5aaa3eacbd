/** How much a word by itself looks like an error code. `plain`: a word that may be one where codes are expected. */
export type CodeStrength = 'strong' | 'plain' | 'number';

const strongShapes = [
  /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/,
  /^[a-z][a-z0-9]*(?:_[a-z0-9]+)+$/,
  /^[A-Z][A-Za-z0-9]*(?:[-.:][A-Z0-9][A-Za-z0-9]*)+$/,
  /^[a-z][a-z0-9]*(?:-[a-z0-9]+)+$/,
  /^[a-z][a-z0-9_-]*(?:[/.:][a-z0-9]+(?:[_-][a-z0-9]+)*)+$/i,
  /^[A-Z]{1,12}[-_]?\d{2,}[A-Z]?$/,
  /^[A-Z][a-z0-9]+(?:[A-Z][a-z0-9]*)+$/,
  /^[a-z]+(?:[A-Z][a-z0-9]*)+$/,
  /^[A-Z]{2,6}[A-Z][a-z][A-Za-z0-9]*(?:Exception|Error|Fault)$/,
  /^[A-Za-z][A-Za-z0-9]*_[A-Za-z0-9_.'’/-]+$/,
];
const plainShapes = [/^[A-Z]{3,40}\d?$/, /^[a-z]{3,40}\d?$/, /^[A-Z][a-z]{2,30}$/, /^[0-9][0-9A-Z]{4}$/, /^[A-Z]\d$/];

/** Words in the place of a code that are not codes. */
const noCodes = new Set(
  (
    'error errors code codes string integer number boolean object array null true false none any all other others default yes no n/a ' +
    'tbd todo get post put patch delete head http https json xml html api url uri id ok success message example optional required ' +
    'error_code errorcode your_code some_error and/or either/or name type value field status string[] failed failure unknown... etc'
  ).split(' '),
);

/** Words in a column of codes that mean others, or none. */
const standIns = new Set(
  'other others any all none null nil n/a na tbd todo etc default various varies unspecified ok success yes no true false'.split(
    ' ',
  ),
);

/** Members of error bodies, which are listed as codes are. */
const fieldNames = new Set(
  (
    'code message msg error errors detail details type status title instance error_code errorcode error_message error_type errortype ' +
    'error_description errordescription error_uri error_id statuscode status_code httpstatus http_status request_id requestid trace_id ' +
    'traceid correlation_id correlationid timestamp path param params parameter field fields data success ok meta metadata docs ' +
    'doc_url docurl help documentation_url documentationurl reason domain source retryable retry_after retryafter cause stack name ' +
    'description hint target innererror resource resource_id method url body headers locale version info id value extensions ' +
    'issues validation_errors context errormessage jsonrpc result links pointer suggestion remedy errno syscall address port dest ' +
    'user_message developer_message more_info moreinfo subcode error_subcode fbtrace_id invalid_params'
  ).split(' '),
);

/**
 * How much a word looks like a code; undefined when it cannot be one. Numbers are codes only where the page marks them as such.
 */
export function strengthOf(word: string): CodeStrength | undefined {
  if (word.length === 0 || word.length > 200 || /[\s<>{}[\]"`$=()|*…,;!?\\]/.test(word)) return undefined;
  if (isNumberCode(word)) return 'number';
  if (/^0x[\da-f]{2,16}$/i.test(word)) return 'strong';
  if (!/[\p{L}]/u.test(word) || /^[-/.@#:&+~%]|[/.:@#&+~%-]$|:\/\/|\.\.|^x-|^--|^\.\//i.test(word)) return undefined;
  if (noCodes.has(word.toLowerCase()) || isFileName(word) || isHeaderName(word) || isMediaType(word)) return undefined;
  if (/^(?:error|err|response|res|data|body|ex?|this|self|req|request|result|details)\.\w/.test(word)) return undefined;
  if (strongShapes.some((shape) => shape.test(word))) return 'strong';
  return plainShapes.some((shape) => shape.test(word)) ? 'plain' : undefined;
}

/** Whether a word is a number as APIs number their errors: `-32700`, `14_030`, `404.3`; the minus may be a typographic one. */
export function isNumberCode(word: string): boolean {
  return /^[-\u2212\u2013\u2012]?\d{1,15}$|^\d{1,6}_\d{1,6}$|^\d{3,5}\.\d{1,3}$/.test(word);
}

/** Whether a cell of a column of codes is one, whatever it looks like: a word without white space that does not mean others. */
export function canBeCode(word: string): boolean {
  return (
    word.length > 0 &&
    word.length <= 200 &&
    (!/[\s<>{}*…`|]|\.\.\.|:\/\//.test(word) || isAddress(word)) &&
    /[\p{L}\p{N}]/u.test(word) &&
    !standIns.has(word.toLowerCase()) &&
    !isMediaType(word)
  );
}

/** Whether a code differs from other words by its look: `CARD_DECLINED`, `AUTH-001`, `ThrottlingException`. */
export function isUnmistakable(word: string): boolean {
  return (
    /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/.test(word) ||
    /^[A-Z]{1,12}(?:[-_][A-Z]{1,12})*[-_]?\d{3,}$/.test(word) ||
    /^[A-Z][A-Za-z0-9]*(?:Exception|Error|Fault)$/.test(word) ||
    /^[a-z]+(?:_[a-z0-9]+)*_(?:error|exceeded|invalid|failed|denied|not_found|expired|unauthorized|declined)$/.test(word) ||
    /^(?:invalid|missing|unknown|unsupported|expired|duplicate|insufficient)(?:[_-][a-z0-9]+)+$/.test(word)
  );
}

/** Whether a word is usually a member of an error's body, not a code. */
export function isFieldName(word: string): boolean {
  return fieldNames.has(word.toLowerCase().replaceAll('-', '_'));
}

/** Whether a word means a family of codes: `REQ_*`, `FEATURE_<NAME>_DISABLED`, `{resource}_not_found`. */
export function isFamily(word: string): boolean {
  // `1000X`, and not the class of statuses `4xx`.
  if (/^\d{2,9}\+$/.test(word)) return true;
  if (/^\d{1,6}x{1,5}$/i.test(word) && !/^[1-5][\dx]x$/i.test(word)) return true;
  return (
    word.length <= 200 && /^[\w.:/*<>{}[\]-]+$/.test(word) && /[A-Za-z\d]/.test(word) && /\*|<\w+>|\{\w+\}|\[\w+\]/.test(word)
  );
}

/** The code as a catalogue writes it: whole numbers as numbers, unless that would lose a zero. */
export function codeValue(word: string): string | number {
  const plain = word.replace(/^[\u2212\u2013\u2012](?=\d)/, '-');
  return /^(?:0|-?[1-9]\d{0,14})$/.test(plain) ? Number(plain) : plain;
}

/** The address of a problem type (RFC 9457), which is its code: `https://shop.dev/problems/no-money`, `urn:problem:no-money`. */
export function isAddress(word: string): boolean {
  return word.length <= 200 && /^(?:https?:\/\/[^\s<>{}*`|"]+|urn:[\w-]+:[^\s<>{}*`|"]+)$/i.test(word);
}

/** `application/json`. */
function isMediaType(word: string): boolean {
  return /^(?:application|text|image|audio|video|multipart|font|message)\/[\w.+-]+$/i.test(word);
}

/** `Retry-After`, `X-Request-ID`. */
function isHeaderName(word: string): boolean {
  return /^[A-Z][a-z]*(?:-[A-Z][a-z]+)*-(?:[A-Z][a-z]+|ID)$/.test(word);
}

function isFileName(word: string): boolean {
  return /\.(?:json|ya?ml|mdx?|ts|tsx|js|go|py|rs|java|html?|com|org|io|dev|net|txt|log|toml|env|sh|cs|php|rb)$/i.test(word);
}
