import path from 'node:path';
import type { CompiledSource } from './compiledSources.ts';

/** Those whose compilers come with the project's own tools, and Python. */
export const scriptCompiledSources: readonly CompiledSource[] = [
  {
    languageId: 'typescript',
    file: 'handle.ts',
    command: [
      process.execPath,
      path.resolve('node_modules/typescript/bin/tsc'),
      '--noEmit',
      '--strict',
      '--target',
      'es2022',
      '--types',
      '',
      'handle.ts',
    ],
    sites: 4,
    source: `type Code = 'INSUFFICIENT_CREDITS' | 'GENERATION_TIMEOUT';
enum ErrorCode {
  InsufficientCredits = 'INSUFFICIENT_CREDITS',
  GenerationTimeout = 'GENERATION_TIMEOUT',
}

export function whole(code: Code): number {
  switch (code) {
    case 'INSUFFICIENT_CREDITS':
      return 1;
    case 'GENERATION_TIMEOUT': {
      return 2;
    }
  }
}

export function named(err: { code: ErrorCode }): number {
  switch (err.code) {
    case ErrorCode.InsufficientCredits:
      return 1;
    case ErrorCode.GenerationTimeout:
      return 2;
  }
}

export function chain(err: { code: string }): number {
  let result = 0;
  if (err.code === "INSUFFICIENT_CREDITS") {
    result = 1;
  } else if (err.code === "GENERATION_TIMEOUT") {
    result = 2;
  } else {
    result = 3;
  }
  return result;
}

export function early(err: { code: string }): number {
  if (err.code === 'INSUFFICIENT_CREDITS') return 1;
  if (err.code === 'GENERATION_TIMEOUT') return 2;
  return 3;
}

export const messages: Record<string, string> = {
  INSUFFICIENT_CREDITS: "You're out of credits",
  GENERATION_TIMEOUT: 'It took too long'
};
`,
  },
  {
    languageId: 'python',
    file: 'handle.py',
    command: ['python3', '-m', 'py_compile', 'handle.py'],
    sites: 3,
    source: `def whole(err):
    match err.code:
        case "INSUFFICIENT_CREDITS" | "SCORING_TIMEOUT":
            return 1
        case "GENERATION_TIMEOUT":
            return 2
        case _:
            return 3


def chain(err):
    if err.code == 'INSUFFICIENT_CREDITS':
        result = 1
    elif err.code == 'GENERATION_TIMEOUT':
        result = 2
    else:
        result = 3
    return result


def early(err):
    if err.code == "INSUFFICIENT_CREDITS":
        return 1
    if err.code == "GENERATION_TIMEOUT":
        return 2
    return 3


MESSAGES = {
    "INSUFFICIENT_CREDITS": "You're out of credits",
    "GENERATION_TIMEOUT": 'It "took" too long'
}
`,
  },
  {
    languageId: 'csharp',
    file: 'Handle.cs',
    // The compiler of Debian's packages knows C# 7: no switch expressions.
    command: ['mcs', '-target:library', 'Handle.cs'],
    sites: 3,
    source: `using System;
using System.Collections.Generic;

public class ApiError { public string Code = ""; }

public static class Handle
{
    public static int Whole(ApiError err)
    {
        switch (err.Code)
        {
            case "INSUFFICIENT_CREDITS":
                return 1;
            case "GENERATION_TIMEOUT":
                return 2;
            default:
                return 3;
        }
    }

    public static int Chain(ApiError err)
    {
        if (err.Code == "INSUFFICIENT_CREDITS")
        {
            return 1;
        }
        else if (err.Code == "GENERATION_TIMEOUT")
        {
            return 2;
        }
        else
        {
            return 3;
        }
    }

    public static int Early(ApiError err)
    {
        if (err.Code == "INSUFFICIENT_CREDITS") return 1;
        if (err.Code.Equals("GENERATION_TIMEOUT")) return 2;
        return 3;
    }

    public static readonly Dictionary<string, string> Messages = new Dictionary<string, string>
    {
        { "INSUFFICIENT_CREDITS", "You're out of credits" },
        { "GENERATION_TIMEOUT", "It \\"took\\" too long" },
    };
}
`,
  },
];
