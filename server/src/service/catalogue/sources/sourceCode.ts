import * as l10n from '@vscode/l10n';
import type { Node, Tree } from 'web-tree-sitter';
import { isAboutCodes } from './rowNames.ts';
import type { Declaration } from './code/declarations.ts';
import type { LabelledCode } from './code/labelledCodes.ts';
import { namesErrors, ownNameOf } from './models/schemaEnums.ts';
import { isUnmistakable } from './page/codeShape.ts';
import { createPlaces } from './page/createPlaces.ts';
import { meansSuccess } from './page/tables/headerWords.ts';
import type { CatalogueSource, SourceHost, SourceNote, SourceReading } from './source.ts';

/** The grammars of source files by their endings. */
const grammars: Readonly<Record<string, string>> = {
  '.ts': 'typescript',
  '.mts': 'typescript',
  '.cts': 'typescript',
  '.tsx': 'tsx',
  '.js': 'javascript',
  '.mjs': 'javascript',
  '.cjs': 'javascript',
  '.py': 'python',
  '.java': 'java',
  '.kt': 'kotlin',
  '.cs': 'c-sharp',
  '.go': 'go',
  '.php': 'php',
  '.rs': 'rust',
  '.swift': 'swift',
  '.dart': 'dart',
};
const mostCodes = 50_000;

/** Source code that declares the codes: enums, constants, tables, lists and unions, with their comments. */
export const sourceCode: CatalogueSource = {
  id: 'source-code',
  title: 'Source code',
  endings: Object.keys(grammars),
  accepts: () => true,
  async read({ name, text }, host) {
    const ending = /\.\w+$/.exec(name.toLowerCase())?.[0] ?? '';
    const tree = await parse(host, grammars[ending] ?? '', text);
    if (typeof tree === 'string') return nothing(tree);
    try {
      return await readTree(tree.rootNode, name, text);
    } finally {
      tree.delete();
    }
  },
};

async function parse(host: SourceHost, grammar: string, text: string): Promise<Tree | string> {
  if (!host.parse) return l10n.t('Source code cannot be read here: there is no parser.');
  try {
    return (await host.parse(grammar, text)) ?? l10n.t('The file takes too long to parse and was not read.');
  } catch (error) {
    return l10n.t('The file cannot be parsed: {0}', error instanceof Error ? error.message : String(error));
  }
}

async function readTree(root: Node, name: string, text: string): Promise<SourceReading> {
  const [
    { readDeclarations },
    { holdsMessages, holdsStatuses, readDeclared },
    { followingNumbers },
    { holdTitles },
    { literalsOf },
    { memberArmsOf },
    { describe, takeArms },
  ] = await Promise.all([
    import('./code/declarations.ts'),
    import('./code/declaredCode.ts'),
    import('./code/followingNumbers.ts'),
    import('./code/comments.ts'),
    import('./code/literals.ts'),
    import('./code/memberArms.ts'),
    import('./code/labelledCodes.ts'),
  ]);
  const { all, cut } = readDeclarations(root);
  const placeOf = createPlaces(text);
  const base = name.slice(name.lastIndexOf('/') + 1);
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
  const used = [...groups.values()].filter((group) => isOfErrors(group, isAbout) || (isOnlyCodes && areConstants(group)));
  const codes: LabelledCode[] = [];
  const notes: SourceNote[] = [];
  const note = (line: number | undefined, message: string): void => void notes.push({ line, message, severity: 'information' });
  for (const group of used) {
    const numbers = followingNumbers(group);
    const areStatuses = holdsStatuses(group);
    const areMessages = holdsMessages(group);
    const areTitled = holdTitles(group.map(({ node }) => node));
    const unread: Declaration[] = [];
    for (const [index, declaration] of group.entries()) {
      const found = readDeclared(declaration, { following: numbers[index], areStatuses, areMessages, areTitled });
      const { name: label = '', container } = declaration;
      // `YOUR_ERROR` shows where a reader puts one; `ERROR_RANGE_START` is no error.
      if (/^(?:YOUR|MY)_|_RANGE_(?:START|END|MIN|MAX)$/.test(label)) continue;
      if (isUnset(ownNameOf(label, container), found?.entry.code ?? '', found?.entry.cause ?? '', areStatuses))
        note(
          placeOf(found?.at ?? declaration.node.startIndex).line,
          l10n.t('{0} is left out: it means that nothing failed.', label || String(found?.entry.code)),
        );
      else if (!found) unread.push(declaration);
      else codes.push({ entry: found.entry, location: placeOf(found.at), label, container, isBare: found.isBare });
    }
    const [first] = unread;
    if (first && areStatuses && unread.every(({ node }) => /\d{3}\W{0,3}$/.test(node.text)))
      note(
        first.node.startPosition.row,
        l10n.t('{0} lists HTTP statuses, not error codes.', first.container || (first.name ?? '')),
      );
    else if (first)
      note(
        first.node.startPosition.row,
        l10n.t(
          '{0} of {1} values of {2} cannot be read: they are computed.',
          unread.length,
          group.length,
          first.container || (first.name ?? ''),
        ),
      );
  }
  for (const group of groups.values()) {
    const [first] = group;
    if (!first || used.includes(group)) continue;
    if (first.kind === 'member' || (first.kind === 'constant' && /codes?$/i.test(first.container)))
      note(first.place.startPosition.row, l10n.t('The enum {0} is not about errors and is left out.', first.container));
    const computed = group.filter(({ node }) => memberIn(node) !== undefined);
    if (computed.length * 2 <= group.length || !namesMessages(first.container)) continue;
    const unread = computed.filter(({ node }) => !describe(codes, memberIn(node) ?? '', literalsOf(node)));
    if (unread.length > 0)
      note(
        first.place.startPosition.row,
        l10n.t('{0} of {1} values of {2} cannot be read: they are computed.', unread.length, group.length, first.container),
      );
  }
  if (codes.length > 0) takeArms(codes, memberArmsOf(root));
  if (cut) notes.push({ line: undefined, message: l10n.t('The file is too large: not all of it was read.'), severity: 'error' });
  if (codes.length === 0)
    note(undefined, l10n.t('The file declares no error codes: no enum, constants, table or union is called after errors.'));
  const from = used.length === 1 ? '1 declaration' : `${used.length} declarations`;
  return {
    codes: codes.slice(0, mostCodes).map(({ entry, location }) => ({ entry, location })),
    hosts: [],
    groups: {},
    from: codes.length > 0 ? [from] : [],
    notes: notes.toSorted((one, other) => (one.line ?? -1) - (other.line ?? -1)).slice(0, 200),
  };
}

/** The member of an enum that is the key of an entry: `[ErrorCode.LATE]: 'Too late'`. */
function memberIn(node: Node): string | undefined {
  const key = node.childForFieldName('key') ?? node.namedChildren[0];
  return /^\[?(?:\w+(?:\.|::))+(\w+)\]?$/.exec(key?.text.slice(0, 200) ?? '')?.[1];
}

function namesMessages(container: string): boolean {
  return /err(?:or)?s?(?:$|[^a-z])|Err(?:or)?s?(?:$|[A-Z_])|messages?$/i.test(container);
}

/** Whether declarations are error codes: their container is called after errors, or they are, or the file is. */
function isOfErrors(group: readonly Declaration[], isAbout: boolean): boolean {
  const [first] = group;
  if (!first) return false;
  if (first.kind === 'made' || first.kind === 'arm') return group.length > 1;
  if (first.container !== '' && namesErrors(first.container)) return true;
  if (first.kind === 'member' && (wordedOfErrors.test(first.container) || isPartOfError(first))) return true;
  if (
    first.kind === 'entry' &&
    ((/^$|messages$/i.test(first.container) && isAbout) ||
      /err(?:or)?s?(?:$|[^a-z])|Err(?:or)?s?(?:$|[A-Z_])|exception|(?<!de)fault|failure/i.test(first.container))
  )
    return holdsCodes(group);
  const constants = group.filter(({ kind }) => kind === 'constant');
  if (constants.length > 0) {
    const named = constants.filter(({ name = '' }) => constantOfError.test(name));
    return named.length * 2 >= group.length || (isAbout && first.container !== '' && /code|reason/i.test(first.container));
  }
  // A list of codes: `downloadCodes = ["map_lost", "too_late"]`.
  if (first.kind === 'text' && isAbout && /codes$/i.test(first.container))
    return group.every(({ node }) => /^["'`][a-z][\w.-]*["'`]$/i.test(node.text));
  return first.kind === 'member' && (isAbout || holdFailures(group));
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
      : isUnmistakable(name) || /^-?\d+$/.test(name) || /^[^{]{0,100}:\s*\{\s*["']?(?:error_?)?code["']?\s*:/i.test(node.text),
  );
  return coded.length * 2 > group.length;
}

const constantOfError =
  /^k?(?:ERR(?:OR)?|Err(?:or)?|E|CODE|Code)(?:_?CODE)?_?(?=[A-Z])|_ERR(?:OR)?(?:_CODE)?$|_ERR(?:OR)?_CODE_(?=[A-Z])|Error(?:Code)?$/;

const failedStatus =
  /\b(?:HttpStatus(?:Code)?|StatusCodes?|HTTPStatus)(?:\.|::)(?:BAD_|UNAUTH|FORBID|NOT_|CONFLICT|GONE|UNPROC|TOO_|INTERNAL|SERVICE_|GATEWAY|PAYMENT|PRECOND|Bad|Unauth|Forbid|Not|Conflict|Gone|Unproc|Too|Internal|Service|Gateway|Payment|Precond)/;

function isUnset(name: string, code: string | number, cause: string, isStatus: boolean): boolean {
  return (
    /^(?:ok|success|none|no_?error|unspecified)$/i.test(name) ||
    (code === 0 && /(?:[a-z]|_)(?:OK|Ok|Success|SUCCESS|None|NONE|NoError|NO_ERROR)$/.test(name)) ||
    name.endsWith('_UNSPECIFIED') ||
    (isStatus && Number(code) >= 200 && Number(code) < 300) ||
    (/^-?\d+$/.test(String(code)) && meansSuccess(cause))
  );
}

function nothing(message: string): SourceReading {
  return { codes: [], hosts: [], groups: {}, from: [], notes: [{ line: undefined, message, severity: 'error' }] };
}
