import { braceCases } from './braceCases.ts';

export const dart = braceCases({
  id: 'dart',
  languageId: 'dart',
  quote: "'",
  open: 'int f(ApiException e, Response response) {\n',
  close: '}\n',
  indent: '    ',
  step: '    ',
  subject: 'e.code',
  sameSubject: 'e!.code',
  end: ';',
  head: (keyword, condition) => `${keyword} (${condition}) {`,
  equals: (subject, label) => `${subject} == ${label}`,
  raise: (message) => `throw UnimplementedError(${message})`,
  raiseUnexpected: "throw StateError('Unexpected error code: ${e.code}')",
  statusIs402: 'response.statusCode == 402',
  statusIsPaymentRequired: 'response.statusCode == HttpStatus.paymentRequired',
  table: (entries) => `%\nconst messages = <String, String>{\n${entries.map((entry) => `    ${entry},\n`).join('')}};\n`,
  entry: (label, value) => `${label}: ${value}`,
  constants: `const credits = 'INSUFFICIENT_CREDITS';\nenum Code {\n  timeout('GENERATION_TIMEOUT');\n  final String value;\n  const Code(this.value);\n}\nvoid f(e) {\n  %\n  if (e['code'] == credits) {\n    a();\n  } else if (e['code'] == Code.timeout.value) {\n    b();\n  }\n}\n`,
  partial: `// pikzels\nconst retryable = {'GENERATION_TIMEOUT', 'INTERNAL_ERROR', 'TOO_MANY_REQUESTS'};\nbool f(e) {\n  if (response.statusCode == 429 || retryable.contains(e.code)) retry();\n  if (e.code == 'INSUFFICIENT_CREDITS') topUp();\n  if (e case ApiException(code: 'CONFLICT')) a();\n  final kind = switch (e) {\n    ApiException(code: 'CONFLICT') => 1,\n    NotFound() => 2,\n    _ => 3,\n  };\n  switch (e.code) {\n    case Codes.conflict:\n      a();\n    case Codes.timeout:\n      b();\n  }\n  return ['NOT_FOUND', 'CONFLICT'].contains(e.code);\n}\n`,
});
