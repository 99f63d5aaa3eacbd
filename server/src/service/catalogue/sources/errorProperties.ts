/** How names of properties compare: `error_code`, `errorCode` and `Error-Code` are one. */
export function normalizeName(name: string): string {
  return name.toLowerCase().replace(/[^a-z\d]/g, '');
}

/**
 * Properties with error codes, the clearest names first. In one object the first kind that lists codes is the API's code. The
 * kinds after it (`type` beside `code`) only sort the codes, and a `switch` over one kind never handles another.
 */
const kinds: readonly ReadonlySet<string>[] = [
  new Set(
    'code codes errorcode errorcodes errcode apierrorcode apicode faultcode exceptioncode messagecode applicationcode appcode internalcode businesscode'.split(
      ' ',
    ),
  ),
  new Set('issue error errors errorname errorkey errorid erroridentifier'.split(' ')),
  new Set('reason errorreason reasoncode subcode errorsubcode'.split(' ')),
  new Set('type errortype exception exceptiontype'.split(' ')),
  new Set('name key slug identifier'.split(' ')),
  new Set('status id'.split(' ')),
];

/** Names that contain `code`: any value below them is a code. */
export const strongKind = 0;

/** Names from this kind on mean other things as well: their values have to look made for programs. */
export const firstWeakKind = 2;

/** `type` and its relatives, which name the class of an error as often as its code. */
export const typeKind = 3;

/** Names from this kind on are a code's only beside a message. */
export const firstKindBesideMessage = 4;

/** The kind of a property that may contain an error code, 0 for the clearest; undefined for any other property. */
export function codeKind(name: string): number | undefined {
  const kind = kinds.findIndex((names) => names.has(normalizeName(name)));
  return kind === -1 ? undefined : kind;
}

/** How many kinds there are. */
export const codeKinds = kinds.length;

/** Whether a property is an error code in any object, also in one that is not about an error. */
export function namesErrorCode(name: string): boolean {
  return /^(?:api)?err(?:or)?codes?$/.test(normalizeName(name));
}

/** Whether the values below a property are about an error. */
export function holdsErrors(name: string): boolean {
  return /^(?:err[a-z]*|details?|faults?|issues|problems?|violations|causes?|exceptions?|innererror|suberrors|apierrors?|errorresponse|validationerrors?|fielderrors?|failures?|body)$/.test(
    normalizeName(name),
  );
}

/** Whether a schema's name shows that it is about an error: `ErrorResponse`, `ProblemDetails`. */
export function isErrorName(name: string): boolean {
  return /error|problem|(?<!de)fault|exception|failure/i.test(name);
}

/** Properties whose text describes the error in words, the most general first. */
export const messageNames: readonly string[] = [
  'message',
  'description',
  'error_description',
  'errorDescription',
  'error_message',
  'errorMessage',
  'errmsg',
  'msg',
  'detail',
  'title',
  'details',
  'reason',
  'error',
];

/** Properties with the HTTP status of an error. */
export const statusNames: readonly string[] = ['status', 'statusCode', 'status_code', 'httpStatus', 'http_status', 'code'];

/** Whether a property describes the error in words. */
export function isMessageName(name: string): boolean {
  return /^(?:message|description|errordescription|errormessage|errmsg|errmessage|usermessage|msg|detail|details|title|developermessage|explanation|moreinfo|hint)$/.test(
    normalizeName(name),
  );
}
