import { describeError } from '../../shared/describeError.ts';
import type { ErrorObject } from 'ajv';
import * as l10n from '@vscode/l10n';
import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import validateCatalogue from '../../generated/validateCatalogue.js';
import { isYamlTooDeep } from '../documentDepth.ts';
import { limits } from '../limits.ts';
import type { Catalogue, SourceLocation } from '../types.ts';
import type { CatalogueFile, CatalogueProblem } from './catalogueFile.ts';
import { boundCatalogue } from './boundCatalogue.ts';
import { findBrokenReferences } from './findBrokenReferences.ts';
import { createCatalogue } from './createCatalogue.ts';
import { locateQuickly, parseQuickly } from './readQuickly.ts';

/** The content of a catalogue's text: the file when it is valid, and every problem with its place. */
export interface CatalogueReading {
  readonly file: CatalogueFile | undefined;
  readonly locations: readonly SourceLocation[];
  readonly problems: readonly CatalogueProblem[];
}

/** The aliases that one alias may expand to; without a limit, a few lines of them can grow without end. */
const aliasLimit = 100;

/** Reads a catalogue file in YAML or JSON (which YAML 1.2 contains) and checks it against the schema. Never throws. */
export function readCatalogueFile(text: string): CatalogueReading {
  const { file: whole, locations, problems } = readValidFile(text) ?? readWithPlaces(text);
  const { file, problems: cut } = boundCatalogue(whole);
  const said = [...problems, ...cut.map(atStart)];
  const left = said.length - limits.problems;
  const more = l10n.t('There are {0} more problems, which are not listed.', left);
  return {
    file,
    locations: locations.slice(0, limits.codes),
    problems: left <= 0 ? said : [...said.slice(0, limits.problems), atStart(more)],
  };
}

/** A problem of a whole file. */
export function atStart(message: string): CatalogueProblem {
  return { line: 0, column: 0, endLine: 0, endColumn: 0, message };
}

/** The reading of a text that gives no catalogue. */
export function invalid(problems: readonly CatalogueProblem[]): CatalogueReading {
  return { file: undefined, locations: [], problems };
}

/** A file without any problem, plainly written, as nearly all are; undefined for every other one. */
function readValidFile(text: string): CatalogueReading | undefined {
  const parsed = parseQuickly(text);
  if (!parsed || !validateCatalogue(parsed.value)) return undefined;
  const file = parsed.value as CatalogueFile;
  if (findBrokenReferences(file).length > 0) return undefined;
  const codes = file.codes.map(({ code }) => String(code));
  const locations = new Set(codes).size === codes.length ? locateQuickly(text, codes) : undefined;
  return locations && { file, locations, problems: [] };
}

/** Reads a file with its syntax tree, which knows where each problem is. */
function readWithPlaces(text: string): CatalogueReading {
  if (isYamlTooDeep(text)) return invalid([atStart(l10n.t('The document is nested too deeply to be read.'))]);
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, strict: true });
  const problemAt = (start: number, end: number, message: string): CatalogueProblem => {
    const from = lines.linePos(start);
    const to = lines.linePos(Math.max(start, end));
    return { line: from.line - 1, column: from.col - 1, endLine: to.line - 1, endColumn: to.col - 1, message };
  };
  if (document.errors.length > 0) return invalid(document.errors.map(({ pos, message }) => problemAt(pos[0], pos[1], message)));
  let file: unknown;
  try {
    file = document.toJS({ maxAliasCount: aliasLimit });
  } catch (error) {
    return invalid([problemAt(0, 0, describeError(error))]);
  }
  if (!validateCatalogue(file)) {
    return invalid(
      clearest(validateCatalogue.errors ?? []).map((error) => {
        const { start, end } = rangeOf(document.contents, error);
        return problemAt(start, end, describe(error));
      }),
    );
  }
  const valid = file as CatalogueFile;
  const codes = document.get('codes', true);
  const entries = isSeq(codes) ? (codes.items as Node[]) : [];
  const locations = entries.map((entry) => {
    const { line, col } = lines.linePos(startOfCode(entry));
    return { line: line - 1, column: col - 1 };
  });
  const problems: CatalogueProblem[] = [];
  const seen = new Map<string, number>();
  for (const [index, { code }] of valid.codes.entries()) {
    const first = seen.get(String(code));
    const range = entries[index]?.range;
    if (first === undefined) seen.set(String(code), index);
    else if (range)
      problems.push(
        problemAt(range[0], range[1], `The code ${code} is listed twice; line ${(locations[first]?.line ?? 0) + 1} holds.`),
      );
  }
  for (const { path, message } of findBrokenReferences(valid)) {
    const node = document.getIn(path, true);
    const range = isScalar(node) ? node.range : undefined;
    problems.push(problemAt(range?.[0] ?? 0, range?.[1] ?? 0, message));
  }
  return { file: valid, locations, problems };
}

/** Reads a catalogue; undefined together with problems when the text is not a valid one. */
export function readCatalogue(
  text: string,
  origin: { readonly builtin: boolean; readonly uri?: string },
): { readonly catalogue: Catalogue | undefined; readonly problems: readonly CatalogueProblem[] } {
  const { file, locations, problems } = readCatalogueFile(text);
  return { catalogue: file && createCatalogue(file, { ...origin, locations }), problems };
}

/** Where the code of an entry is written, behind the quote if it has one. */
function startOfCode(entry: Node): number {
  const code = isMap(entry) ? entry.get('code', true) : undefined;
  const start = (isScalar(code) ? code.range?.[0] : undefined) ?? entry.range?.[0] ?? 0;
  return isScalar(code) && (code.type === 'QUOTE_DOUBLE' || code.type === 'QUOTE_SINGLE') ? start + 1 : start;
}

/** `anyOf` reports each alternative that failed, nested ones too, and then itself: one sentence for a place is enough. */
function clearest(errors: readonly ErrorObject[]): readonly ErrorObject[] {
  const alternatives = new Map(
    errors.filter(({ keyword }) => keyword === 'anyOf').map((error) => [error.instancePath, error] as const),
  );
  return errors.filter((error) => (alternatives.get(error.instancePath) ?? error) === error);
}

function describe({ keyword, instancePath, params, message }: ErrorObject): string {
  const place = instancePath === '' ? 'The catalogue' : instancePath.slice(1).replaceAll('/', '.');
  if (keyword === 'additionalProperties') return `${place} has an unknown key "${String(params['additionalProperty'])}".`;
  if (keyword === 'enum') return `${place} must be one of ${(params['allowedValues'] as unknown[]).join(', ')}.`;
  if (keyword === 'required') return `${place} lacks the key "${String(params['missingProperty'])}".`;
  if (keyword === 'anyOf' && /(s|S)tatus(\/\d+)?$/.test(instancePath)) {
    return `${place} must be an HTTP status (100 to 599), a class such as "4xx", or a list of them.`;
  }
  if (keyword === 'anyOf') return `${place} must be a string without white space, or a whole number.`;
  return `${place} ${message ?? 'is not valid'}.`;
}

function rangeOf(root: Node | null, { instancePath, params, keyword }: ErrorObject): { start: number; end: number } {
  let node: Node | null | undefined = root;
  for (const step of instancePath.split('/').slice(1)) {
    const key = step.replaceAll('~1', '/').replaceAll('~0', '~');
    if (isSeq(node)) node = node.items[Number(key)] as Node | undefined;
    else if (isMap(node)) node = node.get(key, true) as Node | undefined;
  }
  if (keyword === 'additionalProperties' && isMap(node)) {
    const pair = node.items.find(({ key }) => isScalar(key) && key.value === params['additionalProperty']);
    if (pair && isScalar(pair.key)) node = pair.key;
  }
  const range = node?.range;
  return range ? { start: range[0], end: range[1] } : { start: 0, end: 0 };
}
