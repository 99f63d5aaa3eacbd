import { braceCases } from './braceCases.ts';

const handled = 'class A {\n    int f(ApiException e, HttpResponse<String> response) {\n';

export const java = braceCases({
  id: 'java',
  languageId: 'java',
  quote: '"',
  open: handled,
  close: '    }\n}\n',
  indent: '        ',
  step: '    ',
  subject: 'e.getCode()',
  sameSubject: 'e.getCode()',
  end: ';',
  head: (keyword, condition) => `${keyword} (${condition}) {`,
  equals: (subject, label) => `${label}.equals(${subject})`,
  raise: (message) => `throw new UnsupportedOperationException(${message})`,
  raiseUnexpected: 'throw new IllegalStateException("Unexpected error code: " + e.getCode())',
  statusIs402: 'response.statusCode() == 402',
  statusIsPaymentRequired: 'response.getStatusCode() == HttpStatus.PAYMENT_REQUIRED.value()',
  table: (entries) =>
    `class A {\n    %\n    static final Map<String, String> MESSAGES = Map.of(\n${entries.map((entry) => `        ${entry}`).join(',\n')}\n    );\n}\n`,
  entry: (label, value) => `${label}, ${value}`,
  constants: `class A {\n    static final String CREDITS = "INSUFFICIENT_CREDITS";\n    enum Code {\n        TIMEOUT("GENERATION_TIMEOUT");\n        final String value;\n        Code(String value) { this.value = value; }\n    }\n    void f(ApiException e) {\n        %\n        if (A.CREDITS.equals(e.getCode())) {\n            a();\n        } else if (e.getCode().equals(Code.TIMEOUT.getValue())) {\n            b();\n        }\n    }\n}\n`,
  partial: `// pikzels\nclass A {\n    static final Set<String> RETRYABLE = Set.of("GENERATION_TIMEOUT", "INTERNAL_ERROR", "TOO_MANY_REQUESTS");\n    boolean f(ApiException e) {\n        if (response.statusCode() == 429 || RETRYABLE.contains(e.getCode())) retry();\n        if ("INSUFFICIENT_CREDITS".equals(e.getCode())) topUp();\n        switch (kind) {\n            case Conflict, Timeout -> a();\n        }\n        switch (e) {\n            case ApiException a when a.getCode().equals("CONFLICT") -> a();\n            case Other o -> b();\n        }\n        return List.of("NOT_FOUND", "CONFLICT").contains(e.getCode());\n    }\n}\n`,
});
