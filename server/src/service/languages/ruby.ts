import type { Node } from 'web-tree-sitter';
import { createArmWriter } from './armWriter.ts';
import { defineLanguage } from './defineLanguage.ts';
import { catchForm, handlerForm } from './reading/readCatches.ts';
import { childrenOf, isField, named } from './nodes.ts';
import { readConstant } from './reading/readLabel.ts';
import { entryOf } from './reading/readTable.ts';
import type { ArmParts, TableParts } from './reading/readingTable.ts';
import type { LabelReading, Reader } from './reading/readings.ts';
import { readCallCondition, readListCall } from './rubyCalls.ts';
import { branchesOfCases } from './reading/conditionalCases.ts';
import { ifForm, ternaryForm } from './reading/readBranch.ts';
import { rubyText } from './textForms.ts';
import { quoteWith } from './writing.ts';

const quoteString = quoteWith(rubyText);

/** A word of `%w[A B]`. */
function readWord(node: Node): LabelReading | undefined {
  const [content, ...more] = named(node);
  if (more.length > 0 || (content && content.type !== 'string_content')) return undefined;
  return { form: 'string', value: content?.text ?? '', span: { start: node.startIndex, end: node.endIndex }, node };
}

function isFreeze(node: Node | null): boolean {
  return node?.type === 'call' && node.childForFieldName('method')?.text === 'freeze';
}

function readDeclaration(literal: Node): string | undefined {
  const value = isFreeze(literal.parent) ? literal.parent : literal;
  const assignment = value?.parent;
  if (!value || assignment?.type !== 'assignment' || !isField(assignment, 'right', value)) return undefined;
  const name = assignment.childForFieldName('left');
  if (name?.type !== 'constant') return undefined;
  const owner = assignment.parent?.type === 'body_statement' ? assignment.parent.parent : undefined;
  return owner?.type === 'module' || owner?.type === 'class'
    ? `${owner.childForFieldName('name')?.text}::${name.text}`
    : name.text;
}

function readArm(clause: Node, read: Reader): ArmParts {
  const guarded = clause.childForFieldName('guard') !== null;
  const patterns = named(clause).filter((part, index) =>
    clause.type === 'when' ? part.type === 'pattern' : index === 0 && isField(clause, 'pattern', part),
  );
  const body = clause.childForFieldName('body');
  return { ...read.readPatterns(patterns), body: body ? read.partsOf(body) : [], guarded };
}

/** `when *RETRYABLE` names codes that cannot be read, unless the file lists them. */
function readSplat({ firstNamedChild: list }: Node, read: Reader): readonly Node[] | undefined {
  return list ? (read.readList(list)?.elements ?? read.readNamedList(list)) : undefined;
}

/** The condition of a `when` without a subject; of several, the clause, since they are not read. */
function readWhen(clause: Node): Node | null | undefined {
  const [only, ...more] = named(clause).filter(({ type }) => type === 'pattern');
  return more.length > 0 ? clause : only?.firstNamedChild;
}

function readHash(node: Node, read: Reader): TableParts {
  const elements = read.partsOf(node);
  return {
    elements,
    entry: entryOf('pair'),
    mayBeEmpty: true,
    form: elements.filter(({ type }) => type === 'pair').some((pair) => childrenOf(pair).some(({ type }) => type === ':'))
      ? 'symbols'
      : 'hash',
  };
}

const exitCalls = new Set(['raise', 'fail', 'exit', 'exit!', 'abort', 'throw']);

/** `raise …`, except for a method of a different object. */
function leavesByCall(statement: Node): boolean | undefined {
  if (statement.type !== 'call' && statement.type !== 'identifier') return undefined;
  const method = statement.type === 'call' ? statement.childForFieldName('method') : statement;
  return !statement.childForFieldName('receiver') && exitCalls.has(method?.text ?? '');
}

const cases = { subject: 'value', rest: ['else'], readArm, closers: ['end'] } as const;

/** Ruby, pattern matching included. */
export const ruby = defineLanguage({
  id: 'ruby',
  title: 'Ruby',
  extensions: ['.rb', '.rake'],
  comment: { nodes: new Set(['comment']), line: '#' },
  text: rubyText,
  importWords: ['require', 'require_relative', 'include'],
  functions: new Set(['method', 'singleton_method', 'lambda', 'class', 'module', 'singleton_class']),
  groups: new Set(['class', 'module', 'singleton_class']),
  blocks: new Set(['program', 'body_statement', 'block_body', 'then', 'else', 'begin', 'do']),
  exclusiveRange: '...',
  bareMembers: true,
  reading: {
    declaration: readDeclaration,
    noise: ['empty_statement'],
    wrappers: {
      parenthesized_statements: 'only',
      call: (node) => (isFreeze(node) ? node.childForFieldName('receiver') : undefined),
    },
    labels: {
      strings: { string: 'string_content' },
      numbers: ['integer'],
      signs: { unary: 'operand' },
      constants: ['constant', 'scope_resolution'],
      keys: ['hash_key_symbol'],
      others: {
        bare_string: readWord,
        // A symbol is compared by its name, and new ones are written as symbols too.
        simple_symbol: (node) => ({ ...readConstant(node), span: { start: node.startIndex + 1, end: node.endIndex } }),
      },
    },
    patterns: {
      around: {
        pattern: 'first',
        alternative_pattern: true,
        as_pattern: 'first',
        parenthesized_pattern: 'only',
        splat_argument: readSplat,
      },
      types: { constant: (node) => node },
      // `in other` takes the rest.
      takesAll: ({ type, parent }) => type === 'identifier' && parent?.type === 'in_clause',
    },
    switches: [
      { node: 'case', arms: ['when'], ...cases, form: 'when' },
      { node: 'case_match', arms: ['in_clause'], ...cases, form: 'in' },
    ],
    branches: [
      ifForm('if', false),
      ifForm('elsif', false),
      ifForm('if_modifier', false, { consequence: 'body', form: 'modifier' }),
      ternaryForm('conditional'),
      ...branchesOfCases({
        owner: 'case',
        isConditional: (owner) => owner.childForFieldName('value') === null,
        clause: 'when',
        rest: 'else',
        condition: readWhen,
        statements: (clause, read) =>
          read.partsOf(clause.type === 'else' ? clause : (clause.childForFieldName('body') ?? clause)),
      }),
    ],
    catches: [
      ...['begin', 'body_statement', 'do_block', 'block'].map((node) =>
        catchForm(node, 'rescue', 'exceptions', { form: 'rescue' }),
      ),
      // `rescue_from Stripe::CardError, with: :declined`
      handlerForm('call', (call, read) => {
        if (!/^(?:rescue_from|discard_on)$/.test(call.childForFieldName('method')?.text ?? '')) return undefined;
        const given = read.partsOf(call.childForFieldName('arguments') ?? call);
        return {
          types: given.filter(({ type }) => /^(?:constant|scope_resolution)$/.test(type)),
          body: call.childForFieldName('block'),
        };
      }),
    ],
    conditions: {
      not: { unary: 'operand' },
      notSigns: ['!', 'not'],
      binaries: ['binary'],
      and: ['&&', 'and'],
      or: ['||', 'or'],
      others: { call: readCallCondition },
    },
    tables: { hash: readHash },
    recordFields: ['pair'],
    lists: {
      array: true,
      string_array: true,
      symbol_array: true,
      element_reference: (node) => (node.childForFieldName('object')?.text === 'Set' ? named(node).slice(1) : undefined),
      call: readListCall,
    },
    unwrapsLists: true,
    names: {
      around: ['argument_list', 'call', 'parenthesized_statements', 'element_reference'],
      owners: { assignment: 'left', pair: 'key' },
    },
    exits: {
      nodes: ['return', 'break', 'next', 'redo', 'retry'],
      blocks: ['then', 'else', 'begin', 'body_statement'],
      others: leavesByCall,
    },
  },
  beforeDeclaredValue: /(^|[^=!<>])=\s*['"]$/,
  writer: createArmWriter(rubyText, {
    comment: '#',
    raise: (message) => `raise NotImplementedError, ${message}`,
    raiseUnexpected: ({ subject }) => `raise "Unexpected error code: #{${subject}}"`,
    arms: {
      when: { head: (labels) => `when ${labels.join(', ')}`, otherwise: 'else' },
      in: { head: (labels) => `in ${labels.join(' | ')}`, otherwise: 'else' },
    },
    branches: {
      chain: {
        first: (condition) => `if ${condition}`,
        next: (condition) => `elsif ${condition}`,
        otherwise: 'else',
        close: '',
        end: 'end',
      },
      cases: {
        first: (condition) => `when ${condition}`,
        next: (condition) => `when ${condition}`,
        otherwise: 'else',
        close: '',
      },
    },
    entries: {
      hash: (label, value) => `${label} => ${value}`,
      symbols: (_, value, { code }, { quote }) => `${/^[A-Za-z_]\w*$/.test(code) ? code : quoteString(code, quote)}: ${value}`,
    },
  }),
  repair: {
    arms: [{ form: 'when', body: '', rest: '\nend' }],
    completeKey: ' => 0',
    switchHead: /\bcase\s+[^\n]*\s*$/,
    beforeArmLabel: /\b(when|in)\s+$/,
    beforeClass: /\brescue\s+(?:[\w:]+,\s*)*$|\bwhen\s+(?:[\w:]+,\s*)*$|\b(?:is_a|kind_of)\?\(?\s*$/,
  },
});
