import { withoutUndefined } from '../../shared/withoutUndefined.ts';
import type { Catalogue, ErrorClass, ErrorCode, SourceLocation, StatusPattern } from '../types.ts';
import type { CatalogueFile, CatalogueFileClass, CatalogueFileCode } from './catalogueFile.ts';

/** The facts of a catalogue that are not in its file. */
export interface CatalogueOrigin {
  readonly builtin: boolean;
  /** The file to open for a code's definition; absent when there is no such file. */
  readonly uri?: string;
  /** The place of each code of `file.codes`, in the same order. */
  readonly locations: readonly SourceLocation[];
  /** See `Catalogue.files`. */
  readonly files?: Catalogue['files'];
}

/** Builds a catalogue out of a validated file. If a code is listed twice, the first entry counts. */
export function createCatalogue(file: CatalogueFile, origin: CatalogueOrigin): Catalogue {
  const codes = new Map<string, ErrorCode>();
  for (const [index, listed] of file.codes.entries()) {
    const entry = createEntry(listed, origin.locations[index]);
    if (!codes.has(entry.code)) codes.set(entry.code, entry);
  }
  return {
    id: file.id,
    title: file.title,
    detect: {
      hosts: file.detect?.hosts ?? [],
      names: file.detect?.names ?? [],
      keyPrefixes: file.detect?.keyPrefixes ?? [],
      modules: file.detect?.modules ?? [],
    },
    requestId: {
      fields: file.requestId?.fields ?? [],
      headers: file.requestId?.headers ?? [],
      ...withoutUndefined({ pattern: file.requestId?.pattern }),
    },
    secrets: file.secrets ?? [],
    groups: new Map(Object.entries(file.groups ?? {})),
    codes,
    classes: (file.classes ?? []).map(createClass),
    operations: new Map(
      Object.entries(file.operations ?? {}).map(([name, { names = [], codes: own }]) => [
        name,
        { names, codes: own.map(String) },
      ]),
    ),
    open: file.open ?? false,
    builtin: origin.builtin,
    ...withoutUndefined({ docs: file.docs, files: origin.files, uri: origin.uri }),
  };
}

function createEntry(listed: CatalogueFileCode, location: SourceLocation | undefined): ErrorCode {
  const { name, remedy, retry, docs, source } = listed;
  return {
    code: String(listed.code),
    ...(typeof listed.code === 'number' ? { numeric: true } : {}),
    statuses: toStatuses(listed.status),
    cause: listed.cause,
    groups: listed.groups ?? [],
    unique: listed.unique ?? false,
    retired: listed.retired ?? false,
    replacedBy: listed.replacedBy ?? [],
    formerStatus: toStatuses(listed.formerStatus),
    inferred: listed.inferred ?? [],
    ...withoutUndefined({ name, remedy, retry, docs, source, location }),
  };
}

function createClass({
  name,
  in: modules = {},
  extends: base,
  codes = [],
  status,
  cause,
  retry,
}: CatalogueFileClass): ErrorClass {
  return {
    name,
    modules: new Map(
      Object.entries(modules).map(([id, names]) => [id, id === 'ruby' ? [...names, ...namespaceOf(name)] : names]),
    ),
    codes: codes.map(String),
    statuses: toStatuses(status),
    ...withoutUndefined({ extends: base, cause, retry }),
  };
}

/** `PG::` of `PG::Error`: Ruby's applications load their packages all together, so that files write whole names and require nothing. */
function namespaceOf(name: string): readonly string[] {
  return /^[A-Z]\w*::/.exec(name) ?? [];
}

/** The statuses of a file's field, which may be a single one. */
export function toStatuses(status: StatusPattern | readonly StatusPattern[] | undefined): readonly StatusPattern[] {
  if (status === undefined) return [];
  return typeof status === 'object' ? status : [status];
}
