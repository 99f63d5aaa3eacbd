import { postgresql } from './postgresqlApiSources.ts';
import type { Api } from './shippedApiSources.ts';

/** Databases, by catalogue. */
export const databaseApis: Readonly<Record<string, Api>> = {
  mysql: {
    files: {
      'a.ts': `import mysql from 'mysql2/promise';
export async function save(pool: mysql.Pool, sleep: (ms: number) => Promise<void>) {
  for (let attempt = 0; attempt < 3; attempt += 1) {
    try {
      return await pool.query('INSERT INTO users SET ?', { name: 'a' });
    } catch (err: any) {
      switch (err.code) {
        case 'ER_LOCK_DEADLOCK':
          await sleep(100);
          continue;
        case 'ER_DUP_ENTRY':
          await sleep(100);
          continue;
        case 'ER_NO_SUCH_TABEL':
          return undefined;
      }
      throw err;
    }
  }
}
`,
      'b.py': `import time
import pymysql
from pymysql.constants import ER

def save(connection):
    while True:
        try:
            with connection.cursor() as cursor:
                cursor.execute("INSERT INTO users VALUES (1)")
            return True
        except pymysql.err.IntegrityError as e:
            if e.args[0] == 1062:
                return False
            elif e.args[0] == ER.NO_REFERENCED_ROW_2:
                return None
            raise
        except pymysql.err.OperationalError as e:
            if e.args[0] == 1205:
                time.sleep(1)
                continue
            elif e.args[0] == 1045:
                time.sleep(9)
                continue
            raise
`,
      'c.go': `package a

import (
	"errors"

	"github.com/go-sql-driver/mysql"
)

func f(err error) int {
	var mysqlErr *mysql.MySQLError
	if errors.As(err, &mysqlErr) {
		switch mysqlErr.Number {
		case 1146:
			return 1
		case 1213, 1205:
			return 2
		}
	}
	return 0
}
`,
    },
    hovers: [
      ['a.ts', 'ER_DUP_ENTRY', /1062.*ER_DUP_ENTRY.*MySQL.*23000/],
      ['b.py', 'IntegrityError as', /IntegrityError.*MySQL/],
      ['b.py', 'NO_REFERENCED_ROW_2', /1452.*ER_NO_REFERENCED_ROW_2/],
      ['c.go', '1213', /ER_LOCK_DEADLOCK.*rolled back/],
      ['c.go', 'MySQLError', /MySQLError.*MySQL/],
    ],
    completions: [['a.ts', "'ER_DUP_ENTRY'", 'ER_NO_SUCH_TABLE']],
    findings: ['a.ts:11 pointless-retry information', 'a.ts:14 unknown-code warning', 'b.py:21 pointless-retry information'],
    handled: { 1062: 'a.ts:11', 1146: 'c.go:13', 1205: 'b.py:18', 1452: 'b.py:14' },
  },
  mongodb: {
    files: {
      'a.ts': `import { MongoClient, MongoNetworkError, MongoServerError } from 'mongodb';
export async function save(client: MongoClient, sleep: (ms: number) => Promise<void>) {
  for (;;) {
    try {
      return await client.db('a').collection('b').insertOne({ a: 1 });
    } catch (error) {
      if (error instanceof MongoNetworkError) return null;
      if (error instanceof MongoServerError) {
        if (error.code === 112) {
          await sleep(1);
          continue;
        } else if (error.code === 11000) {
          await sleep(100);
          continue;
        }
      }
      throw error;
    }
  }
}
export const isAbsent = (error: MongoServerError) => error.codeName === 'NamespaceNotFond';
`,
      'b.py': `from pymongo.errors import DuplicateKeyError, OperationFailure, ServerSelectionTimeoutError

def save(client):
    try:
        return client.a.b.insert_one({"a": 1})
    except DuplicateKeyError:
        return None
    except ServerSelectionTimeoutError:
        return False
    except OperationFailure as e:
        if e.code == 18:
            return "password"
        elif e.code == 13:
            return "denied"
        raise
`,
    },
    hovers: [
      ['a.ts', 'MongoServerError)', /MongoServerError.*MongoDB/],
      ['a.ts', '11000', /11000.*DuplicateKey.*unique index/],
      ['b.py', 'DuplicateKeyError:', /DuplicateKeyError.*MongoDB/],
    ],
    completions: [['a.ts', "'NamespaceNotFond'", 'NamespaceNotFound']],
    findings: ['a.ts:12 pointless-retry information', 'a.ts:21 unknown-code warning'],
    handled: { 112: 'a.ts:9', 11000: 'a.ts:12', 18: 'b.py:11' },
  },
  redis: {
    files: {
      'a.ts': `import { ErrorReply } from 'redis';
export function explain(error: { code: string }) {
  switch (error.code) {
    case 'WRONGTYPE':
      return 'type';
    case 'NOSCRIP':
      return 'script';
  }
  return undefined;
}
const RETRYABLE_ERRORS = ['LOADING', 'TRYAGAIN', 'WRONGPASS'];
export const isRetryable = (error: Error) => RETRYABLE_ERRORS.some((word) => error.message.startsWith(word));
export const isReply = (error: unknown) => error instanceof ErrorReply;
`,
      'b.py': `import redis
from redis.exceptions import NoScriptError

def run(client):
    try:
        return client.evalsha("a", 0)
    except NoScriptError:
        return client.eval("return 1", 0)
    except redis.exceptions.ReadOnlyError:
        return None
`,
    },
    hovers: [
      ['a.ts', 'ErrorReply;', /ErrorReply.*Redis/],
      ['a.ts', 'WRONGTYPE', /WRONGTYPE.*another type/],
      ['b.py', 'NoScriptError:', /NoScriptError.*Redis/],
    ],
    completions: [['a.ts', "'WRONGTYPE'", 'NOSCRIPT']],
    findings: ['a.ts:6 unknown-code warning', 'a.ts:11 pointless-retry information'],
    handled: { WRONGTYPE: 'a.ts:4', NOSCRIPT: 'b.py:7', READONLY: 'b.py:9' },
  },
  postgresql,
};
