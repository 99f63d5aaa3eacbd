import assert from 'node:assert/strict';
import { complete } from './asking.ts';

/** By language, sources with the cursor in quotes that are there already and hold nothing yet. */
const sources: Readonly<Record<string, readonly string[]>> = {
  typescript: [
    `if (err.name === '⟦|⟧') a();`,
    `switch (err.name) { case '⟦|⟧': a(); }`,
    `if (err instanceof Error && err.name === '⟦|⟧') { a(); }`,
    `try { a(); } catch (e) { if (e.name === '⟦|⟧') { b(); } }`,
    `try { a(); } catch (e) { switch (e.name) { case '⟦|⟧': b(); } }`,
    `try { a(); } catch (e: any) { if (e?.code === '⟦|⟧') { b(); } }`,
    `if ('⟦|⟧' === err.code) a();`,
    `if (err['code'] === '⟦|⟧') a();`,
    `const x = err.code === '⟦|⟧' ? 1 : 2;`,
    `return err.code === '⟦|⟧' && a();`,
    `switch (true) { case err.code === '⟦|⟧': a(); }`,
    `if (err.code !== '⟦|⟧') throw err;`,
    `const errorMessages = new Map([['⟦|⟧', 'a']]);`,
    `const errorMessages = { '⟦|⟧': 'a' };`,
    `const errorMessages = { INVALID_STYLE: 'a', '⟦|⟧': 'b' }`,
    `if (err.code.startsWith('⟦|⟧')) a();`,
    `if (error.message.includes('⟦|⟧')) a();`,
    `try { a(); } catch (e) { if (e.message.includes('⟦|⟧')) b(); }`,
    `try { a(); } catch (e) { if (e.message.startsWith("⟦|⟧")) b(); }`,
  ],
  typescriptreact: [`const x = () => <p>{error.code === '⟦|⟧' && <A/>}</p>;`],
  python: [
    `if e.pgcode == '⟦|⟧':\n    a()\n`,
    `if e.code == "⟦|⟧":\n    a()\n`,
    `match e.code:\n    case '⟦|⟧':\n        a()\n`,
    `if e.code in ('⟦|⟧',):\n    a()\n`,
    `ERRORS = {'⟦|⟧': 'a'}\n`,
    `errors = {'INVALID_STYLE': 'a', '⟦|⟧': 'b'}`,
    `if "⟦|⟧" in str(error):\n    a()\n`,
    `if e.code.startswith("⟦|⟧"):\n    a()\n`,
  ],
  java: [
    `class A { void f(E e) { if ("⟦|⟧".equals(e.getCode())) { a(); } } }`,
    `class A { void f(E e) { if (e.getCode().equals("⟦|⟧")) { a(); } } }`,
    `class A { void f(E e) { switch (e.getCode()) { case "⟦|⟧": a(); } } }`,
    `class A { void f(E e) { switch (e.getCode()) { case "⟦|⟧" -> a(); } } }`,
    `class A { static final Map<String,String> ERRORS = Map.of("⟦|⟧", "a"); }`,
  ],
  kotlin: [
    `fun f(e: E) { if (e.code == "⟦|⟧") a() }`,
    `fun f(e: E) { when (e.code) { "⟦|⟧" -> a() } }`,
    `val errorMessages = mapOf("⟦|⟧" to "a")`,
    `val errorMessages = mapOf(\n  "INVALID_STYLE" to "a",\n  "⟦|⟧" to "b",\n)`,
    `val errorMessages = mapOf("INVALID_STYLE" to "a", "⟦|⟧" to "b")`,
    `val errorMessages = mapOf("INVALID_STYLE" to "a", "" to "b", "⟦|⟧" to "b")`,
  ],
  csharp: [
    `class A { void F(E e) { if (e.Code == "⟦|⟧") { A(); } } }`,
    `class A { void F(E e) { switch (e.Code) { case "⟦|⟧": A(); break; } } }`,
    `class A { int F(E e) => e.Code switch { "⟦|⟧" => 1, _ => 2 }; }`,
    `class A { void F() { try { A(); } catch (E e) when (e.Code == "⟦|⟧") { B(); } } }`,
    `class A { void F() { try { A(); } catch (E e) when (e is { Code: "⟦|⟧" }) { B(); } } }`,
    `class A { void F(E e) { if (e is ApiException { Code: "⟦|⟧" }) { A(); } } }`,
    `class A { int F(E e) => e switch { { Code: "⟦|⟧" } => 1, _ => 2 }; }`,
    `class A { void F(E e) { switch (e) { case ApiException { Code: "⟦|⟧" }: A(); break; } } }`,
    `class A { void F(E e) { if (error.Message.Contains("⟦|⟧")) { A(); } } }`,
    `class A { static readonly Dictionary<string,string> ErrorMessages = new() { ["⟦|⟧"] = "a" }; }`,
    `class A { static readonly Dictionary<string,string> ErrorMessages = new() { { "INVALID_STYLE", "a" }, { "⟦|⟧", "b" } }; }`,
  ],
  go: [
    `package a\nfunc f(err *E) { if err.Code == "⟦|⟧" { a() } }`,
    `package a\nfunc f(err *E) { switch err.Code { case "⟦|⟧": a() } }`,
    `package a\nvar errorMessages = map[string]string{"⟦|⟧": "a"}`,
  ],
  php: [
    `<?php if ($e->getCode() === '⟦|⟧') { a(); }`,
    `<?php switch ($e->getCode()) { case '⟦|⟧': a(); }`,
    `<?php $x = match ($e->getCode()) { '⟦|⟧' => 1, default => 2 };`,
    `<?php $errorMessages = ['⟦|⟧' => 'a'];`,
    `<?php $errorMessages = ['INVALID_STYLE' => 'a', '⟦|⟧' => 'b'];`,
  ],
  ruby: [
    `if e.code == '⟦|⟧'\n  a\nend`,
    `case e.code\nwhen '⟦|⟧'\n  a\nend`,
    `ERRORS = { '⟦|⟧' => 'a' }.freeze`,
    `errors = { 'INVALID_STYLE' => 'a', '⟦|⟧' => 'b' }`,
  ],
  rust: [
    `fn f(e: &E) { if e.code == "⟦|⟧" { a(); } }`,
    `fn f(e: &E) { match e.code.as_str() { "⟦|⟧" => a(), _ => b() } }`,
    `fn f(e: &E) -> bool { matches!(e.code.as_str(), "⟦|⟧") }`,
    `fn f() { let errors = HashMap::from([("INVALID_STYLE", 1), ("⟦|⟧", 2)]); }`,
  ],
  swift: [
    `func f(e: E) { if e.code == "⟦|⟧" { a() } }`,
    `func f(e: E) { switch e.code { case "⟦|⟧": a()\n default: b() } }`,
    `let errorMessages = ["⟦|⟧": "a"]`,
  ],
  dart: [
    `void f(E e) { if (e.code == '⟦|⟧') { a(); } }`,
    `void f(E e) { switch (e.code) { case '⟦|⟧': a(); } }`,
    `const errorMessages = {'⟦|⟧': 'a'};`,
  ],
  scala: [
    `object A { def f(e: E) = if (e.code == "⟦|⟧") a() else b() }`,
    `object A { def f(e: E) = e.code match { case "⟦|⟧" => a() } }`,
    `object A { val errorMessages = Map("⟦|⟧" -> "a") }`,
  ],
  cpp: [
    `void f(const E& e) {\n  std::string code = e.code();\n  if (code == "⟦|⟧") { a(); }\n}`,
    `void f(const E& e) {\n  if (e.code() == "⟦|⟧") { a(); }\n}`,
    `void f(const E& e) {\n  if ("⟦|⟧" == e.code) { a(); }\n}`,
    `void f(const E& e) {\n  if (strcmp(e.code, "⟦|⟧") == 0) { a(); }\n}`,
    `static const std::map<std::string, int> errorMessages = {{"⟦|⟧", 1}};`,
    `static const std::map<std::string, int> errorMessages = {\n  {"INVALID_STYLE", 1},\n  {"⟦|⟧", 1},\n};`,
  ],
  shellscript: [`if [ "$error_code" = "⟦|⟧" ]; then\n  a\nfi`, `case "$error_code" in\n  "⟦|⟧") a ;;\nesac`],
  powershell: [`if ($e.Code -eq '⟦|⟧') { a }`, `switch ($e.Code) { '⟦|⟧' { a } }`, `$errorMessages = @{ '⟦|⟧' = 'a' }`],
};

/** By language, half-typed keys of tables: no value is there yet, nor the closing quote. */
const halfTypedKeys: Readonly<Record<string, readonly string[]>> = {
  typescript: [
    `const errorMessages = { INVALID_STYLE: 'a', CONF⟦|⟧ };`,
    `const errorMessages = { INVALID_STYLE: 'a', 'CONF⟦|⟧' };`,
    `const errorMessages = {\n  INVALID_STYLE: 'a',\n  'CONF⟦|⟧\n};`,
    `const errorMessages = {\n  CONF⟦|⟧\n};`,
    `const errorMessages = { 'CONF⟦|⟧' };`,
    `const errorMessages = new Map([['INVALID_STYLE', 'a'], ['CONF⟦|⟧']]);`,
    `const errorMessages: Record<string, string> = {\n  CONF⟦|⟧: 'a',\n};`,
  ],
  python: [
    `ERRORS = {"INVALID_STYLE": "a", "CONF⟦|⟧"}\n`,
    `ERRORS = {\n    "INVALID_STYLE": "a",\n    "CONF⟦|⟧\n}\n`,
    `ERRORS = {"CONF⟦|⟧"}\n`,
    `ERRORS = {"CONF⟦|⟧": "a"}\n`,
  ],
  ruby: [`ERRORS = { 'INVALID_STYLE' => 'a', 'CONF⟦|⟧' }.freeze`, `ERRORS = { 'CONF⟦|⟧' => 'a' }`, `ERRORS = { 'CONF⟦|⟧' }`],
  php: [
    `<?php $errorMessages = ['INVALID_STYLE' => 'a', 'CONF⟦|⟧'];`,
    `<?php $errorMessages = ['CONF⟦|⟧' => 'a'];`,
    `<?php $errorMessages = ['CONF⟦|⟧'];`,
  ],
  go: [
    `package a\nvar errorMessages = map[string]string{"INVALID_STYLE": "a", "CONF⟦|⟧"}`,
    `package a\nvar errorMessages = map[string]string{\n\t"CONF⟦|⟧\n}`,
    `package a\nvar errorMessages = map[string]string{"CONF⟦|⟧": "a"}`,
  ],
  java: [`class A { static final Map<String,String> ERRORS = Map.of("INVALID_STYLE", "a", "CONF⟦|⟧"); }`],
  kotlin: [`val errorMessages = mapOf("INVALID_STYLE" to "a", "CONF⟦|⟧")`, `val errorMessages = mapOf("CONF⟦|⟧")`],
  csharp: [
    `class A { static readonly Dictionary<string,string> ErrorMessages = new() { ["INVALID_STYLE"] = "a", ["CONF⟦|⟧"] }; }`,
    `class A { static readonly Dictionary<string,string> ErrorMessages = new() { { "INVALID_STYLE", "a" }, { "CONF⟦|⟧" } }; }`,
  ],
  rust: [`fn f() { let errors = HashMap::from([("INVALID_STYLE", 1), ("CONF⟦|⟧")]); }`],
  swift: [`let errorMessages = ["INVALID_STYLE": "a", "CONF⟦|⟧"]`, `let errorMessages = ["CONF⟦|⟧"]`],
  dart: [`const errorMessages = {'INVALID_STYLE': 'a', 'CONF⟦|⟧'};`, `const errorMessages = {'CONF⟦|⟧'};`],
  scala: [`object A { val errorMessages = Map("INVALID_STYLE" -> "a", "CONF⟦|⟧") }`],
  powershell: [`$errorMessages = @{ 'INVALID_STYLE' = 'a'; 'CONF⟦|⟧' }`],
};

/** The same in places that say nothing about errors. */
const silent: Readonly<Record<string, readonly string[]>> = {
  typescript: [
    `const labels = { '⟦|⟧': 'a' };`,
    `const errorMessages = { a: '⟦|⟧' };`,
    `people.filter((e) => e.name === '⟦|⟧');`,
    `try { a(); } catch (e) { if (f.name === '⟦|⟧') b(); }`,
  ],
  python: [`labels = {'⟦|⟧': 'a'}\n`, `errors = {'a': '⟦|⟧'}\n`],
  kotlin: [`val labels = mapOf("⟦|⟧" to "a")`],
  go: [`package a\nvar labels = map[string]string{"⟦|⟧": "a"}`],
  cpp: [`static const std::map<std::string, int> labels = {{"⟦|⟧", 1}};`, `void f() { if (name == "⟦|⟧") a(); }`],
};

describe('completion between quotes', () => {
  for (const [languageId, all] of Object.entries(sources))
    for (const source of all)
      it(`${languageId}: ${source}`, async () => {
        const { accept } = await complete({ before: source }, languageId);
        assert.equal(
          accept('CONFLICT'),
          source.replace('⟦|⟧', () => 'CONFLICT'),
        );
      });
  for (const [languageId, all] of Object.entries(halfTypedKeys))
    for (const source of all)
      it(`of a half-typed key in ${languageId}: ${source}`, async () => {
        const { accept } = await complete({ before: source }, languageId);
        assert.match(accept('CONFLICT'), /CONFLICT/);
      });
  for (const [languageId, all] of Object.entries(silent))
    for (const source of all)
      it(`is silent in ${languageId}: ${source}`, async () =>
        assert.equal((await complete({ before: source }, languageId)).first, undefined));
});
