import type { Node } from 'web-tree-sitter';
import type { Span } from '../../types.ts';

/** Reads from a language's syntax tree the few things that this service needs. */
export interface Reader {
  /** Takes parentheses, casts and the like away. */
  unwrap(node: Node): Node;
  /** Reads a literal or a reference to a constant; undefined for any other expression. */
  readLabel(node: Node): LabelReading | undefined;
  /** The name under which a literal is declared as a constant, as references write it (`NOT_FOUND`, `ErrorCode.NotFound`). */
  readDeclaration(literal: Node): string | undefined;
  /** Takes the patterns of an arm apart. */
  readPatterns(patterns: readonly Node[]): PatternReading;
  readSwitch(node: Node): SwitchReading | undefined;
  readBranch(node: Node): BranchReading | undefined;
  readTable(node: Node): TableReading | undefined;
  /** Reads a statement that takes errors by their classes: `try` with its clauses, a switch over types. */
  readCatches(node: Node): CatchReading | undefined;
  readCondition(node: Node): ConditionReading;
  /** The name that an expression is assigned to where it is declared (variable, field, key); undefined when it has no name. */
  nameOfValue(expression: Node): Node | undefined;
  /** The elements of the list or set that the file declares under a name, once; undefined for anything else. */
  readNamedList(name: Node): readonly Node[] | undefined;
  /** The elements of a list or set literal; undefined for anything else. */
  readList(node: Node): ListReading | undefined;
  /**
   * Whether control cannot run past the end of this statement or block.
   * @param breakStays a `break` without a target only leaves the switch that is asked about
   */
  leaves(statement: Node, breakStays?: boolean): boolean;
  /** The named children that are no comments. */
  partsOf(node: Node): Node[];
}

export interface LabelReading {
  readonly form: 'string' | 'number' | 'constant' | 'key';
  /** The literal's value, of an integer in decimal digits; undefined for a constant, which is resolved by name. */
  readonly value: string | undefined;
  /** The place of the value, without quotes; of a constant, its name. */
  readonly span: Span;
  readonly node: Node;
}

/** The values that an arm's patterns take. */
export interface PatternReading {
  /** The values they compare with; among them, unchanged, the patterns that cannot be read. */
  readonly labels: readonly Node[];
  /** They take all remaining values: `_`, `var other`, `string s`. */
  readonly takesRest: boolean;
  /** They take all numbers: `is Int`. */
  readonly takesNumbers?: boolean;
}

export interface SwitchReading {
  readonly node: Node;
  /** From the keyword to the end of the subject. */
  readonly head: Span;
  readonly subject: Node | undefined;
  readonly arms: readonly ArmReading[];
  readonly otherwise: Node | undefined;
  /** The place of the body's closing bracket; the end of the body where it has no bracket. */
  readonly bodyEnd: number;
  /** A bracket or keyword ends the body; otherwise the indentation does. */
  readonly closes: boolean;
  /** Control runs from one arm into the next unless it leaves. */
  readonly fallsThrough: boolean;
  /** A default cannot be added. */
  readonly noDefault?: boolean;
  /** The sign between arms where they are expressions in a list. */
  readonly separator?: ',';
  readonly form: string;
}

export interface ArmReading {
  readonly node: Node;
  readonly labels: readonly Node[];
  /** The statements; empty when this arm shares the next one's. */
  readonly body: readonly Node[];
  readonly guarded: boolean;
  /** It may take any code, but not each time: `case other if retryable(other)`. */
  readonly takesAny: boolean;
  readonly braces: boolean;
  /** The text around each of its labels: `Some(` and `)`. */
  readonly around?: readonly [before: string, after: string];
  /** The arm states that control runs on into the next one: `fallthrough`. */
  readonly runsOn?: boolean;
}

export interface BranchReading {
  readonly node: Node;
  readonly condition: Node;
  readonly consequence: Node;
  /** The else branch: a block, or the next `if` of the chain. */
  readonly alternative: Node | undefined;
  /** The statement declares the subject of its condition: outside of it the same name means something else. */
  readonly declares?: boolean;
  /** The clause of the chain before this one, where they are beside each other. */
  readonly previous?: Node;
  readonly braces: boolean;
  /** `filter`: it is a clause that takes errors, and its condition a filter. */
  readonly form: string;
}

export interface TableReading {
  readonly node: Node;
  readonly entries: readonly { readonly node: Node; readonly key: Node; readonly value: Node | undefined }[];
  /** Further keys come from somewhere that cannot be read, such as a spread. */
  readonly open: boolean;
  /** The sign between entries: a comma, or nothing where a new line is enough. */
  readonly separator: ',' | '';
  /** The greatest number of entries of its form. */
  readonly capacity?: number;
  /** The table declares constants (each value repeats its key's code) and decides nothing. */
  readonly declares: boolean;
  readonly bodyEnd: number;
  /** See `TableParts`. */
  readonly field?: string;
  readonly form: string;
}

export interface ListReading {
  readonly node: Node;
  readonly elements: readonly Node[];
}

export interface CatchReading {
  readonly node: Node;
  readonly clauses: readonly ClauseReading[];
  readonly form: string;
}

/** A clause for errors of some classes. */
export interface ClauseReading {
  readonly node: Node;
  /** The names of the classes; none: it takes every error. */
  readonly types: readonly Node[];
  readonly body: Node;
  /** A further condition must be true. */
  readonly guarded: boolean;
}

/** The meaning of a condition, in the terms that all languages share. */
export type ConditionReading =
  | {
      readonly kind: 'compare';
      readonly operator: '==' | '!=' | '<' | '<=' | '>' | '>=';
      readonly left: Node;
      readonly right: Node;
    }
  | { readonly kind: 'contains'; readonly subject: Node; readonly elements: readonly Node[] }
  | { readonly kind: 'type'; readonly subject: Node; readonly types: readonly Node[] }
  | { readonly kind: 'and' | 'or'; readonly parts: readonly ConditionReading[] }
  | { readonly kind: 'not'; readonly part: ConditionReading }
  | { readonly kind: 'other' };
