// The facts that the packages of databases hold about their errors: see facts.mjs.
import { readFileSync } from 'node:fs';
import path from 'node:path';

/** By catalogue. @type {Readonly<Record<string, readonly import('./facts.mjs').Source[]>>} */
export const databaseSources = {
  mysql: [
    { registry: 'npm', name: 'mysql2', version: '3.24.6', read: readMysql2 },
    { registry: 'pypi', name: 'pymysql', version: '1.2.4', read: readPyMysql },
    { registry: 'pypi', name: 'mysql-connector-python', version: '26.10.0', read: readMysqlConnector },
  ],
  mongodb: [
    { registry: 'npm', name: 'mongodb', version: '7.9.0', read: readMongoNode },
    { registry: 'pypi', name: 'pymongo', version: '4.20.1', read: readPyMongo },
  ],
  redis: [
    { registry: 'pypi', name: 'redis', version: '8.1.0', read: readRedisPython },
    { registry: 'npm', name: '@redis/client', version: '6.3.1', read: readRedisNode },
    { registry: 'go', name: 'github.com/redis/go-redis/v9', version: 'v9.23.0', read: readRedisGo },
  ],
};

const text = (...parts) => readFileSync(path.join(...parts), 'utf8');
const roots = new Set(['Error', 'Exception', 'StandardError']);
const fact = (name, language, base) => ({ name, language, ...(roots.has(base) ? {} : { extends: base }) });

/** The public classes of a file in Python. */
function readPython(file) {
  const found = text(file).matchAll(/^class ([A-Z]\w*)\((?:Warning, )?(\w+)(?:, \w+)?\):/gm);
  return [...found].map(([, name, base]) => fact(name, 'python', base)).filter((each) => each.extends !== 'Enum');
}

function numbersIn(source, pattern) {
  return [...source.matchAll(pattern)].map(([, name, number]) => [number, name]);
}

/** Numbers below 1000 are those of files, and everybody's. */
function readMysql2(folder) {
  const found = text(folder, 'lib/constants/errors.js').matchAll(/^exports\[(\d+)\] = '(\w+)';/gm);
  const numbers = [...found].map(([, number, name]) => [number, name]).filter(([number]) => Number(number) >= 1000);
  return { classes: [], codes: numbers.map(([number]) => number), names: Object.fromEntries(numbers) };
}

function readPyMysql(folder) {
  const classes = readPython(path.join(folder, 'pymysql/err.py')).filter(({ name }) => name !== 'Warning');
  const numbers = Object.fromEntries(
    numbersIn(text(folder, 'pymysql/constants/ER.py'), /^(\w+) = (\d+)$/gm).map(([number, name]) => [name, number]),
  );
  const integrity = /_map_error\(\s*IntegrityError,([^)]*)\)/.exec(text(folder, 'pymysql/err.py'))?.[1] ?? '';
  const codes = [...integrity.matchAll(/ER\.(\w+)/g)].map(([, name]) => numbers[name]);
  return { classes: [...classes, ...codes.map((code) => ({ name: 'IntegrityError', language: 'python', code }))], codes };
}

function readMysqlConnector(folder) {
  const classes = readPython(path.join(folder, 'mysql/connector/errors.py')).filter(({ name }) => name !== 'Warning');
  const numbers = numbersIn(text(folder, 'mysql/connector/errorcode.py'), /^((?:ER|CR)_\w+) = (\d+)$/gm);
  return { classes, codes: numbers.map(([number]) => number) };
}

function readMongoNode(folder) {
  const source = text(folder, 'lib/error.js');
  const classes = [...source.matchAll(/^class (\w+) extends (\w+) \{/gm)].map(([, name, base]) => fact(name, 'typescript', base));
  const table = /MONGODB_ERROR_CODES = Object\.freeze\(\{([^}]*)\}/.exec(source)?.[1] ?? '';
  // The number of a version of sharding that is no longer there, and a name that the server has changed.
  const left = new Set(['StaleShardVersion', 'Reauthenticate']);
  const numbers = numbersIn(table, /(\w+): (\d+)/g).filter(([, name]) => !left.has(name));
  return { classes, codes: numbers.map(([number]) => number), names: Object.fromEntries(numbers) };
}

function readPyMongo(folder) {
  // It extends a class of another package.
  const classes = readPython(path.join(folder, 'pymongo/errors.py')).map(({ extends: base, ...each }) =>
    base === 'InvalidDocument' || base === undefined ? each : { ...each, extends: base },
  );
  const codes = [...text(folder, 'pymongo/helpers_shared.py').matchAll(/^\s+(\d+), {2}# \w+/gm)].map(([, code]) => code);
  return { classes, codes };
}

function readRedisPython(folder) {
  const table = /EXCEPTION_CLASSES = \{([\s\S]*?)\n {4}\}/.exec(text(folder, 'redis/_parsers/base.py'))?.[1] ?? '';
  const words = [...table.matchAll(/^ {8}"([A-Z]+)": (\w+),/gm)];
  return {
    classes: [
      ...readPython(path.join(folder, 'redis/exceptions.py')),
      ...words.map(([, code, name]) => ({ name, language: 'python', code })),
    ],
    codes: words.map(([, code]) => code),
  };
}

function readRedisNode(folder) {
  const found = text(folder, 'dist/lib/errors.d.ts').matchAll(/export declare class (\w+) extends (\w+)/g);
  return { classes: [...found].map(([, name, base]) => fact(name, 'typescript', base)), codes: [] };
}

function readRedisGo(folder) {
  const source = text(folder, 'error.go');
  // The server tells of too many clients in a sentence only.
  const asking = [...source.matchAll(/^func (Is\w+Error)\(/gm)].filter(([, name]) => name !== 'IsMaxClientsError');
  const codes = [...source.matchAll(/HasPrefix\(s, "([A-Z]+) "/g)].map(([, code]) => code);
  return { classes: asking.map(([, name]) => ({ name: `redis.${name}`, language: 'go' })), codes };
}

/** lib/pq has a condition's name as well as a constant. */
export function readPq(folder) {
  const source = text(folder, 'pqerror/codes.go');
  const found = [...source.matchAll(/^\t(\w+)\s+= Code\("(\w{5})"\)/gm)].filter(([, , code]) => code !== '00000');
  return {
    classes: found.map(([, name, code]) => ({ name: `pqerror.${name}`, language: 'go', code })),
    codes: found.map(([, , code]) => code),
  };
}

export function readAsyncpg(folder) {
  const source = text(folder, 'asyncpg/exceptions/__init__.py');
  const found = [...source.matchAll(/^class (\w+)\(([\w.]+)\):\n {4}sqlstate = '(\w{5})'/gm)];
  const classes = found.map(([, name, base, code]) => ({
    name,
    language: 'python',
    ...(base === 'PostgresWarning' ? {} : { extends: base.replace('_base.', '') }),
    code,
  }));
  return { classes, codes: found.map(([, , , code]) => code) };
}
