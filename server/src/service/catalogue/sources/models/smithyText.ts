import type { Placed, PlacedMap, PlacedScalar } from '../placed.ts';

const shapes = /^(?:structure|service|resource|operation|union|enum|intEnum|list|set|map|string|integer|long|boolean|document)$/;
/** Strings and comments are whole: a word in them begins no shape. A string ends with its line at the latest. */
const token = /"""[\s\S]*?"""|"(?:[^"\\\n]|\\.)*"?|\/\/[^\n]*|@[\w.#$]+|[\w.#$]+|[()[\]{}]/g;
const namespaces: Readonly<Record<string, string>> = { awsQueryError: 'aws.protocols#', service: 'aws.api#' };

/** Reads a Smithy model in its own language as one in JSON has it: its shapes with the values of their traits. */
export function readSmithyText(text: string): Placed {
  const found: [string, { keyOffset: number; value: Placed }][] = [];
  let traits: PlacedMap['entries'] & Map<string, { keyOffset: number; value: Placed }> = new Map();
  let comments: string[] = [];
  let depth = 0;
  let trait: { readonly name: string; readonly at: number; end: number } | undefined;
  let type: string | undefined;
  /** After `apply Name`: the next trait is that shape's. */
  let isApplied = false;
  const endTrait = (): void => {
    if (trait && !isApplied)
      traits.set(trait.name, { keyOffset: trait.at, value: readArguments(text.slice(trait.end, at), trait.end) });
    isApplied &&= trait === undefined;
    trait = undefined;
  };
  let at = 0;
  for (const match of text.matchAll(token)) {
    const [word] = match;
    at = match.index;
    if (word.startsWith('//')) {
      if (word.startsWith('///') && depth === 0) comments.push(word.slice(3).trim());
    } else if (/^[([{]$/.test(word)) {
      if (depth === 0 && word !== '(') endTrait();
      depth++;
    } else if (/^[)\]}]$/.test(word)) depth = Math.max(0, depth - 1);
    else if (depth > 0 || word.startsWith('"')) continue;
    else if (word.startsWith('@')) {
      endTrait();
      const name = word.slice(1).replace(/^.*#/, '');
      trait = { name: `${namespaces[name] ?? 'smithy.api#'}${name}`, at, end: at + word.length };
    } else if (type !== undefined) {
      if (comments.length > 0) traits.set('smithy.api#documentation', { keyOffset: at, value: scalar(at, comments.join('\n')) });
      found.push([
        `#${word}`,
        {
          keyOffset: at - 1,
          value: map(at, [
            ['type', at, scalar(at, type)],
            ['traits', at, { kind: 'map', offset: at, entries: traits }],
          ]),
        },
      ]);
      [traits, comments, type] = [new Map(), [], undefined];
    } else if (shapes.test(word)) {
      endTrait();
      type = word;
    } else {
      // `use` and `namespace`, too: the lines above them are not about the next shape.
      isApplied ||= word === 'apply';
      trait = undefined;
      [traits, comments] = [new Map(), []];
    }
  }
  return map(0, [['shapes', 0, { kind: 'map', offset: 0, entries: new Map(found) }]]);
}

/** The value of a trait: `("client")`, `(404)`, `(code: "Late", httpResponseCode: 410)`; true without one. */
function readArguments(source: string, offset: number): Placed {
  const given = /^\s*\(([\s\S]*)\)\s*$/.exec(source)?.[1]?.trim() ?? '';
  if (given === '') return scalar(offset, true);
  if (/^(?:"|-?\d+$)/.test(given)) return scalar(offset, valueOf(given));
  const pairs = [...given.matchAll(/\b(\w{1,100})\s{0,9}:\s{0,9}("(?:[^"\\]|\\.)*(?:"|$)|[\w.-]+)/g)];
  return map(
    offset,
    pairs.map(([, key = '', value = '']) => [key, offset, scalar(offset, valueOf(value))]),
  );
}

function valueOf(text: string): string | number {
  const string = /^("""|")([\s\S]*)\1$/.exec(text)?.[2];
  if (string !== undefined) return string.replace(/\\([\s\S])/g, '$1').trim();
  return /^-?\d+$/.test(text) ? Number(text) : text;
}

function scalar(offset: number, value: PlacedScalar['value']): PlacedScalar {
  return { kind: 'scalar', offset, value };
}

function map(offset: number, entries: readonly (readonly [key: string, keyOffset: number, value: Placed])[]): PlacedMap {
  return { kind: 'map', offset, entries: new Map(entries.map(([key, keyOffset, value]) => [key, { keyOffset, value }])) };
}
