import type { Node } from 'web-tree-sitter';
import { createBraceWriter } from './braceWriter.ts';
import type { ArmReading, BranchReading, Language, SwitchReading, TableReading } from './language.ts';
import { childrenOf, isSameWord, named } from './nodes.ts';
import { readCondition, readList } from './typescriptConditions.ts';
import { nameOfValue, readDeclaration, readLabel, unwrap } from './typescriptExpressions.ts';
import { scriptText } from './textForms.ts';
import { readTypeScriptCodeTypes } from './typescriptCodeTypes.ts';
import { quoteWith } from './writing.ts';

function readSwitch(node: Node): SwitchReading | undefined {
  if (node.type !== 'switch_statement') return undefined;
  const body = node.childForFieldName('body');
  const value = node.childForFieldName('value');
  if (!body || !value) return undefined;
  const arms: ArmReading[] = [];
  let otherwise: Node | undefined;
  for (const child of named(body)) {
    if (child.type === 'switch_default') otherwise = child;
    if (child.type !== 'switch_case') continue;
    const label = child.childForFieldName('value');
    if (!label) continue;
    const statements = named(child).filter((part) => part.startIndex >= label.endIndex && part.type !== 'comment');
    arms.push({
      node: child,
      labels: [label],
      body: statements,
      guarded: false,
      braces: statements[0]?.type === 'statement_block',
    });
  }
  return {
    node,
    head: { start: node.startIndex, end: value.endIndex },
    subject: unwrap(value),
    arms,
    otherwise,
    bodyEnd: body.lastChild?.type === '}' ? body.lastChild.startIndex : body.endIndex,
    closes: true,
    fallsThrough: true,
    form: 'switch',
  };
}

function readBranch(node: Node): BranchReading | undefined {
  if (node.type !== 'if_statement') return undefined;
  const condition = node.childForFieldName('condition');
  const consequence = node.childForFieldName('consequence');
  if (!condition || !consequence) return undefined;
  const alternative = node.childForFieldName('alternative')?.lastNamedChild ?? undefined;
  return {
    node,
    condition: unwrap(condition),
    consequence,
    alternative,
    braces: consequence.type === 'statement_block',
    form: 'chain',
  };
}

function readTable(node: Node): TableReading | undefined {
  if (node.type === 'new_expression') return readMap(node);
  if (node.type !== 'object') return undefined;
  const entries: { node: Node; key: Node; value: Node | undefined }[] = [];
  let open = false;
  for (const child of named(node)) {
    if (child.type === 'pair') {
      const key = child.childForFieldName('key');
      if (key) entries.push({ node: child, key, value: child.childForFieldName('value') ?? undefined });
    } else if (child.type === 'method_definition') {
      const key = child.childForFieldName('name');
      if (key) entries.push({ node: child, key, value: child });
    } else if (child.type === 'shorthand_property_identifier') {
      entries.push({ node: child, key: child, value: undefined });
    } else if (child.type === 'spread_element') {
      open = true;
    }
  }
  const declares =
    entries.length > 0 &&
    entries.every(
      ({ key, value }) =>
        value && readLabel(value)?.form === 'string' && isSameWord(readLabel(key)?.value, readLabel(value)?.value),
    );
  return { node, entries, open, separator: ',', declares, bodyEnd: node.endIndex - 1, form: 'object' };
}

function readMap(node: Node): TableReading | undefined {
  if (node.childForFieldName('constructor')?.text !== 'Map') return undefined;
  const list = node.childForFieldName('arguments')?.firstNamedChild;
  if (list?.type !== 'array') return undefined;
  const entries: { node: Node; key: Node; value: Node | undefined }[] = [];
  let open = false;
  for (const child of named(list)) {
    const [key, value] = child.type === 'array' ? named(child) : [];
    if (key) entries.push({ node: child, key, value });
    else if (child.type !== 'comment') open = true;
  }
  return { node, entries, open, separator: ',', declares: false, bodyEnd: list.endIndex - 1, form: 'map' };
}

const exits = new Set(['return_statement', 'throw_statement', 'break_statement', 'continue_statement']);

function leaves(statement: Node, breakStays = false): boolean {
  if (exits.has(statement.type)) return !(breakStays && statement.type === 'break_statement' && statement.namedChildCount === 0);
  if (statement.type === 'expression_statement') return /^process\s*\.\s*exit\s*\(/.test(statement.text);
  if (statement.type === 'statement_block') {
    const last = childrenOf(statement)
      .filter((child) => child.isNamed && child.type !== 'comment')
      .at(-1);
    return last !== undefined && leaves(last, breakStays);
  }
  const branch = readBranch(statement);
  return branch?.alternative !== undefined && leaves(branch.consequence, breakStays) && leaves(branch.alternative, breakStays);
}

const quoteString = quoteWith(scriptText);

const shared = {
  text: scriptText,
  quotes: ["'", '"'],
  comment: { nodes: new Set(['comment']), line: '//' },
  functions: new Set([
    'function_declaration',
    'function_expression',
    'generator_function',
    'generator_function_declaration',
    'arrow_function',
    'method_definition',
    'class_body',
  ]),
  groups: new Set(['class_body']),
  blocks: new Set(['statement_block', 'program', 'switch_case', 'switch_default']),
  topLevel: {
    declaration:
      '(?:export|import|declare|abstract|async|function|class|const|let|var|interface|enum|namespace)\\s|type\\s+[\\w$]+\\s*[=<]|(?:module\\.)?exports\\b|@\\w',
    beforeName:
      'abstract accessor any as asserts assert async await boolean break case catch class const continue declare default delete do else enum export extends false final finally for from function get global if implements import in infer instanceof interface is keyof let module namespace never new null number object of out override package private protected public readonly require return satisfies set static string super switch symbol this throw true try type typeof undefined unique unknown using var void while with yield',
    statement: '(?:if|for|while|do|switch|try|throw|return)\\b',
    quotes: '`',
    blockComments: true,
    lineComment: '//',
    commentLine: '\\*|//',
  },
  unwrap,
  readLabel,
  beforeDeclaredValue: /(^|[^=!<>])[=:]\s*['"`]$/,
  readDeclaration,
  readSwitch,
  readBranch,
  readTable,
  readCondition,
  readList,
  nameOfValue,
  leaves,
  readCodeTypes: readTypeScriptCodeTypes,
  writer: createBraceWriter({
    raise: (message, quote) => `throw new Error(${quoteString(message, quote)});`,
    raiseUnexpected: (subject) => `throw new Error(\`Unexpected error code: \${${subject}}\`);`,
    quote: quoteString,
    compare: (subject, label) => `${subject} === ${label}`,
    key: (label) => (/^(['"]|[\p{ID_Start}$_][\p{ID_Continue}$]*$)/u.test(label) ? label : `[${label}]`),
    handler: (body, indent, newline) => `() => {${newline}${body}${newline}${indent}}`,
  }),
  repair: {
    afterArmLabel: ':',
    completeArm: ':',
    switchHead: /\bswitch\s*\([^{}]*\)\s*$/,
    beforeArmLabel: /\bcase\s+$/,
    beforeComparedLabel: /[=!]==?\s*$/,
    quotes: '\'"`',
    probeArm: (label, quote) => `case ${quote}${label}${quote}: break;`,
  },
} satisfies Partial<Language>;

/** TypeScript without JSX. */
export const typescript: Language = {
  ...shared,
  id: 'typescript',
  title: 'TypeScript',
  languageIds: ['typescript'],
  extensions: ['.ts', '.mts', '.cts'],
  grammar: 'typescript',
};

/** TypeScript with JSX. */
export const typescriptreact: Language = {
  ...shared,
  id: 'typescriptreact',
  title: 'TSX',
  languageIds: ['typescriptreact'],
  extensions: ['.tsx'],
  grammar: 'tsx',
};

/** JavaScript, with or without JSX: one grammar reads both. */
export const javascript: Language = {
  ...shared,
  id: 'javascript',
  title: 'JavaScript and JSX',
  languageIds: ['javascript', 'javascriptreact'],
  extensions: ['.js', '.mjs', '.cjs', '.jsx'],
  grammar: 'javascript',
};
