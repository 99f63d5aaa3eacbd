import { namesErrors } from '../models/schemaEnums.ts';
import { isUnmistakable } from '../page/codeShape.ts';
import { isAboutCodes } from '../rowNames.ts';
import { saysCodes } from './comments.ts';
import { type Declaration, plainMaker } from './declarations.ts';
import type { MemberArm } from './memberArms.ts';

/** The declarations of a file by their enum, class, table or block of constants. */
export interface DeclarationGroups {
  /** Those that are error codes. */
  readonly used: readonly (readonly Declaration[])[];
  readonly unused: readonly (readonly Declaration[])[];
}

/** @param base the name of the file */
export function groupDeclarations(all: readonly Declaration[], arms: readonly MemberArm[], base: string): DeclarationGroups {
  const isAbout = isAboutCodes(base);
  const isOnlyCodes = /^(?:errno|(?:api[-_]?)?err(?:or)?[-_]?(?:codes?|numbers?|constants?))\.\w+$/i.test(base);
  const groups = new Map<string, Declaration[]>();
  for (const each of all) {
    const key = `${each.place.id} ${each.kind === 'made' ? each.container : ''}`;
    const group = groups.get(key);
    if (!group) groups.set(key, [each]);
    // A constant of an enum is a limit or another name, not one of its values.
    else if (group[0]?.kind === 'member' && each.kind === 'constant' && group[0].container === each.container) continue;
    // Among constants that are converted to a type, one that is not is something else.
    else if (!isConverted(group[0]) || each.container !== '' || !hasOwnValue(each)) group.push(each);
  }
  const described = new Set(arms.flatMap(({ giver, gives, member }) => (gives === 'cause' && namesTexts(giver) ? member : [])));
  const isUsed = (group: readonly Declaration[]): boolean =>
    isOfErrors(group, isAbout) ||
    (isOnlyCodes && areConstants(group)) ||
    (group[0]?.kind === 'constant' &&
      (areDescribed(group, described) || ((isAbout || group.length > 1) && areCalledCodes(group))));
  return {
    used: [...groups.values()].filter(isUsed).map(onlyOfErrors),
    unused: [...groups.values()].filter((group) => !isUsed(group)),
  };
}

/** `errorMsg`, `codeTexts`. */
function namesTexts(giver: string): boolean {
  return /err|fault|code/i.test(giver);
}

/**
 * Whether the comment above a block of constants says that they are error codes, or those above most of them. One about a single
 * constant may be about something else: `// The most error codes that are shown`.
 */
function areCalledCodes(group: readonly Declaration[]): boolean {
  const [first] = group;
  // A remark above a header is not about all of its macros.
  if (first?.node.type === 'preproc_def') return false;
  return (
    first !== undefined && (saysCodes(first.place) || group.filter(({ node }) => saysCodes(node, true)).length * 2 > group.length)
  );
}

/** Whether a table of errors' texts has most constants as its keys. */
function areDescribed(group: readonly Declaration[], described: ReadonlySet<string>): boolean {
  const named = group.filter(({ name = '' }) => described.has(name));
  return named.length > 1 && named.length * 2 > group.length;
}

/** Whether declarations are error codes: their container is called after errors, or they are, or the file is. */
function isOfErrors(group: readonly Declaration[], isAbout: boolean): boolean {
  const [first] = group;
  if (!first) return false;
  if (first.kind === 'made' && plainMaker.test(first.container) && !isAbout) {
    const named = group.filter(({ name = '' }) => /^Err(?:or)?[A-Z]|Err(?:or)?$/.test(name));
    return named.length > 1 && named.length * 2 >= group.length;
  }
  if (first.kind === 'made' || first.kind === 'arm') return group.length > 1;
  if (first.container !== '' && namesErrors(first.container)) return true;
  if (first.kind === 'member' && (wordedOfErrors.test(first.container) || isPartOfError(first) || holdsResults(group)))
    return true;
  if (
    first.kind === 'entry' &&
    ((/^$|messages$/i.test(first.container) && isAbout) ||
      /err(?:or)?s?(?:$|[^a-z])|Err(?:or)?s?(?:$|[A-Z_])|exception|(?<!de)fault|failure/i.test(first.container))
  )
    return holdsCodes(group);
  const constants = group.filter(({ kind }) => kind === 'constant');
  if (constants.length > 0) {
    const named = constants.filter(({ name = '' }) => constantOfError.test(name));
    // A header has macros for everything.
    if (first.node.type === 'preproc_def') return group.filter(isMacroOfError).length > (isAbout ? 0 : 2);
    return named.length * 2 >= group.length || (isAbout && first.container !== '' && /code|reason/i.test(first.container));
  }
  // A list of codes: `downloadCodes = ["map_lost", "too_late"]`.
  if (first.kind === 'text' && isAbout && /codes$/i.test(first.container))
    return group.every(({ node }) => /^["'`][a-z][\w.-]*["'`]$/i.test(node.text));
  return first.kind === 'member' && (isAbout || holdFailures(group));
}

/** Of constants in a class that is not called after errors, those that are: not `RESULT_KEY` beside `ERROR_LATE`. */
function onlyOfErrors(group: readonly Declaration[]): readonly Declaration[] {
  const [first] = group;
  const isMacro = first?.node.type === 'preproc_def';
  if (first?.kind !== 'constant' || (first.container === '' && !isMacro)) return group;
  if (namesErrors(first.container) || wordedOfErrors.test(first.container)) return group;
  const named = group.filter((each) => (isMacro ? isMacroOfError(each) : constantOfError.test(each.name ?? '')));
  return named.length === 0 ? group : named;
}

/** `#define SHOP_ERR_LATE 7` */
function isMacroOfError({ name = '' }: Declaration): boolean {
  return /(?:^|_)ERR(?:OR)?S?(?:_|$)/.test(name) && !/_(?:MAX|MIN|LEN|SIZE|BASE|LAST|COUNT|NUM|H_*)$/.test(name);
}

/** Whether an enum of C is one of results: it is called after errors, or after codes and one of its members is `…_OK`. */
function holdsResults(group: readonly Declaration[]): boolean {
  const [first] = group;
  if (first?.node.type !== 'enumerator' || group.length < 3) return false;
  const isFine = ({ name = '' }: Declaration): boolean => /(?:_|[a-z]|^)(?:OK|SUCCESS(?:FUL)?|NO_?ERR(?:OR)?)$/i.test(name);
  return (
    /_err(?:or)?s?(?:_[a-z])?$/i.test(first.container) || (/code|result|status|ret/i.test(first.container) && group.some(isFine))
  );
}

/** `enum ErrorResponse`, `enum ErrorStatus`. */
const wordedOfErrors = /err(?:or)?_?(?:responses?|results?|status|infos?|details?|messages?|constants?|definitions?)$/i;

/** Whether an enum is what kind of error a type of errors is: `struct ApiError { enum Kind: String { … } }`. */
function isPartOfError({ container, place }: Declaration): boolean {
  if (!/^(?:codes?|identifier|kind|types?|reason|name|case|value|variant)$/i.test(container)) return false;
  for (let at = place.parent; at; at = at.parent) {
    const name = at.childForFieldName('name')?.text.slice(0, 200);
    if (name !== undefined && namesErrors(name)) return true;
  }
  return false;
}

/** Whether constants of a file of codes, outside of any class, are those codes: each has a number or a word of its own. */
function areConstants(group: readonly Declaration[]): boolean {
  if (group.length < 2 || group.some(({ kind, container }) => kind !== 'constant' || container !== '')) return false;
  const own = group.filter(({ name = '' }) => !/_RANGE_(?:START|END|MIN|MAX)$/.test(name));
  const values = own.map(({ node }) => /[=:]\s{0,9}(-?\d+|(["'])[\w.-]+\2);?\s*$/.exec(node.text.slice(0, 500))?.[1]);
  return values.every((value) => value !== undefined) && new Set(values).size === values.length;
}

/** Whether most members of an enum have a constant of a failed HTTP status: `LATE("late", HttpStatus.CONFLICT)`. */
function holdFailures(group: readonly Declaration[]): boolean {
  const failed = group.filter(({ node }) => failedStatus.test(node.text.slice(0, 2_000)));
  return failed.length >= 2 && failed.length * 5 >= group.length * 3;
}

/** Whether a constant of Go has its type from its value: `ProblemType("late")`. */
function isConverted(first: Declaration | undefined): boolean {
  return first?.node.type === 'const_spec' && first.container !== '' && first.node.childForFieldName('type') === null;
}

/** Whether a constant of Go has a value, and does not repeat the one above it. */
function hasOwnValue({ node }: Declaration): boolean {
  return node.type === 'const_spec' && node.childForFieldName('value') !== null;
}

/** `errorMessages` has codes as its keys, or names of fields; `error_list` has rows with a code. */
function holdsCodes(group: readonly Declaration[]): boolean {
  const coded = group.filter(({ name, node }) =>
    name === undefined
      ? /^[{[]\s*["']?(?:error_?)?code["']?\s*[:=]/i.test(node.text.slice(0, 100))
      : /^[^[]{0,100}=>\s*\[\s*["'](?:title|message|detail|description)["']\s*=>/.test(node.text) ||
        isUnmistakable(name) ||
        /^-?\d+$/.test(name) ||
        /^[^{[]{0,100}(?::\s*\{|=>\s*\[)\s*["']?(?:error_?)?code["']?\s*(?::|=>)/i.test(node.text),
  );
  return coded.length * 2 > group.length;
}

const constantOfError =
  /^k?(?:ERR(?:OR)?|Err(?:or)?|E|CODE|Code)(?:_?CODE)?_?(?=\d?[A-Z])|_ERR(?:OR)?(?:_CODE)?$|_ERR(?:OR)?_CODE_(?=[A-Z])|(?:Error|Failure)(?:Code)?$/;

const failedStatus =
  /\b(?:HttpStatus(?:Code)?|StatusCodes?|HTTPStatus)(?:\.|::)(?:BAD_|UNAUTH|FORBID|NOT_|CONFLICT|GONE|UNPROC|TOO_|INTERNAL|SERVICE_|GATEWAY|PAYMENT|PRECOND|Bad|Unauth|Forbid|Not|Conflict|Gone|Unproc|Too|Internal|Service|Gateway|Payment|Precond)/;
