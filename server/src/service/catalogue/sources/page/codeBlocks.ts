import * as l10n from '@vscode/l10n';
import type { SourceLocation } from '../../../types.ts';
import { graphql } from '../graphql.ts';
import { namesErrors } from '../models/schemaEnums.ts';
import { protobuf } from '../protobuf.ts';
import type { CatalogueSource, FoundCode, SourceHost, SourceNote } from '../source.ts';
import { sourceCode } from '../sourceCode.ts';
import type { Block, CodeBlock } from './pageBlocks.ts';

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

/** An enum, a union, or a table of constants. */
const declaration =
  /\b(?:enum(?:\s+class)?|type)\s+(\w{3,80})\s*(?:[:={(]|$)|\b(?:class\s+(?!Error\w)|const\s+)(\w{2,80}(?:[Cc]odes?|CODES?|[Ee]rrors|ERRORS|[Mm]essages|MESSAGES))\s*(?:[:({]|(?::[^=\n]{1,80})?=\s*(?:[{[]|Object\.freeze))/gm;
const longestBlock = 100_000;
const mostBlocks = 50;

/** Reads the enums, unions and tables of error codes in the blocks of code of a page. */
export async function readCodeBlocks(blocks: readonly Block[], host: SourceHost): Promise<DeclaredCodes> {
  const codes: FoundCode[] = [];
  const notes: SourceNote[] = [];
  let read = 0;
  let looked = 0;
  for (const block of codeOf(blocks)) {
    const declared = nameIn(block);
    if (declared === undefined) continue;
    looked++;
    const [, source, name] = readers.find(([languages]) => languages.test(block.language.split(/[\s{,:]/)[0] ?? '')) ?? [];
    const canRead = source !== undefined && name !== undefined && (source !== sourceCode || host.parse !== undefined);
    if (!canRead || looked > mostBlocks || block.text.length > longestBlock) {
      const message = l10n.t('The block of code declares {0}, which is not read: import the source file.', declared);
      notes.push({ line: block.line, message, severity: 'information' });
      continue;
    }
    const reading = await source.read({ name, text: block.text }, host);
    const placeOf = createPlacesOf(block);
    for (const { entry, location } of reading.codes) codes.push({ entry, location: placeOf(location) });
    if (reading.codes.length === 0) continue;
    read++;
    for (const note of reading.notes)
      if (note.line !== undefined) notes.push({ ...note, line: placeOf({ line: note.line, column: 0 }).line });
  }
  return { codes, notes, blocks: read };
}

function codeOf(blocks: readonly Block[]): CodeBlock[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'code') return [block];
    return block.kind === 'list' ? block.items.flatMap((item) => codeOf(item.blocks)) : [];
  });
}

/** The name of the first thing that a block declares and that is called after errors. */
function nameIn({ text }: CodeBlock): string | undefined {
  for (const [, type, group] of text.slice(0, 20_000).matchAll(declaration)) {
    const name = type ?? group ?? '';
    // The codes that a program asks for are no declaration of all.
    if (namesErrors(name) && !/retr|ignor|handl|expect|known|fatal|transient/i.test(name)) return name;
  }
  return undefined;
}

/** Places in a block as places in its page. The text of a block may have lost its lines' indentation. */
function createPlacesOf({ text, source, start }: CodeBlock): (location: SourceLocation) => SourceLocation {
  const lines = text.split('\n');
  const first = source.placeOf(start).line;
  const from = source.text.lastIndexOf('\n', start - 1) + 1;
  const originals = source.text.slice(from, from + longestBlock * 2).split('\n', lines.length);
  return ({ line, column }) => {
    const shift = Math.max(0, originals[line]?.indexOf((lines[line] ?? '').trimStart()) ?? 0);
    const indent = /^\s*/.exec(lines[line] ?? '')?.[0].length ?? 0;
    return { line: first + line, column: column - indent + shift };
  };
}
