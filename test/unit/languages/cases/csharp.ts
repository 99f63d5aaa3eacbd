import { braceCases } from './braceCases.ts';

export const csharp = braceCases({
  id: 'csharp',
  languageId: 'csharp',
  quote: '"',
  open: 'class A {\n    int F(ApiException e, HttpResponseMessage res) {\n',
  close: '    }\n}\n',
  indent: '        ',
  step: '    ',
  subject: 'e.Code',
  sameSubject: 'e?.Code',
  end: ';',
  head: (keyword, condition) => `${keyword} (${condition}) {`,
  equals: (subject, label) => `${subject} == ${label}`,
  raise: (message) => `throw new System.NotImplementedException(${message})`,
  raiseUnexpected: 'throw new System.InvalidOperationException("Unexpected error code: " + e.Code)',
  statusIs402: '(int)res.StatusCode == 402',
  statusIsPaymentRequired: 'res.StatusCode is HttpStatusCode.PaymentRequired',
  table: (entries) =>
    `class A {\n    %\n    static readonly Dictionary<string, string> Messages = new() {\n${entries.map((entry) => `        ${entry},\n`).join('')}    };\n}\n`,
  entry: (label, value) => `[${label}] = ${value}`,
  constants: `class A {\n    const string Credits = "INSUFFICIENT_CREDITS";\n    static class Codes { public static readonly string Timeout = "GENERATION_TIMEOUT"; }\n    void F(ApiException e) {\n        %\n        switch (e.Code) {\n            case Credits: break;\n            case Codes.Timeout or "X": break;\n        }\n    }\n}\n`,
  partial: `// pikzels\nclass A {\n    static readonly HashSet<string> Retryable = new HashSet<string> { "GENERATION_TIMEOUT", "INTERNAL_ERROR", "TOO_MANY_REQUESTS" };\n    static readonly string[] Others = ["GENERATION_FAILED", "CONFLICT"];\n    bool F(ApiException e) {\n        if ((int)res.StatusCode == 429 || Retryable.Contains(e.Code)) Retry();\n        if (e.Code == "INSUFFICIENT_CREDITS") TopUp();\n        switch (e.Code) {\n            case ErrorCodes.Conflict: break;\n            case ErrorCodes.Timeout: break;\n        }\n        var kind = e switch {\n            NotFoundException => 1,\n            { Code: "CONFLICT" } => 2,\n            _ => 3,\n        };\n        return e.Code is "NOT_FOUND" or "CONFLICT";\n    }\n}\n`,
});
