import assert from 'node:assert/strict';
import { linesOf, readEverywhere as read } from './readEverywhere.ts';

describe('bounds of records', () => {
  it('takes a number at the start of a line for a time only where the record before it allows that', () => {
    assert.deepEqual(
      linesOf(
        '2026-03-01T12:00:00Z INFO these orders:\n1777896000123 shipped\n1777896000123456 returned\n2026-03-01T12:00:01Z INFO x',
      ),
      [
        [1, 3],
        [4, 1],
      ],
    );
    assert.deepEqual(linesOf('1777896000123 one\n1777896009123 two\n1766666000124 of an order\n1777896010123 three'), [
      [1, 1],
      [2, 2],
      [4, 1],
    ]);
    assert.deepEqual(linesOf('2026-05-04T12:00:00Z INFO of one program\n1777896001123 of another'), [
      [1, 1],
      [2, 1],
    ]);
    const [docker] = read('{"log":"1766666000124 shipped\\n","stream":"stdout","time":"2026-05-04T12:00:00Z"}');
    assert.equal(docker?.time?.ms, Date.UTC(2026, 4, 4, 12));
  });

  it('gives a stack trace to a record without a date, or with an unreadable one', () => {
    for (const head of ['[12:00:00 ERR]', '12:00:00.123 ERROR', '05/04/2026 12:00:00 ERROR', '05/04/2026 12:00:00']) {
      assert.deepEqual(linesOf(`${head} failed\nSystem.Exception: x\n   at A.B() in C.cs:line 1\n${head} next`), [
        [1, 3],
        [4, 1],
      ]);
    }
  });

  const traces: Readonly<Record<string, string>> = {
    "Python's": 'Traceback (most recent call last):\n  File "a.py", line 1, in <module>\n    x()\nshop.Declined: 402',
    'two of Python’s':
      'Traceback (most recent call last):\n  File "a.py"\nKeyError: 1\n\nDuring handling of the above exception, another exception occurred:\n\nTraceback (most recent call last):\n  File "b.py"\nValueError: bad',
    "Go's":
      'panic: boom\n[signal SIGSEGV: segmentation violation code=0x1]\n\ngoroutine 1 [running]:\nmain.(*T).f(0x1, {0x2})\n\t/app/main.go:12 +0x1d\ncreated by main.main in goroutine 1\n\t/app/main.go:1\nexit status 2',
    "PHP's":
      'PHP Fatal error:  Uncaught Error: x in /app/a.php:1\nStack trace:\n#0 /app/b.php(1): f()\n#1 {main}\n  thrown in /app/a.php on line 1',
    "Rust's":
      "thread 'main' panicked at src/main.rs:12:5:\nboom\nnote: run with `RUST_BACKTRACE=1`\nstack backtrace:\n   0: app::main\n             at ./src/main.rs:12:5",
    "Ruby's": "/app/x.rb:12:in 'foo': boom (RuntimeError)\n\tfrom /app/y.rb:1:in 'bar'",
    "Node's": "Error: boom\n    at x (a.js:1:1) {\n  code: 'NOT_FOUND'\n}",
    "Java's":
      'Exception in thread "main" java.lang.IllegalStateException: x\n\tat a.B.main(B.java:1)\nCaused by: java.io.IOException: y\n\t... 1 more',
  };
  for (const [whose, trace] of Object.entries(traces)) {
    const { length } = trace.split('\n');
    it(`reads ${whose} stack trace as one record, though nothing has a time`, () => {
      // PHP's has a level, and following text without its own shape belongs to it.
      assert.deepEqual(linesOf(`${trace}\n${trace.startsWith('PHP') ? 'INFO ' : ''}listening on 3000`), [
        [1, length],
        [length + 1, 1],
      ]);
    });
    it(`gives ${whose} stack trace to the record before it, in a container's lines too`, () => {
      for (const [before, after] of [
        ['', ''],
        ['web-1  | ', ''],
        ['2026-05-04T12:00:00.123456789Z stderr F ', ''],
        ['{"log":"', '\\n","stream":"stderr","time":"2026-05-04T12:00:00.123456789Z"}'],
      ] as const) {
        // These begin records of their own where each line has a prefix; PHP's does anywhere.
        if (trace.startsWith('PHP') || (before !== '' && /^(?:panic|thread|\/app|Exception)/.test(trace))) continue;
        const text = [
          '2026-05-04 12:00:00,123 [main] ERROR a.B - failed',
          ...trace.split('\n'),
          '2026-05-04 12:00:01,123 [main] INFO a.B - next',
        ]
          .map((line) => before + (before.startsWith('{') ? JSON.stringify(line).slice(1, -1) : line) + after)
          .join('\n');
        assert.deepEqual(
          linesOf(text),
          [
            [1, length + 1],
            [length + 2, 1],
          ],
          text,
        );
      }
    });
  }

  it('does not give a stack trace in syslog to another program', () => {
    const line = (program: string, message: string) => `<13>May  4 12:00:00 host ${program}: ${message}`;
    assert.deepEqual(
      linesOf(
        [
          line('a[1]', 'Traceback (most recent call last):'),
          line('a[1]', '  File "x"'),
          line('a[1]', 'ValueError: y'),
          line('b[2]', '  indented'),
        ].join('\n'),
      ),
      [
        [1, 3],
        [4, 1],
      ],
    );
  });

  it('joins the parts that Kubernetes cuts a long line into', () => {
    const json = JSON.stringify({
      level: 'error',
      time: '2026-05-04T12:00:03Z',
      msg: `x${'y'.repeat(200)}`,
      status: 402,
      code: 'NOT_FOUND',
    });
    const part = (mark: string, text: string) => `2026-05-04T12:00:00.123456789Z stdout ${mark} ${text}`;
    const [record, next, more] = read(
      [part('P', json.slice(0, 80)), part('P', json.slice(80, -10)), part('F', json.slice(-10)), part('F', 'INFO next')].join(
        '\n',
      ),
    );
    assert.deepEqual(
      [record?.carrier, record?.format, record?.lines, record?.level, record?.status, record?.code, record?.time?.ms],
      ['container', 'json', 3, 'error', 402, 'NOT_FOUND', Date.UTC(2026, 4, 4, 12, 0, 3)],
    );
    assert.deepEqual([next?.level, more], ['info', undefined]);
  });

  it('gives the exception below a record at level error to it', () => {
    for (const prefix of ['', 'May  4 12:00:00 host app[1]: ', 'web-1  | ']) {
      const lines = [
        'ERROR failed',
        'java.lang.IllegalStateException: x',
        prefix.startsWith('May') ? '#011at a.B' : '\tat a.B',
        'INFO next',
      ];
      assert.deepEqual(linesOf(lines.map((line) => prefix + line).join('\n')), [
        [1, 3],
        [4, 1],
      ]);
    }
  });

  it('takes further exceptions and warnings below a record for records of their own', () => {
    assert.deepEqual(linesOf('[error] one\nError: of one\nError: two\nError: three'), [
      [1, 2],
      [3, 1],
      [4, 1],
    ]);
    assert.deepEqual(linesOf('ERROR one\nWarning: two'), [
      [1, 1],
      [2, 1],
    ]);
  });

  it('leaves sentences about HTTP and logs below a record to it', () => {
    assert.deepEqual(linesOf('2026-05-04T12:00:00Z ERROR failed\nHTTP 402 from the gateway\nLOG file: /x\nLOG: next'), [
      [1, 3],
      [4, 1],
    ]);
    const [record] = read('2026-05-04T12:00:00Z HTTP 402 from the gateway');
    assert.deepEqual([record?.message, record?.level], ['HTTP 402 from the gateway', undefined]);
  });

  it('takes the first part of a word for no level', () => {
    const text = '2026-05-04T12:00:00Z ALERT-MANAGER is down\nTRACE-ID: abc\nERROR-CODE: 12\nERROR - failed\n[INFO]- next';
    assert.deepEqual(
      read(text).map(({ level, lines, message }) => [level, lines, message.split('\n', 1)[0]]),
      [
        [undefined, 3, 'ALERT-MANAGER is down'],
        ['error', 1, 'failed'],
        ['info', 1, 'next'],
      ],
    );
  });

  it("reads JSON over several of Docker's lines as one record", () => {
    const text = ['{', '  "level": "error",', '  "status": 402', '}', 'INFO next']
      .map((line) => JSON.stringify({ log: `${line}\n`, stream: 'stdout', time: '2026-05-04T12:00:00.1Z' }))
      .join('\n');
    assert.deepEqual(
      read(text).map(({ carrier, format, lines, level, status }) => [carrier, format, lines, level, status]),
      [
        ['docker', 'json', 4, 'error', 402],
        [undefined, 'docker', 1, 'info', undefined],
      ],
    );
  });
});
