// The facts that packages hold about the errors of an API: classes with their superclass, statuses and codes. No sentences.
import { readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * @typedef {import('./compareFacts.d.mts').Facts} Facts
 * @typedef {{ registry: 'npm' | 'pypi' | 'go', name: string, version: string, read(folder: string): Facts }} Source
 */

/** By catalogue: the pinned packages that its facts come from. @type {Readonly<Record<string, readonly Source[]>>} */
export const sources = {
  postgresql: [
    { registry: 'pypi', name: 'psycopg', version: '3.3.9', read: readPsycopg },
    { registry: 'go', name: 'github.com/jackc/pgerrcode', version: 'v0.0.0-20250907135507-afb5586c32a6', read: readPgerrcode },
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
