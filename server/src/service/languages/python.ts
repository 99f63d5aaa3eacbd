import type { Node } from 'web-tree-sitter';
import { createArmWriter } from './armWriter.ts';
import { defineLanguage } from './defineLanguage.ts';
import { childrenOf, comparisonOperators, isField, joinPieces, named } from './nodes.ts';
import { compare, contains } from './reading/readCondition.ts';
import { catchForm, handlerForm } from './reading/readCatches.ts';
import { readNumber } from './reading/readLabel.ts';
import { entryOf } from './reading/readTable.ts';
import type { ArmParts, TableParts } from './reading/readingTable.ts';
import type { ConditionReading, LabelReading, Reader } from './reading/readings.ts';
import { ifForm, ternaryForm } from './reading/readBranch.ts';
import { pythonText } from './textForms.ts';

function readDeclaration(literal: Node): string | undefined {
  const assignment = literal.parent;
  if (assignment?.type !== 'assignment' || !isField(assignment, 'right', literal)) return undefined;
  const name = assignment.childForFieldName('left');
  if (name?.type !== 'identifier') return undefined;
  const owner = assignment.parent?.parent?.parent;
  return owner?.type === 'class_definition' ? `${owner.childForFieldName('name')?.text}.${name.text}` : name.text;
}

/** `case _:` and `case other:` take the rest. */
function readArm(clause: Node, read: Reader): ArmParts {
  const consequence = clause.childForFieldName('consequence');
  const guarded = clause.childForFieldName('guard') !== null;
  const patterns = named(clause).filter(({ type }) => type === 'case_pattern');
  const body = consequence ? named(consequence) : [];
  // `case "A", x:` is one pattern, of a sequence, and so is `case "A",:`.
  const isSequence = childrenOf(clause).some(({ type }) => type === ',');
  if (isSequence) return { labels: [clause], body, guarded };
  const pattern = patterns[0]?.firstNamedChild;
  const alternatives = pattern?.type === 'union_pattern' ? named(pattern) : pattern ? [pattern] : [];
  const tuples = alternatives.filter(({ type }) => type === 'tuple_pattern');
  const at = tuples.map(placeOfCode)[0];
  if (at === undefined) return { ...read.readPatterns(patterns), body, guarded };
  const values = tuples.map((tuple) => named(tuple));
  // `("A", "x")` takes the code only sometimes.
  const isPart = values.some((all) => all.some(({ text }, index) => index !== at && !/^(?:_|[a-z]\w*)$/.test(text)));
  const around = [`(${'_, '.repeat(at)}`, `${', _'.repeat((values[0]?.length ?? 0) - at - 1)})`] as const;
  return { ...read.readPatterns(patterns), body, guarded: guarded || isPart, around };
}

/** Where the code is among several values that are compared at once: `match (e.pgcode, e.constraint):`. */
function placeOfCode(tuple: Node): number | undefined {
  const values = named(tuple).length;
  let match = tuple.parent;
  for (let climbed = 0; match && match.type !== 'match_statement' && climbed < 5; climbed += 1) match = match.parent;
  const subject = match?.type === 'match_statement' ? match.childForFieldName('subject') : undefined;
  const asked = subject?.type === 'tuple' && values > 1 ? named(subject) : [];
  const [at, ...more] = asked.flatMap(({ text }, index) => (/(?:code|errno|sql_?state)\W*$/i.test(text) ? [index] : []));
  return asked.length === values && more.length === 0 ? at : undefined;
}

/** The type of a number with its sign in a union of patterns: the sign is beside the number there. */
const signed = 'joined_number';

function readUnion(union: Node): readonly Node[] {
  const parts = childrenOf(union);
  return parts.flatMap((part, index) => {
    if (part.type === '_') return [part];
    if (!part.isNamed) return [];
    const sign = parts[index - 1];
    return [sign?.type === '-' ? joinPieces(sign, part, signed) : part];
  });
}

/** `("A")` is a value in parentheses, `("A",)` a sequence. Of several values, the code counts. */
function readParentheses(tuple: Node): readonly Node[] | undefined {
  const code = named(tuple)[placeOfCode(tuple) ?? -1];
  if (code) return [code];
  return tuple.namedChildCount === 1 && !childrenOf(tuple).some(({ type }) => type === ',') ? named(tuple) : undefined;
}

/** The type of `str()` and `str(name)`; a pattern that asks for more than a type has none. */
function readTypePattern(node: Node): Node | undefined {
  const [type, inner, ...more] = named(node);
  const isCapture = inner === undefined || /^[\p{L}_][\p{L}\p{N}_]*$/u.test(inner.text);
  return type?.namedChildCount === 1 && isCapture && more.length === 0 ? type : undefined;
}

/** `"A" "B"` is one string. */
function readAdjacent(node: Node, read: Reader): LabelReading | undefined {
  const parts = named(node).map(read.readLabel);
  if (parts.some((part) => part?.form !== 'string')) return undefined;
  const value = parts.map((part) => part?.value ?? '').join('');
  return { form: 'string', value, span: { start: node.startIndex, end: node.endIndex }, node };
}

function readOtherwise(node: Node): Node | null | undefined {
  const siblings =
    node.type === 'if_statement'
      ? named(node)
      : named(node.parent ?? node).filter(({ startIndex }) => startIndex > node.startIndex);
  const next = siblings.find(({ type }) => type === 'elif_clause' || type === 'else_clause');
  return next?.type === 'else_clause' ? next.childForFieldName('body') : next;
}

function readDictionary(node: Node, read: Reader): TableParts {
  return { elements: read.partsOf(node), entry: entryOf('pair'), mayBeEmpty: true, form: 'dict' };
}

const comparisons = new Map([...comparisonOperators, ['is', '=='], ['is not', '!=']] as const);

/** `code == "A"`, `code is None`, `code not in ("A", "B")` */
function readComparison(node: Node, read: Reader): ConditionReading | undefined {
  const [left, right, ...more] = named(node);
  if (!left || !right || more.length > 0) return undefined;
  const operator = node.childForFieldName('operators')?.type ?? '';
  const comparison = comparisons.get(operator);
  if (comparison) return compare(left, right, read, comparison);
  const part = operator === 'in' || operator === 'not in' ? contains(left, right, read) : undefined;
  return part && operator === 'not in' ? { kind: 'not', part } : part;
}

/** `except A`, `except (A, B) as e`, `except*` */
function readExcept(clause: Node, read: Reader): readonly Node[] {
  const value = clause.childForFieldName('value');
  const types = value?.type === 'as_pattern' ? value.firstNamedChild : value;
  if (!types) return [];
  return types.type === 'tuple' ? read.partsOf(types) : [types];
}

/** `isinstance(e, A)`, `isinstance(e, (A, B))` */
function readCall(call: Node, read: Reader): ConditionReading | undefined {
  const callee = call.childForFieldName('function');
  const [subject, types] = named(call.childForFieldName('arguments') ?? call);
  const text = callee?.childForFieldName('attribute')?.text === 'startswith' ? callee.childForFieldName('object') : null;
  if (text && subject) return contains(subject, text, read);
  if (callee?.text !== 'isinstance' || !subject || !types) return undefined;
  return { kind: 'type', subject: read.unwrap(subject), types: types.type === 'tuple' ? read.partsOf(types) : [types] };
}

/** `@app.exception_handler(CardError)`, `@app.errorhandler(CardError)`, `app.add_exception_handler(CardError, declined)` */
function readErrorHandler(call: Node): { types: readonly Node[]; body: Node | null } | undefined {
  const name = call.childForFieldName('function')?.childForFieldName('attribute')?.text ?? '';
  const type = call.childForFieldName('arguments')?.firstNamedChild;
  if (!type || !/^(?:(?:add_)?exception_handler|(?:app_)?errorhandler|register_error_handler)$/.test(name)) return undefined;
  const decorated = call.parent?.type === 'decorator' ? call.parent.parent : undefined;
  return { types: [type], body: decorated?.childForFieldName('definition') ?? null };
}

/** Python 3, `match` included. */
export const python = defineLanguage({
  id: 'python',
  title: 'Python',
  extensions: ['.py', '.pyi'],
  comment: { nodes: new Set(['comment']), line: '#' },
  text: pythonText,
  importWords: ['import', 'from'],
  bareNamesCapture: true,
  functions: new Set(['function_definition', 'lambda', 'class_definition']),
  groups: new Set(['class_definition']),
  blocks: new Set(['block', 'module']),
  topLevel: {
    declaration: '(?:def|class|async|import|from)\\s|@|[A-Za-z_]\\w*[ \\t]*(?::[^=\\n]*)?=(?!=)',
    beforeName:
      'and as assert async await case class def del elif else except finally for from global if import in is lambda match nonlocal not or print raise return try while with yield',
    // Questions of a file about itself decide nothing about codes.
    statement: '(?:if\\b(?! __name__| (?:typing\\.)?TYPE_CHECKING)|match\\b)',
    quotes: `"""|'''`,
    blockComments: false,
    lineComment: '#',
    commentLine: '#',
  },
  reading: {
    declaration: readDeclaration,
    wrappers: {
      parenthesized_expression: 'first',
      case_pattern: (node) => (node.namedChildCount === 1 && node.firstChild?.type !== '-' ? node.firstNamedChild : undefined),
    },
    labels: {
      strings: { string: 'string_content' },
      numbers: ['integer'],
      signs: { unary_operator: 'argument' },
      constants: ['identifier', 'attribute', 'dotted_name'],
      others: {
        concatenated_string: readAdjacent,
        [signed]: readNumber,
        case_pattern: (node) => (/^-\s*\d/.test(node.text) ? readNumber(node) : undefined),
      },
    },
    patterns: {
      around: {
        case_pattern: (node) => (node.namedChildCount === 1 && node.firstChild?.type !== '-' ? named(node) : undefined),
        union_pattern: readUnion,
        as_pattern: 'first',
        tuple_pattern: readParentheses,
      },
      types: { class_pattern: readTypePattern },
      // A plain name captures; only a dotted one is compared with.
      takesAll: ({ type, text, namedChildCount }) => text === '_' || (type === 'dotted_name' && namedChildCount === 1),
    },
    switches: [
      {
        node: 'match_statement',
        subject: 'subject',
        body: 'body',
        arms: ['case_clause'],
        readArm,
        closers: [],
        form: 'match',
      },
    ],
    branches: [
      ...['if_statement', 'elif_clause'].map((node) => ifForm(node, false, { otherwise: readOtherwise })),
      // `a if code == "A" else b`
      ternaryForm('conditional_expression', {
        condition: (node) => named(node)[1],
        consequence: 'first',
        otherwise: 'last',
      }),
    ],
    catches: [catchForm('try_statement', 'except_clause', readExcept, { form: 'except' }), handlerForm('call', readErrorHandler)],
    conditions: {
      not: { not_operator: 'argument' },
      notSigns: ['not'],
      binaries: ['boolean_operator'],
      and: ['and'],
      or: ['or'],
      others: {
        call: readCall,
        comparison_operator: readComparison,
      },
    },
    tables: { dictionary: readDictionary },
    recordFields: ['pair', 'keyword_argument'],
    lists: { list: true, tuple: true, set: true },
    names: {
      around: ['argument_list', 'call', 'parenthesized_expression'],
      owners: { assignment: 'left', pair: 'key' },
      bindings: { parameters: true, assignment: 'left', for_statement: 'left' },
    },
    exits: {
      nodes: ['return_statement', 'raise_statement', 'break_statement', 'continue_statement'],
      calls: { nodes: ['expression_statement'], pattern: /^(sys\s*\.\s*exit|os\s*\.\s*_exit|exit|quit)\s*\(/ },
      blocks: ['block'],
    },
  },
  beforeDeclaredValue: /(^|[^=!<>])=\s*[rRbBuU]?['"]$/,
  writer: createArmWriter(pythonText, {
    comment: '#',
    raise: (message) => `raise NotImplementedError(${message})`,
    raiseUnexpected: ({ subject, quote }) =>
      `raise ValueError(f${quote}Unexpected error code: {${subject.replaceAll(quote, quote === '"' ? "'" : '"')}}${quote})`,
    arms: { match: { head: (labels) => `case ${labels.join(' | ')}:`, otherwise: 'case _:' } },
    branches: {
      chain: {
        first: (condition) => `if ${condition}:`,
        next: (condition) => `elif ${condition}:`,
        otherwise: 'else:',
        close: '',
      },
    },
    entries: { dict: (label, value) => `${label}: ${value}` },
  }),
  repair: {
    arms: [{ form: 'match', body: ' pass' }],
    completeKey: ': 0',
    switchHead: /\bmatch\s+[^\n:]*:\s*$/,
    beforeClass: /\bexcept\*?\s+(?:\((?:[\w.]+,\s*)*)?$|\bisinstance\([^,()\n]+,\s*(?:\((?:[\w.]+,\s*)*)?$/,
  },
});
