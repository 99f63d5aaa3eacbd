import assert from 'node:assert/strict';
import { readMarkedText } from '../support/markedText.ts';
import { createTestService, testDocument } from '../support/testService.ts';
import { here } from './asking.ts';

/** By language, one comparison with CONFLICT, with the cursor in the code: no site, but a place that the code counts as compared in. */
const sources: Readonly<Record<string, readonly string[]>> = {
  typescript: [
    `if (err.code === 'CON⟦|⟧FLICT') a();`,
    `if (['CON⟦|⟧FLICT'].includes(err.code)) a();`,
    `if (body.get('code') === 'CON⟦|⟧FLICT') a();`,
    `if (err.decline_code === 'CON⟦|⟧FLICT') a();`,
  ],
  python: [
    `if e.code == "CON⟦|⟧FLICT":\n    a()\n`,
    `if e.code in ("CON⟦|⟧FLICT",):\n    a()\n`,
    `if body.get("code", "") == "CON⟦|⟧FLICT":\n    a()\n`,
    `if getattr(e, "code", None) == "CON⟦|⟧FLICT":\n    a()\n`,
  ],
  java: [`class A { void f(E e) { if ("CON⟦|⟧FLICT".equals(e.getCode())) { a(); } } }`],
  kotlin: [`fun f(e: E) { if (e.code == "CON⟦|⟧FLICT") a() }`],
  csharp: [
    `class A { void F(E e) { if (e.Code == "CON⟦|⟧FLICT") { A(); } } }`,
    `class A { void F(Exception e) { if (e is ApiException { Code: "CON⟦|⟧FLICT" }) A(); } }`,
    `class A { void F(Exception e) { if (e is ApiException { Status: 409, Error.Code: "CON⟦|⟧FLICT" } failed) A(); } }`,
    `class A { void F(Exception e) { if (e is ApiException { Code: "CON⟦|⟧FLICT" } or TimeoutException or OperationCanceledException) A(); } }`,
    `class A { void F() { try { A(); } catch (E e) when (e is { ErrorCode: "CON⟦|⟧FLICT" }) { B(); } } }`,
    `class A { void F() { try { A(); } catch (E e) when (e.ErrorCode == "CON⟦|⟧FLICT") { B(); } } }`,
    `class A { bool F(Exception e) => e is ApiException { Code: "CON⟦|⟧FLICT" or "X" }; }`,
  ],
  go: [`package a\nfunc f(err *E) { if err.Code == "CON⟦|⟧FLICT" { a() } }`],
  php: [
    `<?php if ($e->getCode() === 'CON⟦|⟧FLICT') { a(); }`,
    `<?php if (in_array($e->getCode(), ['CON⟦|⟧FLICT'], true)) { a(); }`,
    `<?php $known = in_array($e->getCode(), ['CON⟦|⟧FLICT']);`,
  ],
  ruby: [`if e.code == 'CON⟦|⟧FLICT'\n  a\nend`, `if e.body.dig(:error, :code) == 'CON⟦|⟧FLICT'\n  a\nend`],
  rust: [
    `fn f(e: &E) { if e.code == "CON⟦|⟧FLICT" { a(); } }`,
    `fn f(e: &E) -> bool { matches!(e.code.as_str(), "CON⟦|⟧FLICT") }`,
  ],
  swift: [
    `func f(e: E) { if e.code == "CON⟦|⟧FLICT" { a() } }`,
    `func f(e: E) { if case .CON⟦|⟧FLICT(let why) = e.code { a(why) } }`,
    `func f(e: E) { if case let Code.CON⟦|⟧FLICT(why) = e.code, why > 1 { a() } }`,
    `func f(e: E) { guard case .CON⟦|⟧FLICT = e.code else { return } }`,
  ],
  dart: [`void f(E e) { if (e.code == 'CON⟦|⟧FLICT') { a(); } }`],
  scala: [`object A { def f(e: E) = if (e.code == "CON⟦|⟧FLICT") a() else b() }`],
  cpp: [`void f(const E& e) {\n  if (e.code() == "CON⟦|⟧FLICT") { a(); }\n}`],
  shellscript: [`if [ "$error_code" = "CON⟦|⟧FLICT" ]; then\n  a\nfi`],
  powershell: [`if ($e.Code -eq 'CON⟦|⟧FLICT') { a }`],
};

describe('a single comparison', () => {
  for (const [languageId, all] of Object.entries(sources))
    for (const source of all)
      it(`counts and is explained in ${languageId}: ${source}`, async () => {
        const { text, cursor } = readMarkedText(source);
        const service = createTestService();
        const document = testDocument(text, languageId);
        const mentions = await service.collectMentions(document, here);
        const hover = await service.provideHover(document, here, cursor);
        service.forget('file:///src/client.ts');
        assert.deepEqual(
          [mentions?.places.map(({ code, role }) => `${role} ${code}`), mentions?.sites],
          [['compared CONFLICT'], []],
        );
        assert.match(hover?.markdown ?? '', /^\*\*CONFLICT\*\*|CONFLICT/);
      });
});
