// The facts that packages hold about the errors of an API: classes with their superclass, statuses and codes. No sentences.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { databaseSources, readAsyncpg, readPq } from './databaseFacts.mjs';
import { platformSources } from './platformFacts.mjs';

/**
 * @typedef {import('./compareFacts.d.mts').Facts} Facts
 * @typedef {{ registry: 'npm' | 'pypi' | 'go', name: string, version: string, read(folder: string): Facts }} Source
 */

/** By catalogue: the pinned packages that its facts come from. @type {Readonly<Record<string, readonly Source[]>>} */
export const sources = {
  postgresql: [
    { registry: 'pypi', name: 'psycopg', version: '3.3.9', read: readPsycopg },
    { registry: 'go', name: 'github.com/jackc/pgerrcode', version: 'v0.0.0-20250907135507-afb5586c32a6', read: readPgerrcode },
    { registry: 'go', name: 'github.com/lib/pq', version: 'v1.12.3', read: readPq },
    { registry: 'pypi', name: 'asyncpg', version: '0.32.0', read: readAsyncpg },
  ],
  openai: [
    { registry: 'pypi', name: 'openai', version: '3.57.0', read: (folder) => readPython(`${folder}/openai/_exceptions.py`) },
    { registry: 'npm', name: 'openai', version: '7.59.0', read: readOpenAi },
  ],
  anthropic: [
    {
      registry: 'pypi',
      name: 'anthropic',
      version: '2.14.0',
      read: (folder) => readPython(`${folder}/anthropic/_exceptions.py`),
    },
    { registry: 'npm', name: '@anthropic-ai/sdk', version: '1.14.0', read: readAnthropic },
  ],
  stripe: [
    { registry: 'go', name: 'github.com/stripe/stripe-go/v82', version: 'v82.5.1', read: readStripeGo },
    { registry: 'pypi', name: 'stripe', version: '16.1.0', read: readStripePython },
    { registry: 'npm', name: 'stripe', version: '23.1.0', read: readStripeNode },
  ],
  prisma: [{ registry: 'npm', name: '@prisma/client', version: '7.10.0', read: readPrisma }],
  grpc: [
    { registry: 'npm', name: '@grpc/grpc-js', version: '1.14.7', read: readGrpcNode },
    { registry: 'go', name: 'google.golang.org/grpc', version: 'v1.85.0', read: readGrpcGo },
    { registry: 'pypi', name: 'google-api-core', version: '2.44.0', read: readGoogleApiCore },
  ],
  'firebase-auth': [{ registry: 'npm', name: '@firebase/auth', version: '1.13.6', read: readFirebase }],
  aws: [
    { registry: 'pypi', name: 'botocore', version: '1.44.8', read: readBotocore },
    { registry: 'go', name: 'github.com/aws/aws-sdk-go', version: 'v1.55.8', read: readAwsGo },
  ],
  ...databaseSources,
  ...platformSources,
};

const text = (...parts) => readFileSync(path.join(...parts), 'utf8');

function readPsycopg(folder) {
  const found = text(folder, 'psycopg/errors.py').matchAll(/^class (\w+)\((\w+),\s*code='(\w+)'/gm);
  const classes = [...found].map(([, name, base, code]) => ({ name, language: 'python', extends: base, code }));
  return { classes, codes: classes.map(({ code }) => code) };
}

function readPgerrcode(folder) {
  const found = [...text(folder, 'errcode.go').matchAll(/^\s+(\w+)\s*= "(\w{5})"/gm)].filter(([, , code]) => code !== '00000');
  return {
    classes: found.map(([, name, code]) => ({ name: `pgerrcode.${name}`, language: 'go', code })),
    codes: found.map(([, , code]) => code),
  };
}

/** The public classes of an SDK in Python; a status is a literal type in the class. */
function readPython(file) {
  const parts = text(file).split(/^(?=class )/m);
  const classes = parts.flatMap((part) => {
    const [, name, base] = /^class ([A-Z]\w*)\((\w+)\):/.exec(part) ?? [];
    if (name === undefined) return [];
    const status = /status_code: Literal\[(\d{3})\]/.exec(part)?.[1];
    return [fact(name, 'python', base, status)];
  });
  return { classes, codes: [] };
}

/** The classes of `core/error.d.ts`; a status is a type argument or a property. */
function readTypes(file) {
  const found = text(file).matchAll(
    /export declare class (\w+)(?:<[^{]*?>)? extends (\w+)(?:<(?:(\d{3})(?=[,>]))?[^{]*>)? \{(?:\s*readonly status: (\d{3}))?/g,
  );
  return [...found].map(([, name, base, argument, property]) => fact(name, 'typescript', base, argument ?? property));
}

function fact(name, language, base, status) {
  const isRoot = ['Error', 'Exception', 'ValueError'].includes(base);
  return { name, language, ...(isRoot ? {} : { extends: base }), ...(status ? { status: Number(status) } : {}) };
}

function readOpenAi(folder) {
  const union =
    /interface ResponseError \{[^}]*?code: ([^;]*);/.exec(text(folder, 'resources/responses/responses.d.ts'))?.[1] ?? '';
  return { classes: readTypes(path.join(folder, 'core/error.d.ts')), codes: literals(union) };
}

function readAnthropic(folder) {
  const shared = text(folder, 'resources/shared.d.ts');
  const types = literals(/export type ErrorType = ([^;]*);/.exec(shared)?.[1] ?? '');
  const codes = [...shared.matchAll(/readonly errorCode: '(\w+)';/g)].map(([, code]) => code);
  return { classes: readTypes(path.join(folder, 'core/error.d.ts')), codes: [...types, ...codes] };
}

const literals = (union) => [...union.matchAll(/'([^']+)'/g)].map(([, literal]) => literal);

function readStripeGo(folder) {
  const found = [
    ...text(folder, 'error.go').matchAll(/^\s+((?:ErrorCode|DeclineCode)\w+)\s+(?:ErrorCode|DeclineCode)\s+= "(\w+)"/gm),
    // A word of every other file, and a code that old charges have.
  ].filter(([, , code]) => code !== 'missing');
  return {
    classes: found.map(([, name, code]) => ({ name: `stripe.${name}`, language: 'go', code })),
    codes: found.map(([, , code]) => code),
  };
}

function readStripePython(folder) {
  const found = text(folder, 'stripe/_error.py').matchAll(/^class (\w+)\((\w+)\):/gm);
  return { classes: [...found].map(([, name, base]) => fact(name, 'python', base)), codes: [] };
}

function readStripeNode(folder) {
  const found = text(folder, 'cjs/Error.js').matchAll(/^class (Stripe\w+) extends (\w+)/gm);
  return { classes: [...found].map(([, name, base]) => fact(name, 'typescript', base)), codes: [] };
}

function readPrisma(folder) {
  const found = text(folder, 'runtime/client.d.ts').matchAll(/export \{ (PrismaClient\w+Error) \}/g);
  return { classes: [...found].map(([, name]) => fact(name, 'typescript', 'Error')), codes: [] };
}

function readGrpcNode(folder) {
  const names = /declare enum Status \{([^}]*)\}/.exec(text(folder, 'build/src/constants.d.ts'))?.[1] ?? '';
  const codes = [...names.matchAll(/(\w+) = \d+/g)].map(([, code]) => code).filter((code) => code !== 'OK');
  return { classes: codes.map((code) => ({ name: `status.${code}`, language: 'typescript', code })), codes };
}

function readGrpcGo(folder) {
  const found = text(folder, 'codes/codes.go').matchAll(/^\t([A-Z]\w+) Code = \d+/gm);
  const names = [...found].map(([, name]) => name).filter((name) => name !== 'OK');
  return { classes: names.map((name) => ({ name: `codes.${name}`, language: 'go' })), codes: [] };
}

function readGoogleApiCore(folder) {
  const parts = text(folder, 'google/api_core/exceptions.py').split(/^(?=class )/m);
  const classes = parts.flatMap((part) => {
    const [, name] = /^class (\w+)\(/.exec(part) ?? [];
    const code = /grpc_status_code = grpc\.StatusCode\.(\w+)/.exec(part)?.[1];
    return name !== undefined && code !== undefined ? [{ name, language: 'python', code }] : [];
  });
  return { classes, codes: [] };
}

function readFirebase(folder) {
  const found = [...text(folder, 'dist/auth-public.d.ts').matchAll(/readonly (\w+): "(auth\/[a-z-]+)"/g)];
  return {
    classes: found.map(([, name, code]) => ({ name: `AuthErrorCodes.${name}`, language: 'typescript', code })),
    codes: found.map(([, , code]) => code),
  };
}

/** The services of the catalogue. Their models are compressed. */
const awsServices = 's3 dynamodb sqs sns lambda sts iam kms secretsmanager logs cognito-idp'.split(' ');
const goServices = { logs: 'cloudwatchlogs', 'cognito-idp': 'cognitoidentityprovider' };

function readBotocore(folder) {
  const shapes = awsServices.flatMap((service) => {
    const data = path.join(folder, 'botocore/data', service);
    const version = readdirSync(data).sort().at(-1) ?? '';
    const model = JSON.parse(gunzipSync(readFileSync(path.join(data, version, 'service-2.json.gz'))).toString('utf8'));
    return Object.entries(model.shapes).filter(([, shape]) => shape.exception);
  });
  // The standard library of .NET has a class of this name.
  const found = shapes
    .map(([name, { error }]) => ({ name, code: error?.code ?? name }))
    .filter(({ code }) => code !== 'InvalidOperationException');
  return {
    classes: found.flatMap(({ name, code }) => [
      { name, language: 'typescript', code },
      { name: `exceptions.${name}`, language: 'python', extends: 'ClientError', code },
    ]),
    codes: found.map(({ code }) => code),
  };
}

/** The constants of the first SDK for Go, which many programs still use. */
function readAwsGo(folder) {
  const services = awsServices.map((service) => goServices[service] ?? service);
  const classes = services.flatMap((service) =>
    [...text(folder, 'service', service, 'errors.go').matchAll(/(ErrCode\w+) = "([^"]+)"/g)]
      // The standard library of .NET has a class of this name.
      .filter(([, , code]) => code !== 'InvalidOperationException')
      .map(([, name, code]) => ({ name: `${service}.${name}`, language: 'go', code })),
  );
  return { classes, codes: classes.map(({ code }) => code) };
}
