import type { Api } from './shippedApiSources.ts';

/** PostgreSQL's codes, as its drivers have them in several languages. */
export const postgresql: Api = {
  files: {
    'a.rs': `use tokio_postgres::error::SqlState;

fn f(e: &tokio_postgres::Error) -> i32 {
    match e.code() {
        Some(&SqlState::UNIQUE_VIOLATION) => 1,
        Some(&SqlState::FOREIGN_KEY_VIOLATION) => 2,
        _ => 3,
    }
}
`,
    'b.py': `import asyncpg

async def save(connection):
    try:
        await connection.execute("INSERT INTO a VALUES (1)")
    except asyncpg.UniqueViolationError:
        return None
    except asyncpg.exceptions.NotNullViolationError:
        return False
`,
    'c.rb': `require 'pg'

def save(connection)
  connection.exec('INSERT INTO a VALUES (1)')
rescue PG::CheckViolation
  nil
rescue PG::TRDeadlockDetected
  false
end
`,
    'D.java': `import org.postgresql.util.PSQLException;

class D {
  int f(PSQLException e) {
    switch (e.getSQLState()) {
      case "23P01": return 2;
      case "40001": return 3;
      default: return 0;
    }
  }
}
`,
    'e.go': `package a

import (
	"errors"

	"github.com/lib/pq"
	"github.com/lib/pq/pqerror"
)

func f(err error) int {
	var pqErr *pq.Error
	if !errors.As(err, &pqErr) {
		return 0
	}
	switch pqErr.Code {
	case pqerror.UndefinedTable:
		return 1
	}
	switch pqErr.Code.Name() {
	case "undefined_column":
		return 1
	case "foreign_key_violatin":
		return 2
	}
	return 3
}
`,
    'f.cs': `using Npgsql;

class F
{
    int G(PostgresException e)
    {
        switch (e.SqlState)
        {
            case PostgresErrorCodes.LockNotAvailable: return 1;
            case PostgresErrorCodes.DiskFull: return 2;
            default: return 0;
        }
    }
}
`,
    'g.rs': `use diesel::result::{DatabaseErrorKind, Error};
use diesel::PgConnection;

fn f(e: Error) -> i32 {
    match e {
        Error::DatabaseError(DatabaseErrorKind::ExclusionViolation, _) => 1,
        Error::DatabaseError(DatabaseErrorKind::ReadOnlyTransaction, _) => 2,
        _ => 3,
    }
}

fn g(e: sqlx::Error) -> bool {
    matches!(e, sqlx::Error::Database(d) if d.is_foreign_key_violation())
}
`,
    'h.py': `from psycopg2.errorcodes import QUERY_CANCELED, TOO_MANY_CONNECTIONS

def f(e):
    if e.pgcode == QUERY_CANCELED:
        return 1
    if e.pgcode == TOO_MANY_CONNECTIONS:
        return 2
    raise e
`,
  },
  hovers: [
    ['a.rs', 'UNIQUE_VIOLATION', /23505.*PostgreSQL/],
    ['b.py', 'UniqueViolationError', /UniqueViolationError.*PostgreSQL/],
    ['c.rb', 'TRDeadlockDetected', /40P01.*PostgreSQL|TRDeadlockDetected.*PostgreSQL/],
    ['D.java', '40001', /40001.*PostgreSQL/],
    ['e.go', 'undefined_column', /42703.*undefined_column.*PostgreSQL/],
    ['f.cs', 'DiskFull', /53100.*PostgreSQL/],
  ],
  completions: [['D.java', '"40001"', '40P01']],
  findings: ['e.go:22 unknown-code warning'],
  handled: {
    23505: 'a.rs:5',
    23502: 'b.py:8',
    23514: 'c.rb:5',
    '40P01': 'c.rb:7',
    40001: 'D.java:7',
    '42P01': 'e.go:16',
    42703: 'e.go:20',
    53100: 'f.cs:10',
    '23P01': 'g.rs:6',
    25006: 'g.rs:7',
    23503: 'g.rs:13',
    57014: 'h.py:4',
    53300: 'h.py:6',
  },
};
