import schemaFile from '../../../data/error-codes.schema.json' with { type: 'json' };
import reasons from '../../generated/reasonPhrases.json' with { type: 'json' };
import type { Catalogue, Span } from '../types.ts';
import { renderJsonLine } from '../render/json.ts';
import { showOnOneLine } from '../render/plainText.ts';
import { renderYamlText } from '../render/yaml.ts';
import { findCataloguePlace } from '../catalogue/catalogueOutline.ts';

/** A key or value that fits at a place of a catalogue file. */
export interface CatalogueProposal {
  readonly label: string;
  readonly detail: string;
  readonly kind: 'key' | 'value';
  readonly replace: Span;
  readonly text: string;
}

interface Schema {
  readonly $ref?: string;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: unknown;
  readonly items?: Schema;
  readonly enum?: readonly string[];
  readonly anyOf?: readonly Schema[];
  readonly definitions?: Readonly<Record<string, Schema>>;
  readonly type?: string;
}

const root = schemaFile as unknown as Schema;
const statuses = Object.entries(reasons as Readonly<Record<string, string>>).filter(([status]) => /^[45]/.test(status));

/**
 * Proposals for an offset of a catalogue file: keys that the object does not have, ids of its groups, its other codes as
 * successors, and the values that the schema names.
 * @param catalogue the last good version of the file
 */
export function completeCatalogue(text: string, offset: number, catalogue: Catalogue | undefined): readonly CatalogueProposal[] {
  const { path, kind, word, siblings } = findCataloguePlace(text, offset);
  const isJson = /^\s*\{/.test(text);
  const quoted = text.charAt(word.start - 1) === '"';
  if (kind === 'key') {
    return Object.entries(schemaAt(path)?.properties ?? {})
      .filter(([key]) => !siblings.has(key))
      .map(([key, schema]) => ({
        label: key,
        detail: resolve(schema)?.description ?? schema.description ?? '',
        kind,
        replace: word,
        text: isJson ? (quoted ? key : `"${key}": `) : `${key}: `,
      }));
  }
  const write = ({ label: value, isBare }: Value): string => {
    if (quoted) return renderJsonLine(value).slice(1, -1);
    if (text.charAt(word.start - 1) === "'") return value.replaceAll("'", "''");
    if (isBare) return value;
    return isJson ? renderJsonLine(value) : renderYamlText(value);
  };
  return valuesAt(path, catalogue).map((value) => ({
    label: showOnOneLine(value.label),
    detail: showOnOneLine(value.detail),
    kind,
    replace: word,
    text: write(value),
  }));
}

/** The schema's description of the key under an offset; undefined where it has no description. */
export function describeKey(text: string, offset: number): { readonly description: string; readonly span: Span } | undefined {
  const { path, kind, word } = findCataloguePlace(text, offset);
  const key = text.slice(word.start, word.end);
  const schema = kind === 'key' ? schemaAt(path)?.properties?.[key] : undefined;
  const description = schema && (resolve(schema)?.description ?? schema.description);
  return description === undefined ? undefined : { description, span: word };
}

interface Value {
  readonly label: string;
  readonly detail: string;
  /** A number, true or false: written in the file without quotes. */
  readonly isBare?: boolean;
}

function valuesAt(path: readonly string[], catalogue: Catalogue | undefined): readonly Value[] {
  const key = path.findLast((step) => step !== '#');
  if (path[0] === 'codes' && key === 'groups')
    return [...(catalogue?.groups ?? [])].map(([label, detail]) => ({ label, detail }));
  if (key === 'extends') return (catalogue?.classes ?? []).map(({ name, cause = '' }) => ({ label: name, detail: cause }));
  if (key === 'replacedBy' || (key === 'codes' && path[0] !== 'codes'))
    return [...(catalogue?.codes.values() ?? [])]
      .filter(({ retired }) => !retired)
      .map(({ code, cause }) => ({ label: code, detail: cause }));
  if (key === 'status' || key === 'formerStatus') return statuses.map(([label, detail]) => ({ label, detail, isBare: true }));
  const schema = schemaAt(path);
  if (schema?.type === 'boolean') return ['true', 'false'].map((label) => ({ label, detail: '', isBare: true }));
  return (schema?.enum ?? schema?.items?.enum ?? []).map((label) => ({ label, detail: '' }));
}

function schemaAt(path: readonly string[]): Schema | undefined {
  let schema: Schema | undefined = root;
  for (const step of path) {
    schema = resolve(schema);
    const named = schema?.properties?.[step] ?? asSchema(schema?.additionalProperties);
    schema = step === '#' ? schema?.items : (named ?? (step === path.at(-1) ? undefined : schema?.items));
  }
  return resolve(schema);
}

/** The schema of keys with any name: those of operations. */
function asSchema(additional: unknown): Schema | undefined {
  return typeof additional === 'object' && additional !== null ? additional : undefined;
}

function resolve(schema: Schema | undefined): Schema | undefined {
  const name = schema?.$ref?.replace('#/definitions/', '');
  return name === undefined ? schema : root.definitions?.[name];
}
