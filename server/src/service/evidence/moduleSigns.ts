import { escapeRegExp } from '../matching/codeMatcher.ts';

/** How a manifest writes which versions of a package it takes. */
const version = String.raw`(?:[\^~<>=*!]|\d+[.'"]|workspace:|catalog:|npm:|latest['"])`;

/**
 * The lines that import one of some modules or list it as a dependency, as the source of a regular expression of one line that
 * both this program and ripgrep understand; the linear one finds some lines more. The same word in any other line is no sign: `stripeWidth`, `provider: "openai"`.
 * @param engine a backtracking one needs bounds, or a hostile text makes it slow; bounds make a linear one slow
 */
export function modulePattern(modules: readonly string[], engine: 'backtracking' | 'linear'): string {
  const any = `(?:${modules.map(escapeRegExp).join('|')})`;
  // In Go only a path is a line of its own.
  const paths = modules.filter((module) => /^[\w-]+\.[\w.-]+\//.test(module)).map(escapeRegExp);
  const most = (least: number, count: number): string =>
    engine === 'backtracking' ? `{${least},${count}}` : least === 0 ? '*' : '+';
  const gap = `[ \\t]${most(1, 20)}`;
  const maybe = `[ \\t]${most(0, 20)}`;
  const start = `^[ \\t]${most(0, 80)}`;
  const word = String.raw`[\w.]${most(1, 80)}`;
  const configuration = String.raw`\b(?:implementation|api|runtimeOnly|compileOnly|module)${maybe}[=(]?${maybe}`;
  // Each as the text before a module and the one behind it.
  const forms: readonly (readonly [string, string])[] = [
    // `from 'openai'`, `import("openai/error")`, `require 'stripe'`, `import pq "github.com/lib/pq"`
    [String.raw`\b(?:from|import|require)(?:${gap}|${maybe}\(${maybe})(?:${word}${gap})?["']`, String.raw`(?:/[\w./-]*)?["']`],
    [`${start}from${gap}`, String.raw`(?:\.[\w.]+)?${gap}import\b`],
    // `import openai`, `import os, openai`, `import static com.stripe.X;`, not `import openai from './mine'`
    [
      String.raw`${start}import${gap}(?:static${gap}|(?:${word}${maybe},${maybe})${most(0, 20)})`,
      String.raw`(?:[.;:]|${maybe}$|${maybe}[;#]|${maybe},${maybe}\w|${gap}as\b)`,
    ],
    // `using Stripe;`, `use Stripe\Exception\CardException;`, `pub use stripe::X`
    [String.raw`${start}(?:pub${gap}|global${gap})?(?:using|use)${gap}(?:static${gap})?\\?`, String.raw`(?:[ \t.;:\\]|$)`],
    // package.json, composer.json, in one line, too
    [String.raw`(?:${start}|[{,]${maybe})["']`, String.raw`["']${maybe}:${maybe}["']${version}`],
    // Gemfile, and the dependencies of Python's manifests: `"openai>=1"`
    [String.raw`${start}gem${maybe}\(?["']`, `["']`],
    [`["']`, String.raw`(?:\[[\w, -]${most(0, 80)}\])?${maybe}[=<>~!]=?${maybe}\d`],
    // Cargo.toml and Poetry
    [`${start}["']?`, String.raw`["']?${maybe}=${maybe}(?:["']${version}|\{${maybe}(?:version|workspace|features)\b)`],
    // pubspec.yaml
    [start, String.raw`:${gap}["']?\^?\d+\.\d+\.\d`],
    // .NET, Maven, Gradle, by artifact or by group
    [`<PackageReference${gap}Include=["']`, String.raw`(?:\.[\w.]${most(1, 100)})?["']`],
    ['<(?:artifactId|groupId)>', '</(?:artifactId|groupId)>'],
    [String.raw`["'][\w.-]${most(1, 100)}:`, String.raw`:[\w.$\{\}-]${most(1, 100)}["']`],
    [String.raw`${configuration}["']`, String.raw`:[\w.-]${most(1, 100)}["':]`],
    [String.raw`${configuration}["'][\w.-]${most(1, 100)}:`, `["':]`],
    // `group: 'org.postgresql', name: 'postgresql'`, and sbt's `"org.postgresql" % "postgresql"`
    [String.raw`\bgroup${maybe}[:=]${maybe}["']`, `["']`],
    [`["']`, String.raw`["']${maybe}%${maybe}["']`],
    // `#include <grpcpp/grpcpp.h>`
    [String.raw`${start}#${maybe}include${maybe}[<"]`, String.raw`[/.][\w./+-]${most(1, 100)}[>"]`],
  ];
  const path = `(?:${paths.join('|')})(?:/[\\w./-]*)?`;
  const ofPaths =
    paths.length === 0
      ? []
      : [
          String.raw`${start}(?:require${gap}|${word}${gap})?"${path}"`,
          // A dependency of a dependency, which go.mod marks as such, is nothing that the code itself uses.
          String.raw`${start}(?:require${gap})?${path}${gap}v\d[\w.+-]${most(1, 80)}${maybe}(?:\r?$|//${maybe}[^i \t])`,
        ];
  // A linear engine takes long to prepare many forms with all modules each. One with every beginning and every end finds a little
  // more, and its lines are looked at again.
  const ofModules =
    engine === 'linear'
      ? [`(?:${forms.map(([before]) => before).join('|')})${any}(?:${forms.map(([, behind]) => behind).join('|')})`]
      : forms.map(([before, behind]) => before + any + behind);
  return `(?:${[...ofModules, ...ofPaths].join('|')})`;
}

const patterns = new Map<string, RegExp>();

/** Finds the first line that imports one of some modules or lists it as a dependency. @returns the module */
export function findModule(text: string, modules: readonly string[]): string | undefined {
  if (!modules.some((module) => text.includes(module))) return undefined;
  const key = modules.join('\n');
  let pattern = patterns.get(key);
  if (!pattern) patterns.set(key, (pattern = new RegExp(modulePattern(modules, 'backtracking'), 'm')));
  const line = pattern.exec(text)?.[0];
  return line === undefined ? undefined : lastIn(line, modules);
}

/** The module is behind the names that are imported from it. */
function lastIn(line: string, modules: readonly string[]): string | undefined {
  const end = (module: string): number => line.lastIndexOf(module) + module.length;
  return modules.filter((module) => line.includes(module)).sort((a, b) => end(b) - end(a) || b.length - a.length)[0];
}
