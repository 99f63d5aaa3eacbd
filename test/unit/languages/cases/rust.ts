import type { LanguageCases } from '../languageCases.ts';

const only = '// error-codes: only billing, GENERATION_TIMEOUT\n';
const comment = '// 402: Smart Balance is paused because the automatic top-up payment could not be processed';
const cause = 'Smart Balance is paused because the automatic top-up payment could not be processed';
const todo = 'todo!("SMART_BALANCE_PAYMENT_FAILED is not handled yet")';

export const rust: LanguageCases = {
  id: 'rust',
  languageId: 'rust',
  switch: {
    before: `fn f(err: &E) -> i32 {\n    ${only}    match err.code.as_str() {\n        "INSUFFICIENT_CREDITS" => 1,\n        "GENERATION_TIMEOUT" => 2\n    }\n}\n`,
    after: `fn f(err: &E) -> i32 {\n    ${only}    match err.code.as_str() {\n        "INSUFFICIENT_CREDITS" => 1,\n        "GENERATION_TIMEOUT" => 2,\n        ${comment}\n        "SMART_BALANCE_PAYMENT_FAILED" => ${todo},\n    }\n}\n`,
  },
  switchWithDefault: {
    before: `fn f(err: &E) {\n    ${only}    match err.code.as_deref() {\n        Some("INSUFFICIENT_CREDITS") => {\n            a();\n        }\n        Some("GENERATION_TIMEOUT") => {\n            b();\n        }\n        None => return,\n        Some(_) => panic!("x"),\n    }\n}\n`,
    after: `fn f(err: &E) {\n    ${only}    match err.code.as_deref() {\n        Some("INSUFFICIENT_CREDITS") => {\n            a();\n        }\n        Some("GENERATION_TIMEOUT") => {\n            b();\n        }\n        None => return,\n        Some("SMART_BALANCE_PAYMENT_FAILED") => {\n            ${comment}\n            ${todo}\n        }\n        Some(_) => panic!("x"),\n    }\n}\n`,
  },
  chain: {
    before: `fn f(err: &E) {\n    ${only}    if err.code == "INSUFFICIENT_CREDITS" {\n        a();\n    } else if matches!(err.code.as_str(), "GENERATION_TIMEOUT" | "CONFLICT") {\n        b();\n    }\n    c();\n}\n`,
    after: `fn f(err: &E) {\n    ${only}    if err.code == "INSUFFICIENT_CREDITS" {\n        a();\n    } else if matches!(err.code.as_str(), "GENERATION_TIMEOUT" | "CONFLICT") {\n        b();\n    } else if err.code == "SMART_BALANCE_PAYMENT_FAILED" {\n        ${comment}\n        ${todo};\n    }\n    c();\n}\n`,
  },
  earlyReturns: {
    before: `fn f(err: &E) -> i32 {\n    ${only}    if err.code() == "INSUFFICIENT_CREDITS" {\n        return 1;\n    }\n    if ["GENERATION_TIMEOUT"].contains(&err.code()) {\n        return 2;\n    }\n    3\n}\n`,
    after: `fn f(err: &E) -> i32 {\n    ${only}    if err.code() == "INSUFFICIENT_CREDITS" {\n        return 1;\n    }\n    if ["GENERATION_TIMEOUT"].contains(&err.code()) {\n        return 2;\n    }\n    if err.code() == "SMART_BALANCE_PAYMENT_FAILED" {\n        ${comment}\n        ${todo};\n    }\n    3\n}\n`,
  },
  table: {
    before: `fn f() {\n    ${only}    let messages = HashMap::from([\n        ("INSUFFICIENT_CREDITS", "a"),\n        ("GENERATION_TIMEOUT", "b"),\n    ]);\n}\n`,
    after: `fn f() {\n    ${only}    let messages = HashMap::from([\n        ("INSUFFICIENT_CREDITS", "a"),\n        ("GENERATION_TIMEOUT", "b"),\n        ("SMART_BALANCE_PAYMENT_FAILED", "${cause}"),\n    ]);\n}\n`,
  },
  otherwise: {
    before: `fn f(err: &E) {\n    match err.code.as_str() {\n        "INSUFFICIENT_CREDITS" => a(),\n    }\n}\n`,
    after: `fn f(err: &E) {\n    match err.code.as_str() {\n        "INSUFFICIENT_CREDITS" => a(),\n        _ => panic!("unexpected error code: {:?}", err.code.as_str()),\n    }\n}\n`,
  },
  narrowedByStatus: `fn f() {\n    if response.status().as_u16() == 402 {\n        match err.code.as_str() {\n            "INSUFFICIENT_CREDITS" => a(),\n        }\n    }\n}\n`,
  narrowedByConstant: `fn f() {\n    match response.status() {\n        StatusCode::PAYMENT_REQUIRED => match &*err.code {\n            "INSUFFICIENT_CREDITS" => a(),\n        },\n        _ => b(),\n    }\n}\n`,
  narrowedByBranch: `fn f(err: &E) -> i32 {\n    if err.code == "SMART_BALANCE_PAYMENT_FAILED" {\n        return 1;\n    }\n    // error-codes: only billing\n    match err.code.as_str() {\n        "INSUFFICIENT_CREDITS" => 2,\n    }\n}\n`,
  constants: `const CREDITS: &str = "INSUFFICIENT_CREDITS";\nmod codes {\n    pub const TIMEOUT: &'static str = "GENERATION_TIMEOUT";\n}\nfn f(err: &E) {\n    ${only}    match err.code.as_str() {\n        CREDITS => a(),\n        codes::TIMEOUT => b(),\n    }\n}\n`,
  duplicate: `fn f(err: &E) {\n    match err.code.as_str() {\n        "INSUFFICIENT_CREDITS" => a(),\n        "INSUFFICIENT_CREDITS" => b(),\n    }\n}\n`,
  partial: `// pikzels\nconst RETRYABLE: [&str; 3] = ["GENERATION_TIMEOUT", "INTERNAL_ERROR", "TOO_MANY_REQUESTS"];\nfn f(err: &E) -> bool {\n    if status == 429 || RETRYABLE.contains(&err.code.as_str()) {\n        retry();\n    }\n    if err.code == "INSUFFICIENT_CREDITS" {\n        top_up();\n    }\n    if let Some("NOT_FOUND") = err.code.as_deref() {\n        b();\n    }\n    matches!(err.code.as_str(), "NOT_FOUND" | "CONFLICT")\n}\n`,
  lookAlike: `fn f() {\n    if job.status == "CANCELLED" {\n        a();\n    } else if job.status == "GENERATION_FAILED" {\n        b();\n    }\n    match err.code.as_str() {\n        "NOT_FOUND" => a(),\n        "ALREADY_EXISTS" => b(),\n        "PERMISSION_DENIED" => c(),\n        _ => d(),\n    }\n    match error {\n        Error::NotFound => a(),\n        Error::Conflict { name } if name == "INSUFFICIENT_CREDITS" => b(),\n    }\n}\n`,
  completion: {
    before: `fn f(err: &E) {\n    match err.code.as_str() {\n        "INVALID_STYLE" => a(),\n        "⟦|⟧" => b(),\n    }\n}\n`,
    after: `fn f(err: &E) {\n    match err.code.as_str() {\n        "INVALID_STYLE" => a(),\n        "CONFLICT" => b(),\n    }\n}\n`,
  },
  halfTyped: {
    before: `fn f(err: &E) {\n    match err.code.as_str() {\n        "CON⟦|⟧`,
    after: `fn f(err: &E) {\n    match err.code.as_str() {\n        "CONFLICT" =>`,
  },
  armStart: {
    before: `fn f(err: &E) {\n    match err.code.as_str() {\n        "INVALID_STYLE" => a(),\n        ⟦|⟧\n    }\n}\n`,
    label: '"CONFLICT" =>',
    after: `fn f(err: &E) {\n    match err.code.as_str() {\n        "INVALID_STYLE" => a(),\n        "CONFLICT" =>\n    }\n}\n`,
  },
};
