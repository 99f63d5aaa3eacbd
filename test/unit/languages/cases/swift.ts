import { braceCases } from './braceCases.ts';

export const swift = braceCases({
  id: 'swift',
  languageId: 'swift',
  quote: '"',
  open: 'func f(e: ApiError, response: HTTPURLResponse) -> Int {\n',
  close: '}\n',
  indent: '    ',
  step: '',
  subject: 'e.code',
  sameSubject: 'e?.code',
  end: '',
  head: (keyword, condition) => `${keyword} ${condition} {`,
  equals: (subject, label) => `${subject} == ${label}`,
  raise: (message) => `fatalError(${message})`,
  raiseUnexpected: 'fatalError("Unexpected error code: \\(e.code)")',
  statusIs402: 'response.statusCode == 402, let x = y',
  statusIsPaymentRequired: '(402..<403).contains(response.statusCode)',
  table: (entries) => `%\nlet messages: [String: String] = [\n${entries.map((entry) => `    ${entry},\n`).join('')}]\n`,
  entry: (label, value) => `${label}: ${value}`,
  constants: `enum Codes {\n    static let credits = "INSUFFICIENT_CREDITS"\n}\nenum Code: String {\n    case timeout = "GENERATION_TIMEOUT", other = "OTHER"\n}\nfunc f(e: ApiError) {\n    %\n    switch e.code {\n    case Codes.credits, Code.timeout.rawValue:\n        a()\n    }\n}\n`,
  partial: `// pikzels\nlet retryable: Set<String> = ["GENERATION_TIMEOUT", "INTERNAL_ERROR", "TOO_MANY_REQUESTS"]\nfunc f(e: ApiError) -> Bool {\n    if response.statusCode == 429 || retryable.contains(e.code) { retry() }\n    if e.code == "INSUFFICIENT_CREDITS" { topUp() }\n    if let code = e.code, code == "CONFLICT" { a() }\n    if let code = other, code == "GENERATION_TIMEOUT" { b() }\n    switch e.code {\n    case .conflict: a()\n    case Codes.timeout: b()\n    default: c()\n    }\n    switch (e.code, x) {\n    case ("CONFLICT", 1): a()\n    default: c()\n    }\n    return ["NOT_FOUND", "CONFLICT"].contains(e.code)\n}\n`,
});
