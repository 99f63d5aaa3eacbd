import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createCatalogueSet } from '../../server/src/service/catalogue/catalogueSet.ts';
import type { ErrorCode } from '../../server/src/service/types.ts';
import {
  applyEdits,
  createTestService,
  pikzelsWorkspace,
  testCatalogues,
  testDocument,
  testFacts,
} from '../unit/support/testService.ts';
import { commentPayloads, literalPayloads } from './support/payloads.ts';

/** Codes that every language can write; each would leave a file behind if it ran. */
const codes = literalPayloads.map(({ text }) => text).filter((text) => !/\p{Cc}|\p{Cf}|\p{Zl}|\p{Zp}|\p{Cs}|\p{Co}/u.test(text));
const causes = commentPayloads.map(({ text }) => text);

interface Program {
  readonly languageId: string;
  readonly file: string;
  readonly source: string;
  readonly compile?: readonly [string, ...string[]];
  readonly run: readonly [string, ...string[]];
}

const programs: readonly Program[] = [
  {
    languageId: 'javascript',
    file: 'main.cjs',
    source:
      "// api.pikzels.com\nfunction f(err) {\n  switch (err.code) {\n    case 'INSUFFICIENT_CREDITS':\n      return 1;\n    case 'GENERATION_TIMEOUT':\n      return 2;\n  }\n  return 0;\n}\nconsole.log(f({ code: process.argv[2] }));\n",
    run: [process.execPath, 'main.cjs'],
  },
  {
    languageId: 'python',
    file: 'main.py',
    source:
      '# api.pikzels.com\nimport sys\ndef f(error_code):\n    if error_code == "INSUFFICIENT_CREDITS":\n        return 1\n    elif error_code == "GENERATION_TIMEOUT":\n        return 2\n    return 0\nprint(f(sys.argv[1]))\n',
    run: ['python3', 'main.py'],
  },
  {
    languageId: 'shellscript',
    file: 'main.sh',
    source:
      '#!/bin/bash\n# api.pikzels.com\nerror_code="$1"\ncase "$error_code" in\n  "INSUFFICIENT_CREDITS") exit 1 ;;\n  "GENERATION_TIMEOUT") exit 2 ;;\nesac\necho 0\n',
    run: ['bash', 'main.sh'],
  },
  {
    languageId: 'java',
    file: 'Main.java',
    source:
      '// api.pikzels.com\nclass Main {\n  static int f(String errorCode) {\n    switch (errorCode) {\n      case "INSUFFICIENT_CREDITS":\n        return 1;\n      case "GENERATION_TIMEOUT":\n        return 2;\n    }\n    return 0;\n  }\n  public static void main(String[] all) {\n    System.out.println(f(all[0]));\n  }\n}\n',
    compile: ['javac', '-encoding', 'UTF-8', 'Main.java'],
    run: ['java', '-cp', '.', 'Main'],
  },
  {
    languageId: 'go',
    file: 'main.go',
    source:
      'package main\n\n// api.pikzels.com\n\nimport (\n\t"fmt"\n\t"os"\n)\n\nfunc f(errorCode string) int {\n\tswitch errorCode {\n\tcase "INSUFFICIENT_CREDITS":\n\t\treturn 1\n\tcase "GENERATION_TIMEOUT":\n\t\treturn 2\n\t}\n\treturn 0\n}\n\nfunc main() {\n\tfmt.Println(f(os.Args[1]))\n}\n',
    compile: ['go', 'build', '-o', 'main', 'main.go'],
    run: ['./main'],
  },
  {
    languageId: 'cpp',
    file: 'main.cpp',
    source:
      '// api.pikzels.com\n#include <iostream>\n#include <stdexcept>\n#include <string>\nint f(const std::string& error_code) {\n  if (error_code == "INSUFFICIENT_CREDITS") {\n    return 1;\n  } else if (error_code == "GENERATION_TIMEOUT") {\n    return 2;\n  }\n  return 0;\n}\nint main(int, char** all) {\n  std::cout << f(all[1]) << std::endl;\n}\n',
    compile: ['g++', '-std=c++14', '-trigraphs', '-w', '-o', 'main', 'main.cpp'],
    run: ['./main'],
  },
  {
    languageId: 'rust',
    file: 'main.rs',
    source:
      '// api.pikzels.com\nfn f(error_code: &str) -> i32 {\n    match error_code {\n        "INSUFFICIENT_CREDITS" => 1,\n        "GENERATION_TIMEOUT" => 2,\n        _ => 0,\n    }\n}\nfn main() {\n    println!("{}", f(&std::env::args().nth(1).unwrap()));\n}\n',
    compile: ['rustc', '-A', 'warnings', '-o', 'main', 'main.rs'],
    run: ['./main'],
  },
];

/** The source with every code of a hostile catalogue handled. */
async function fix({ source, languageId }: Program): Promise<string> {
  const known = testCatalogues.catalogueById('pikzels');
  assert.ok(known);
  const handled = [...known.codes.values()].filter(({ code }) => ['INSUFFICIENT_CREDITS', 'GENERATION_TIMEOUT'].includes(code));
  const added = codes.map((code, index): ErrorCode => {
    const cause = causes[index % causes.length] ?? '';
    return {
      code,
      statuses: [],
      cause,
      groups: [],
      unique: true,
      retired: false,
      replacedBy: [],
      formerStatus: [],
      inferred: [],
    };
  });
  const all = new Map([...handled, ...added].map((entry) => [entry.code, entry]));
  const set = createCatalogueSet([{ ...known, codes: all, builtin: false }]);
  const actions = await createTestService().provideCodeActions(
    testDocument(source, languageId),
    testFacts({ inWorkspace: pikzelsWorkspace, set }),
    { start: 0, end: source.length },
  );
  const action = actions.find(({ title }) => title.startsWith('Add all'));
  assert.ok(action, actions.map(({ title }) => title).join(' | '));
  return applyEdits(source, action.edits);
}

describe('a program with every hostile code in it', function () {
  this.timeout(60_000);
  for (const program of programs)
    it(`runs nothing but itself in ${program.languageId}`, async function () {
      const fixed = await fix(program);
      const folder = mkdtempSync(path.join(tmpdir(), 'api-error-codes-'));
      const start = ([command, ...args]: readonly [string, ...string[]], ...more: string[]) =>
        spawnSync(command, [...args, ...more], {
          cwd: folder,
          encoding: 'utf8',
          env: { ...process.env, GO111MODULE: 'off', LC_ALL: 'C.UTF-8' },
        });
      try {
        writeFileSync(path.join(folder, program.file), fixed);
        const built = program.compile && start(program.compile);
        if (built && !built.error) assert.equal(built.status, 0, `${built.stderr}\n${fixed}`);
        const missing = built?.error ?? start(program.run, 'INSUFFICIENT_CREDITS').error;
        if (missing) {
          process.stdout.write(`      skipped: ${missing.message}\n`);
          this.skip();
        }
        const other = start(program.run, 'SOMETHING_ELSE');
        assert.deepEqual([other.status, other.stdout.trim()], [0, '0'], `${other.stderr}\n${fixed}`);
        // A program takes long to start in some languages: of those a few codes will do.
        for (const code of program.compile ? codes.slice(0, 3) : codes) {
          const { status, stdout, stderr } = start(program.run, code);
          assert.notEqual(status, 0, `${code} is not handled in\n${fixed}`);
          assert.match(stdout + stderr, /is not handled yet/, code);
        }
        assert.ok(!existsSync(path.join(folder, 'ran')), 'a program out of the catalogue has run');
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    });
});
