import * as l10n from '@vscode/l10n';
import type { SourceLocation } from '../../../types.ts';
import { graphql } from '../graphql.ts';
import { jsonList } from '../jsonList.ts';
import { namesErrors } from '../models/schemaEnums.ts';
import { protobuf } from '../protobuf.ts';
import type { CatalogueSource, FoundCode, SourceHost, SourceNote } from '../source.ts';
import { sourceCode } from '../sourceCode.ts';
import type { Block, CodeBlock } from './pageBlocks.ts';
import { plainTextOf } from './richText.ts';
import { topicOf } from './topics.ts';

/** The codes that blocks of code in a page declare. */
export interface DeclaredCodes {
  readonly codes: readonly FoundCode[];
  readonly notes: readonly SourceNote[];
  /** How many blocks gave codes. */
  readonly blocks: number;
}

/** The readers of blocks by the language that their fence names, with a name for the text. */
const readers: readonly (readonly [RegExp, CatalogueSource, string])[] = [
  [/^(?:ts|typescript|mts|cts)$/, sourceCode, 'block.ts'],
  [/^tsx$/, sourceCode, 'block.tsx'],
  [/^(?:js|javascript|mjs|cjs|jsx|node)$/, sourceCode, 'block.js'],
  [/^(?:py|python|python3)$/, sourceCode, 'block.py'],
  [/^java$/, sourceCode, 'block.java'],
  [/^(?:kt|kotlin)$/, sourceCode, 'block.kt'],
  [/^(?:cs|csharp|c#)$/, sourceCode, 'block.cs'],
  [/^(?:go|golang)$/, sourceCode, 'block.go'],
  [/^php$/, sourceCode, 'block.php'],
  [/^(?:rs|rust)$/, sourceCode, 'block.rs'],
  [/^swift$/, sourceCode, 'block.swift'],
  [/^dart$/, sourceCode, 'block.dart'],
  [/^(?:proto|protobuf|proto3)$/, protobuf, 'block.proto'],
  [/^(?:graphql|gql)$/, graphql, 'block.graphql'],
];

/** The same where the fence names no language, by what only that language writes. */
const guesses: readonly (readonly [RegExp, string])[] = [
  [/\bstatic\s+final\b|\binterface\s+\w+\s*\{[^}]{0,2000}\b(?:String|int)\s+\w+\s*=|\benum\s+\w+\s*\{\s*\w+\s*\(/, 'java'],
  [/\bpublic\s+(?:const\s+\w+\s+\w+\s*=|enum\b)/, 'cs'],
  [/^\s*(?:export\s|const\s+\w+\s*(?::|=\s*[{[])|(?:enum|type)\s+\w+\s*[={])/m, 'ts'],
  [/^\s*pub\s+(?:enum|const)\b/m, 'rs'],
  [/^\s*class\s+\w+(?:\([^)\n]{0,100}\))?:\s*$/m, 'py'],
  [/^\s*const\s*(?:\(|\w+\s+\w*\s*=)/m, 'go'],
];

/** Constants by themselves, which only the words around the block tell to be codes. */
const constant =
  /^[ \t]*(?:(?:export|public|static|final|const|pub|readonly|internal)[ \t]+){1,5}(?:\w[\w<>[\].]{0,40}[ \t]+)?([A-Z]\w{2,80})[ \t]*(?::[ \t]*[\w&' ]{1,40})?=[ \t]*(?:-?\d|["'][\w.:/-]{1,200}["'])/gm;
/** These have no constants outside of a class: one is put around what was cut out of it. */
const inClasses = /^block\.(?:java|cs)$/;
const around = 'class ErrorCodes { ';

/** An enum, a union, or a table of constants. */
const declaration =
  /\b(?:enum(?:\s+class)?|type)\s+(\w{3,80})\s*(?:[:={(]|$)|\b(?:(?:class|interface)\s+(?!Error\w)|const\s+)(\w{2,80}(?:[Cc]odes?|CODES?|[Ee]rrors|ERRORS|[Mm]essages|MESSAGES))\s*(?:[:({]|(?::[^=\n]{1,80})?=\s*(?:[{[]|Object\.freeze))/gm;
const longestBlock = 100_000;
const mostBlocks = 50;
const fewestListed = 3;

/** Reads the enums, unions, tables and constants of error codes in the blocks of code of a page. @param about the page's title */
export async function readCodeBlocks(blocks: readonly Block[], about: string, host: SourceHost): Promise<DeclaredCodes> {
  const codes: FoundCode[] = [];
  const notes: SourceNote[] = [];
  let read = 0;
  let looked = 0;
  for (const { block, title } of codeOf(blocks, about)) {
    const listed =
      topicOf(title) === 'errors' && isJson(block) && looked < mostBlocks ? await readListed(block, host) : undefined;
    if (listed) {
      looked++;
      read++;
      codes.push(...listed.codes);
      notes.push(...listed.notes);
      continue;
    }
    const container = nameIn(block);
    const declared = container ?? (topicOf(title) === 'errors' ? constantIn(block) : undefined);
    if (declared === undefined) continue;
    looked++;
    const language = block.language.split(/[\s{,:]/)[0] ?? '';
    const named = /^(?:|text|txt|plain|plaintext|code|none)$/.test(language)
      ? (guesses.find(([looks]) => looks.test(block.text.slice(0, 20_000)))?.[1] ?? '')
      : language;
    const [, source, name] = readers.find(([languages]) => languages.test(named)) ?? [];
    const canRead = source !== undefined && name !== undefined && (source !== sourceCode || host.parse !== undefined);
    const leave = (): void => {
      const message = l10n.t('The block of code declares {0}, which is not read: import the source file.', declared);
      notes.push({ line: block.line, message, severity: 'information' });
    };
    if (!canRead || looked > mostBlocks || block.text.length > longestBlock) {
      leave();
      continue;
    }
    const before = container === undefined && inClasses.test(name) ? around : '';
    const reading = await source.read({ name, text: before === '' ? block.text : `${before}${block.text}\n}` }, host);
    const placeOf = createPlacesOf(block, before.length);
    for (const { entry, location } of reading.codes) codes.push({ entry, location: placeOf(location) });
    if (reading.codes.length === 0) {
      if (container === undefined) leave();
      continue;
    }
    read++;
    for (const note of reading.notes)
      if (note.line !== undefined) notes.push({ ...note, line: placeOf({ line: note.line, column: 0 }).line });
  }
  return { codes, notes, blocks: read };
}

function isJson({ language, text }: CodeBlock): boolean {
  return /^(?:|jsonc?|json5)$/.test(language.split(/[\s{,:]/)[0] ?? '') && /^\s*[{[]/.test(text) && text.length <= longestBlock;
}

/** The codes of a block that is a list of them, or a map from codes to what they mean: a body in an example has one or two. */
async function readListed(block: CodeBlock, host: SourceHost): Promise<Pick<DeclaredCodes, 'codes' | 'notes'> | undefined> {
  const { codes, notes } = await jsonList.read({ name: 'block.json', text: block.text }, host);
  if (codes.length < fewestListed) return undefined;
  const placeOf = createPlacesOf(block, 0);
  return {
    codes: codes.map(({ entry, location }) => ({ entry, location: placeOf(location) })),
    notes: notes.map(({ line = 0, ...note }) => ({ ...note, line: placeOf({ line, column: 0 }).line })),
  };
}

/** The blocks of code, with the title above them. */
function codeOf(blocks: readonly Block[], above: string): { readonly block: CodeBlock; readonly title: string }[] {
  let title = above;
  return blocks.flatMap((block) => {
    if (block.kind === 'heading') title = plainTextOf(block.text);
    if (block.kind === 'code') return [{ block, title }];
    return block.kind === 'list' ? block.items.flatMap((item) => codeOf(item.blocks, title)) : [];
  });
}

/** The first of several constants of a block. */
function constantIn({ text }: CodeBlock): string | undefined {
  const [first, second] = text.slice(0, 20_000).matchAll(constant);
  return second && first?.[1];
}

/** The name of the first thing that a block declares and that is called after errors. */
function nameIn({ text }: CodeBlock): string | undefined {
  for (const [, type, group] of text.slice(0, 20_000).matchAll(declaration)) {
    const name = type ?? group ?? '';
    // The codes that a program asks for are no declaration of all.
    if (namesErrors(name) && !/retr|ignor|handl|expect|known|fatal|transient/i.test(name)) return name;
  }
  // Texts by constants: `var errorMsg = map[int]string{…}`.
  return /^var[ \t]+(\w{0,40}[eE]rr\w{0,40})[ \t]*=[ \t]*map\[/m.exec(text.slice(0, 20_000))?.[1];
}

/** Places in a block as places in its page. The text of a block may have lost its lines' indentation. @param before characters put before it */
function createPlacesOf({ text, source, start }: CodeBlock, before: number): (location: SourceLocation) => SourceLocation {
  const lines = text.split('\n');
  const first = source.placeOf(start).line;
  const from = source.text.lastIndexOf('\n', start - 1) + 1;
  const originals = source.text.slice(from, from + longestBlock * 2).split('\n', lines.length);
  return ({ line, column }) => {
    const shift = Math.max(0, originals[line]?.indexOf((lines[line] ?? '').trimStart()) ?? 0);
    const indent = /^\s*/.exec(lines[line] ?? '')?.[0].length ?? 0;
    return { line: first + line, column: Math.max(0, column - (line === 0 ? before : 0) - indent + shift) };
  };
}
