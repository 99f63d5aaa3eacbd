import type { Node } from 'web-tree-sitter';
import type { TopLevelShape } from '../syntax/textParts.ts';
import type { Insertion, Span } from '../types.ts';
import type { TextForms } from './textForms.ts';

/**
 * One programming language: how its syntax tree shows the few things that this service asks for, and how new arms are
 * written in it. Everything else is the same for all languages. To add one, add a file that exports such a value.
 */
export interface Language {
  /** Short name of our own, as in file names. */
  readonly id: string;
  readonly title: string;
  /** LSP language identifiers. */
  readonly languageIds: readonly string[];
  /** File name endings, with the dot. */
  readonly extensions: readonly string[];
  /** `tree-sitter-<grammar>.wasm`. */
  readonly grammar: string;
  readonly comment: {
    readonly nodes: ReadonlySet<string>;
    /** Opens a comment that ends with its line. */
    readonly line: string;
  };
  /** How strings are quoted; where there are several, neighbours decide, and the first is taken where there are none. */
  readonly quotes: readonly [string, ...string[]];
  /** How strings and comments are written: see `writeString` and `writeComment`. */
  readonly text: TextForms;
  /** Node types beyond which a condition no longer says anything certain: bodies of functions and classes. */
  readonly functions: ReadonlySet<string>;
  /** Those of `functions` that only group others: bodies of classes. */
  readonly groups: ReadonlySet<string>;
  /** Node types that hold statements one after the other. */
  readonly blocks: ReadonlySet<string>;
  /** The sign of a range that leaves its end out, where other languages' ranges with the same sign have it. */
  readonly exclusiveRange?: string;
  /** What stands before the first line of a file that can be a comment; absent: nothing, or the name of an interpreter. */
  readonly beforeFirstLine?: RegExp;
  /** A switch compares with names only: there is no switch over strings. */
  readonly labelsAreNames?: boolean;
  /** Constants that a class or module declares are known in it by their names alone. */
  readonly bareMembers?: boolean;
  /** How to tell declarations of the top level apart without parsing; absent: files are always parsed whole. */
  readonly topLevel?: TopLevelShape;
  /** Takes parentheses, casts and the like away. */
  unwrap(node: Node): Node;
  /** Reads a literal or a reference to a constant; undefined for any other expression. */
  readLabel(node: Node, text: string): LabelReading | undefined;
  /** Matches the text right before a declared constant's value, opening quote included: a cheap test before the tree is asked. */
  readonly beforeDeclaredValue: RegExp;
  /** The name under which a literal is declared as a constant, as references write it (`NOT_FOUND`, `ErrorCode.NotFound`). */
  readDeclaration(literal: Node): string | undefined;
  readSwitch(node: Node): SwitchReading | undefined;
  readBranch(node: Node): BranchReading | undefined;
  readTable(node: Node): TableReading | undefined;
  readCondition(node: Node): ConditionReading;
  /** The name that an expression is assigned to where it is declared (variable, field, key); undefined when there is none. */
  nameOfValue(expression: Node): Node | undefined;
  /** The elements of a list or set literal; undefined for anything else. */
  readList(node: Node): ListReading | undefined;
  /**
   * Whether control cannot run past the end of this statement or block.
   * @param breakStays a `break` without a target only leaves the switch that is asked about
   */
  leaves(statement: Node, breakStays?: boolean): boolean;
  /** Types in the file that list codes, to be extended together with a site. */
  readCodeTypes(root: Node): readonly CodeType[];
  readonly writer: ArmWriter;
  /** What, put after a half-typed label, makes it whole again: for completion. */
  readonly repair: {
    readonly afterArmLabel: string;
    /** The same with the least body that makes an arm parse. */
    readonly completeArm: string;
    /** Ends the text between a switch's subject and the start of its first arm. */
    readonly switchHead: RegExp;
    /** Ends the text before a label that is no string yet: `case `. */
    readonly beforeArmLabel: RegExp;
    /** Ends the text before the other side of a comparison. */
    readonly beforeComparedLabel: RegExp;
    readonly quotes: string;
    /** An arm, to be put where one may start. */
    probeArm(label: string, quote: string): string;
    /** The same for switches of further forms: `SwitchReading.form`. */
    readonly forms?: Readonly<Record<string, ArmRepair>>;
  };
}

/** What makes a half-typed arm whole where a language has several forms of them: see `Language.repair`. */
export interface ArmRepair {
  readonly afterArmLabel: string;
  readonly completeArm: string;
  probeArm(label: string, quote: string): string;
}

export interface LabelReading {
  readonly form: 'string' | 'number' | 'constant' | 'key';
  /** The literal's value; undefined for a constant, which is resolved by name. */
  readonly value: string | undefined;
  /** Where the value stands, without quotes. */
  readonly span: Span;
  readonly node: Node;
}

export interface SwitchReading {
  readonly node: Node;
  /** From the keyword to the end of the subject. */
  readonly head: Span;
  readonly subject: Node | undefined;
  readonly arms: readonly ArmReading[];
  readonly otherwise: Node | undefined;
  /** Where the body's closing bracket stands; the end of the body where there is none. */
  readonly bodyEnd: number;
  /** A bracket or keyword ends the body; otherwise the indentation does. */
  readonly closes: boolean;
  /** Control runs from one arm into the next unless it leaves. */
  readonly fallsThrough: boolean;
  /** What stands between arms where they are expressions in a list. */
  readonly separator?: ',';
  readonly form: string;
}

export interface ArmReading {
  readonly node: Node;
  readonly labels: readonly Node[];
  /** The statements; empty when this arm shares the next one's. */
  readonly body: readonly Node[];
  readonly guarded: boolean;
  readonly braces: boolean;
  /** The arm says itself that control runs on into the next one: `fallthrough`. */
  readonly runsOn?: boolean;
}

export interface BranchReading {
  readonly node: Node;
  readonly condition: Node;
  readonly consequence: Node;
  /** The else branch: a block, or the next `if` of the chain. */
  readonly alternative: Node | undefined;
  /** The statement declares what its condition asks about: outside of it the same name means something else. */
  readonly declares?: boolean;
  readonly braces: boolean;
  readonly form: string;
}

export interface TableReading {
  readonly node: Node;
  readonly entries: readonly { readonly node: Node; readonly key: Node; readonly value: Node | undefined }[];
  /** Further keys come from somewhere that cannot be read, such as a spread. */
  readonly open: boolean;
  /** What stands between entries: a comma, or nothing where a new line will do. */
  readonly separator: ',' | '';
  /** How many entries its form can hold. */
  readonly capacity?: number;
  /** The table declares constants (each value repeats its key's code) and decides nothing. */
  readonly declares: boolean;
  readonly bodyEnd: number;
  readonly form: string;
}

export interface ListReading {
  readonly node: Node;
  readonly elements: readonly Node[];
}

/** What a condition says, in the terms that all languages share. */
export type ConditionReading =
  | {
      readonly kind: 'compare';
      readonly operator: '==' | '!=' | '<' | '<=' | '>' | '>=';
      readonly left: Node;
      readonly right: Node;
    }
  | { readonly kind: 'contains'; readonly subject: Node; readonly elements: readonly Node[] }
  | { readonly kind: 'and' | 'or'; readonly parts: readonly ConditionReading[] }
  | { readonly kind: 'not'; readonly part: ConditionReading }
  | { readonly kind: 'other' };

/** A union or enum that lists codes, and where a further one goes. */
export interface CodeType {
  readonly codes: readonly string[];
  readonly offset: number;
  /** Writes further members, to be inserted at `offset`. */
  write(codes: readonly string[]): string;
  /** How a site names a member of it: undefined where sites use the bare string. */
  reference(code: string): string | undefined;
}

/** A code as the templates need it. */
export interface NewCode {
  readonly code: string;
  /** Reason for the comment: `402: API balance is too low…`, one line. */
  readonly comment: string;
  /** The documented cause, one line. */
  readonly cause: string;
}

/** The templates for new code in one language. What they return is inserted at the insertion's offset as it is. */
export interface ArmWriter {
  writeArms(codes: readonly NewCode[], insertion: Insertion, newline: string): string;
  writeOtherwise(insertion: Insertion, newline: string): string;
  /** The head of one arm without its body: `case 'X':`. */
  writeArmHead(code: string, insertion: Insertion): string;
  /** Functions can be written as a table's values. */
  readonly writesHandlers: boolean;
  /** Writes a whole switch; absent in languages that have none. */
  writeSwitch?(content: SwitchContent, newline: string): string;
}

/** A switch that is to be written out of a chain. Bodies are blocks or single statements, as the chain has them. */
export interface SwitchContent {
  readonly subject: string;
  readonly arms: readonly { readonly labels: readonly string[]; readonly body: string; readonly leaves: boolean }[];
  readonly otherwise: string | undefined;
  readonly indent: string;
  readonly unit: string;
}
