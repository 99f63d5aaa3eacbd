import type { Change } from '../languageCases.ts';

/** A form of site that not every language has. */
interface FurtherForm extends Change {
  readonly languageId: string;
  readonly form: string;
  readonly armStart?: Change & { readonly label: string };
}

const only = '// error-codes: only billing, GENERATION_TIMEOUT';
const comment = '// 402: Smart Balance is paused because the automatic top-up payment could not be processed';
const cause = 'Smart Balance is paused because the automatic top-up payment could not be processed';
const message = 'SMART_BALANCE_PAYMENT_FAILED is not handled yet';

/** A source in which one more line belongs at `%`, before and after. */
function grown(source: string, ...added: readonly string[]): Change {
  const line = /^( *)%\n/m.exec(source)?.[1] ?? '';
  return {
    before: source.replace(/^ *%\n/m, ''),
    after: source.replace(/^ *%\n/m, () => added.map((text) => `${line}${text}\n`).join('')),
  };
}

/** Every form is written with exactly SMART_BALANCE_PAYMENT_FAILED missing. */
export const furtherForms: readonly FurtherForm[] = [
  {
    languageId: 'go',
    form: 'if … else if',
    before: `package p\n\nfunc f(err *E) {\n\t${only}\n\tif err.Code == "INSUFFICIENT_CREDITS" {\n\t\ta()\n\t} else if "GENERATION_TIMEOUT" == err.Code || ok {\n\t\tb()\n\t} else {\n\t\tc()\n\t}\n}\n`,
    after: `package p\n\nfunc f(err *E) {\n\t${only}\n\tif err.Code == "INSUFFICIENT_CREDITS" {\n\t\ta()\n\t} else if "GENERATION_TIMEOUT" == err.Code || ok {\n\t\tb()\n\t} else if err.Code == "SMART_BALANCE_PAYMENT_FAILED" {\n\t\t${comment}\n\t\tpanic("${message}")\n\t} else {\n\t\tc()\n\t}\n}\n`,
  },
  {
    languageId: 'java',
    form: 'a switch with arrows',
    ...grown(
      `class A {\n    void f(E e) {\n        ${only}\n        switch (e.getCode()) {\n            case "INSUFFICIENT_CREDITS" -> a();\n            case "GENERATION_TIMEOUT", "SCORING_TIMEOUT" -> b();\n            %\n            default -> c();\n        }\n    }\n}\n`,
      comment,
      `case "SMART_BALANCE_PAYMENT_FAILED" -> throw new UnsupportedOperationException("${message}");`,
    ),
    armStart: {
      before:
        'class A {\n    int f(E e) {\n        return switch (e.getCode()) {\n            case "INVALID_STYLE" -> 1;\n            ⟦|⟧\n        };\n    }\n}\n',
      label: 'case "CONFLICT" ->',
      after:
        'class A {\n    int f(E e) {\n        return switch (e.getCode()) {\n            case "INVALID_STYLE" -> 1;\n            case "CONFLICT" ->\n        };\n    }\n}\n',
    },
  },
  {
    languageId: 'java',
    form: 'a switch over an enum from elsewhere',
    ...grown(
      `class A {\n    void f(E e) {\n        ${only}\n        switch (e.getErrorCode()) {\n            case INSUFFICIENT_CREDITS:\n                break;\n            case GENERATION_TIMEOUT:\n                break;\n            %\n        }\n    }\n}\n`,
      'case SMART_BALANCE_PAYMENT_FAILED:',
      `    ${comment}`,
      `    throw new UnsupportedOperationException("${message}");`,
    ),
  },
  {
    languageId: 'java',
    form: 'Map.ofEntries',
    before: `class A {\n    ${only}\n    Map<String, String> m = Map.ofEntries(entry("INSUFFICIENT_CREDITS", "a"), entry("GENERATION_TIMEOUT", "b"));\n}\n`,
    after: `class A {\n    ${only}\n    Map<String, String> m = Map.ofEntries(entry("INSUFFICIENT_CREDITS", "a"), entry("GENERATION_TIMEOUT", "b"), entry("SMART_BALANCE_PAYMENT_FAILED", "${cause}"));\n}\n`,
  },
  {
    languageId: 'swift',
    form: 'catch clauses that ask for the code',
    ...grown(
      `func f() {\n    do {\n        try g()\n    }\n    ${only}\n    catch let e as ApiError where e.code == "INSUFFICIENT_CREDITS" {\n        h()\n    }\n    catch let e as ApiError where e.code == "GENERATION_TIMEOUT" {\n        i()\n    }\n    %\n    catch {\n        j()\n    }\n}\n`,
      'catch let e as ApiError where e.code == "SMART_BALANCE_PAYMENT_FAILED" {',
      `    ${comment}`,
      `    fatalError("${message}")`,
      '}',
    ),
  },
  {
    languageId: 'csharp',
    form: 'catch clauses with filters',
    ...grown(
      `class A {\n    void F() {\n        try {\n            G();\n        }\n        ${only}\n        catch (ApiException e) when (e.Code == "INSUFFICIENT_CREDITS") {\n            H();\n        }\n        catch (ApiException e) when (e.Code is "GENERATION_TIMEOUT" or "SCORING_TIMEOUT") {\n            I();\n        }\n        %\n        catch (ApiException e) {\n            J();\n        }\n    }\n}\n`,
      'catch (ApiException e) when (e.Code == "SMART_BALANCE_PAYMENT_FAILED") {',
      `    ${comment}`,
      `    throw new System.NotImplementedException("${message}");`,
      '}',
    ),
  },
  {
    languageId: 'csharp',
    form: 'a switch expression',
    ...grown(
      `class A {\n    int F(E e) {\n        ${only}\n        return e.Code switch {\n            "INSUFFICIENT_CREDITS" => 1,\n            "GENERATION_TIMEOUT" or "SCORING_TIMEOUT" => 2,\n            %\n            _ => 3\n        };\n    }\n}\n`,
      comment,
      `"SMART_BALANCE_PAYMENT_FAILED" => throw new System.NotImplementedException("${message}"),`,
    ),
    armStart: {
      before:
        'class A {\n    int F(E e) {\n        return e.Code switch {\n            "INVALID_STYLE" => 1,\n            ⟦|⟧\n        };\n    }\n}\n',
      label: '"CONFLICT" =>',
      after:
        'class A {\n    int F(E e) {\n        return e.Code switch {\n            "INVALID_STYLE" => 1,\n            "CONFLICT" =>\n        };\n    }\n}\n',
    },
  },
  {
    languageId: 'csharp',
    form: 'a switch expression without a last comma',
    before: `class A {\n    int F(E e) {\n        ${only}\n        return e.Code switch {\n            "INSUFFICIENT_CREDITS" => 1,\n            "GENERATION_TIMEOUT" => 2\n        };\n    }\n}\n`,
    after: `class A {\n    int F(E e) {\n        ${only}\n        return e.Code switch {\n            "INSUFFICIENT_CREDITS" => 1,\n            "GENERATION_TIMEOUT" => 2,\n            ${comment}\n            "SMART_BALANCE_PAYMENT_FAILED" => throw new System.NotImplementedException("${message}")\n        };\n    }\n}\n`,
  },
  {
    languageId: 'csharp',
    form: 'a dictionary of pairs',
    ...grown(
      `class A {\n    ${only}\n    Dictionary<string, string> m = new Dictionary<string, string>\n    {\n        { "INSUFFICIENT_CREDITS", "a" },\n        { "GENERATION_TIMEOUT", "b" },\n        %\n    };\n}\n`,
      `{ "SMART_BALANCE_PAYMENT_FAILED", "${cause}" },`,
    ),
  },
  {
    languageId: 'csharp',
    form: 'is and Equals',
    before: `class A {\n    void F(E e) {\n        ${only}\n        if (e.Code is "INSUFFICIENT_CREDITS" or "X") A();\n        else if (string.Equals(e.Code, "GENERATION_TIMEOUT", StringComparison.Ordinal)) B();\n    }\n}\n`,
    after: `class A {\n    void F(E e) {\n        ${only}\n        if (e.Code is "INSUFFICIENT_CREDITS" or "X") A();\n        else if (string.Equals(e.Code, "GENERATION_TIMEOUT", StringComparison.Ordinal)) B();\n        else if (string.Equals(e.Code, "SMART_BALANCE_PAYMENT_FAILED", StringComparison.Ordinal)) {\n            ${comment}\n            throw new System.NotImplementedException("${message}");\n        }\n    }\n}\n`,
  },
  {
    languageId: 'php',
    form: 'match',
    ...grown(
      `<?php\nfunction f($e) {\n    ${only}\n    return match ($e->code) {\n        'INSUFFICIENT_CREDITS' => 1,\n        'GENERATION_TIMEOUT', 'SCORING_TIMEOUT' => 2,\n        %\n        default => 3,\n    };\n}\n`,
      comment,
      `'SMART_BALANCE_PAYMENT_FAILED' => throw new \\LogicException('${message}'),`,
    ),
    armStart: {
      before: "<?php\n$a = match ($e->code) {\n    'INVALID_STYLE' => 1,\n    ⟦|⟧\n};\n",
      label: "'CONFLICT' =>",
      after: "<?php\n$a = match ($e->code) {\n    'INVALID_STYLE' => 1,\n    'CONFLICT' =>\n};\n",
    },
  },
  {
    languageId: 'php',
    form: 'if with colons',
    ...grown(
      `<?php\n${only}\nif ($error['code'] === 'INSUFFICIENT_CREDITS'):\n    a();\nelseif ($error['code'] === 'GENERATION_TIMEOUT'):\n    b();\n%\nendif;\n`,
      "elseif ($error['code'] === 'SMART_BALANCE_PAYMENT_FAILED'):",
      `    ${comment}`,
      `    throw new \\LogicException('${message}');`,
    ),
  },
  {
    languageId: 'php',
    form: 'else if in two words',
    before: `<?php\n${only}\nif ($code === 'INSUFFICIENT_CREDITS') {\n    a();\n} else if (in_array($code, ['GENERATION_TIMEOUT', 'X'], true)) {\n    b();\n}\n`,
    after: `<?php\n${only}\nif ($code === 'INSUFFICIENT_CREDITS') {\n    a();\n} else if (in_array($code, ['GENERATION_TIMEOUT', 'X'], true)) {\n    b();\n} else if ($code === 'SMART_BALANCE_PAYMENT_FAILED') {\n    ${comment}\n    throw new \\LogicException('${message}');\n}\n`,
  },
  {
    languageId: 'dart',
    form: 'a switch expression',
    ...grown(
      `int f(e) {\n  ${only}\n  return switch (e.code) {\n    'INSUFFICIENT_CREDITS' => 1,\n    'GENERATION_TIMEOUT' || 'SCORING_TIMEOUT' => 2,\n    %\n    _ => 3,\n  };\n}\n`,
      comment,
      `'SMART_BALANCE_PAYMENT_FAILED' => throw UnimplementedError('${message}'),`,
    ),
    armStart: {
      before: 'int f(e) {\n  return switch (e.code) {\n    ⟦|⟧\n  };\n}\n',
      label: "'CONFLICT' =>",
      after: "int f(e) {\n  return switch (e.code) {\n    'CONFLICT' =>\n  };\n}\n",
    },
  },
  {
    languageId: 'swift',
    form: 'guard and where',
    ...grown(
      `func f(e: E) {\n    guard response.statusCode == 402 else { return }\n    switch e.code ?? "" {\n    case "INSUFFICIENT_CREDITS" where ok:\n        a()\n    %\n    default:\n        c()\n    }\n}\n`,
      'case "SMART_BALANCE_PAYMENT_FAILED":',
      `    ${comment}`,
      `    fatalError("${message}")`,
    ),
  },
  {
    languageId: 'java',
    form: 'a switch over an enum of the same file',
    before: `class A {\n    enum Code { CREDITS("INSUFFICIENT_CREDITS"), TIMEOUT("GENERATION_TIMEOUT"); }\n    void f(E e) {\n        ${only}\n        switch (e.errorCode) {\n            case CREDITS -> a();\n            case TIMEOUT -> b();\n        }\n    }\n}\n`,
    after: `class A {\n    enum Code { CREDITS("INSUFFICIENT_CREDITS"), TIMEOUT("GENERATION_TIMEOUT"), SMART_BALANCE_PAYMENT_FAILED("SMART_BALANCE_PAYMENT_FAILED"); }\n    void f(E e) {\n        ${only}\n        switch (e.errorCode) {\n            case CREDITS -> a();\n            case TIMEOUT -> b();\n            ${comment}\n            case SMART_BALANCE_PAYMENT_FAILED -> throw new UnsupportedOperationException("${message}");\n        }\n    }\n}\n`,
  },
  {
    languageId: 'php',
    form: 'match over an enum of the same file',
    before: `<?php\nenum Code: string {\n    case Credits = 'INSUFFICIENT_CREDITS';\n    case Timeout = 'GENERATION_TIMEOUT';\n}\n${only}\n$a = match ($code) {\n    Code::Credits => 1,\n    Code::Timeout => 2,\n};\n`,
    after: `<?php\nenum Code: string {\n    case Credits = 'INSUFFICIENT_CREDITS';\n    case Timeout = 'GENERATION_TIMEOUT';\n    case SmartBalancePaymentFailed = 'SMART_BALANCE_PAYMENT_FAILED';\n}\n${only}\n$a = match ($code) {\n    Code::Credits => 1,\n    Code::Timeout => 2,\n    ${comment}\n    Code::SmartBalancePaymentFailed => throw new \\LogicException('${message}'),\n};\n`,
  },
  {
    languageId: 'dart',
    form: 'a switch over an enum of the same file',
    before: `enum Code {\n  credits('INSUFFICIENT_CREDITS'),\n  timeout('GENERATION_TIMEOUT');\n  final String value;\n  const Code(this.value);\n}\nint f(e) {\n  ${only}\n  return switch (e.code) {\n    Code.credits => 1,\n    Code.timeout => 2,\n  };\n}\n`,
    after: `enum Code {\n  credits('INSUFFICIENT_CREDITS'),\n  timeout('GENERATION_TIMEOUT'),\n  smartBalancePaymentFailed('SMART_BALANCE_PAYMENT_FAILED');\n  final String value;\n  const Code(this.value);\n}\nint f(e) {\n  ${only}\n  return switch (e.code) {\n    Code.credits => 1,\n    Code.timeout => 2,\n    ${comment}\n    Code.smartBalancePaymentFailed => throw UnimplementedError('${message}'),\n  };\n}\n`,
  },
  {
    languageId: 'swift',
    form: 'a switch over an enum of the same file',
    before: `enum Code: String {\n    case credits = "INSUFFICIENT_CREDITS"\n    case timeout = "GENERATION_TIMEOUT"\n}\nfunc f(code: Code) {\n    ${only}\n    switch code {\n    case .credits: a()\n    case .timeout: b()\n    }\n}\n`,
    after: `enum Code: String {\n    case credits = "INSUFFICIENT_CREDITS"\n    case timeout = "GENERATION_TIMEOUT"\n    case smartBalancePaymentFailed = "SMART_BALANCE_PAYMENT_FAILED"\n}\nfunc f(code: Code) {\n    ${only}\n    switch code {\n    case .credits: a()\n    case .timeout: b()\n    case .smartBalancePaymentFailed:\n        ${comment}\n        fatalError("${message}")\n    }\n}\n`,
  },
  {
    languageId: 'csharp',
    form: 'a chain with braces on lines of their own',
    ...grown(
      `class A\n{\n    void F(E e)\n    {\n        ${only}\n        if (e.Code == "INSUFFICIENT_CREDITS")\n        {\n            A();\n        }\n        else if (e.Code == "GENERATION_TIMEOUT")\n        {\n            B();\n        }\n        %\n    }\n}\n`,
      'else if (e.Code == "SMART_BALANCE_PAYMENT_FAILED")',
      '{',
      `    ${comment}`,
      `    throw new System.NotImplementedException("${message}");`,
      '}',
    ),
  },
];

/** Code that looks like a site but is not one, or has no finding. */
export const silentForms: readonly { readonly languageId: string; readonly form: string; readonly text: string }[] = [
  {
    languageId: 'go',
    form: 'two errors of the same name',
    text: 'package p\n\nfunc f() {\n\tif err := a(); err.Code == "INSUFFICIENT_CREDITS" {\n\t\treturn\n\t}\n\tif err := b(); err.Code == "GENERATION_TIMEOUT" {\n\t\tretry()\n\t}\n}\n',
  },
  {
    languageId: 'go',
    form: 'a struct whose fields are codes',
    text: 'package p\n\nvar a = Flags{GENERATION_TIMEOUT: "x", INSUFFICIENT_CREDITS: "y"}\n',
  },
  {
    languageId: 'java',
    form: 'a declaration of an enum with texts',
    text: 'enum Code {\n    CREDITS("INSUFFICIENT_CREDITS"),\n    TIMEOUT("GENERATION_TIMEOUT");\n}\n',
  },
  {
    languageId: 'csharp',
    form: 'an object with properties',
    text: 'class A {\n    object o = new Body { Code = "INSUFFICIENT_CREDITS", Other = "GENERATION_TIMEOUT" };\n}\n',
  },
  {
    languageId: 'dart',
    form: 'a body that is sent',
    text: "final body = {'code': 'INSUFFICIENT_CREDITS', 'reason': 'GENERATION_TIMEOUT'};\n",
  },
  {
    languageId: 'swift',
    form: 'names that are bound for one branch each',
    text: 'func f() {\n    if let code = a.code, code == "INSUFFICIENT_CREDITS" {\n        return\n    }\n    if let code = b.code, code == "GENERATION_TIMEOUT" {\n        return\n    }\n}\n',
  },
];
