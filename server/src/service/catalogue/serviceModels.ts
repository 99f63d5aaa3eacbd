import { withoutUndefined } from '../../shared/withoutUndefined.ts';
import { isRecord } from '../isRecord.ts';
import type { Catalogue } from '../types.ts';
import type { CatalogueFile, CatalogueFileClass, CatalogueFileCode } from './catalogueFile.ts';
import { createCatalogue } from './createCatalogue.ts';
import { readStatus, toPlainText } from './sources/codeText.ts';

/** The model of one AWS service, as botocore has it. */
export interface ServiceModel {
  /** botocore's name of the service: `ecs`. */
  readonly service: string;
  readonly text: string;
}

const pythonModules = ['boto3', 'botocore', 'aiobotocore', 'aioboto3'];
const mostShapes = 50_000;

/** The shipped catalogue of AWS with the errors and operations of further services; its own entries go before those of models. */
export function withServices(aws: Catalogue, models: readonly ServiceModel[]): Catalogue {
  return models.reduce((catalogue, model) => {
    const file = readServiceModel(model);
    if (file === undefined) return catalogue;
    const added = createCatalogue(file, { builtin: true, locations: [] });
    const known = new Set(catalogue.classes.map(({ name }) => name));
    return {
      ...catalogue,
      groups: new Map([...added.groups, ...catalogue.groups]),
      codes: new Map([...catalogue.codes, ...[...added.codes].filter(([code]) => !catalogue.codes.has(code))]),
      classes: [...catalogue.classes, ...added.classes.filter(({ name }) => !known.has(name))],
      operations: new Map([...added.operations, ...catalogue.operations]),
    };
  }, aws);
}

/** @returns undefined for a text that is no model, and for a service without exceptions of its own */
function readServiceModel({ service, text }: ServiceModel): CatalogueFile | undefined {
  const model = parse(text);
  const { shapes, operations, metadata } = model;
  if (!isRecord(shapes)) return undefined;
  const codes = new Map<string, CatalogueFileCode>();
  const classes: CatalogueFileClass[] = [];
  for (const [name, shape] of Object.entries(shapes).slice(0, mostShapes)) {
    const error = isRecord(shape) ? shape['error'] : undefined;
    if (!isRecord(shape) || (shape['exception'] !== true && error === undefined)) continue;
    const code = isRecord(error) && typeof error['code'] === 'string' ? error['code'] : name;
    if (!isName(name) || !/^[\w.-]{1,200}$/.test(code)) continue;
    const status =
      readStatus(isRecord(error) ? error['httpStatusCode'] : undefined) ?? (shape['fault'] === true ? '5xx' : undefined);
    const retry = isRecord(shape['retryable']) ? ('backoff' as const) : undefined;
    const cause = typeof shape['documentation'] === 'string' ? toPlainText(shape['documentation']).slice(0, 5_000) : '';
    codes.set(name, { code, cause, groups: [service], ...withoutUndefined({ status, retry }) });
    classes.push({ name: `exceptions.${name}`, in: { python: pythonModules }, extends: 'ClientError', codes: [code] });
  }
  if (codes.size === 0) return undefined;
  const title = isRecord(metadata) && typeof metadata['serviceFullName'] === 'string' ? metadata['serviceFullName'] : service;
  return {
    id: service,
    title: 'AWS',
    groups: { [service]: title.slice(0, 200) },
    codes: [...codes.values()],
    classes,
    operations: isRecord(operations) ? readOperations(service, operations, codes) : {},
  };
}

function readOperations(
  service: string,
  operations: Readonly<Record<string, unknown>>,
  codes: ReadonlyMap<string, CatalogueFileCode>,
): NonNullable<CatalogueFile['operations']> {
  const read: Record<string, { names: readonly string[]; codes: readonly string[] }> = {};
  for (const [name, operation] of Object.entries(operations).slice(0, mostShapes)) {
    const errors = isRecord(operation) && Array.isArray(operation['errors']) ? (operation['errors'] as unknown[]) : [];
    const own = errors.flatMap((error) => {
      const shape = isRecord(error) ? error['shape'] : undefined;
      return typeof shape === 'string' ? (codes.get(shape)?.code ?? []) : [];
    });
    if (own.length > 0 && isName(name))
      read[`${service}.${name}`] = { names: [name, toMethodName(name)], codes: own.map(String) };
  }
  return read;
}

/** boto3's name of an operation: `DescribeDBInstances` is `describe_db_instances`. */
function toMethodName(name: string): string {
  return name
    .replace(/(.)([A-Z][a-z]+)/g, '$1_$2')
    .replace(/([a-z\d])([A-Z])/g, '$1_$2')
    .toLowerCase();
}

function isName(name: string): boolean {
  return /^[A-Za-z]\w{0,199}$/.test(name) && name !== '__proto__';
}

function parse(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : {};
  } catch {
    // The caller says that the service has no readable model.
    return {};
  }
}
