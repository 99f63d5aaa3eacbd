import type { Node } from 'web-tree-sitter';
import type { ArmReading, ClauseReading, ConditionReading, LabelReading, Reader } from './readings.ts';

/**
 * Where a part of a node is: `first` or `last` of its named children, its `only` one, or the name of a field. A function where
 * a grammar has no such place.
 */
export type Part = string | ((node: Node, read: Reader) => Node | null | undefined);

/** By node type. */
export type ByType<Value> = Readonly<Record<string, Value>>;

/** How the syntax tree of one language is read. Words are node types and fields of its grammar. */
export interface ReadingTable {
  /** Node types without a meaning, besides comments. */
  readonly noise?: readonly string[];
  /** The nodes around a value that do not change it, and where the value is in them. */
  readonly wrappers: ByType<Part>;
  readonly labels: LabelForms;
  /** Patterns of arms other than labels; absent: arms have labels only. */
  readonly patterns?: PatternForms;
  /** See `Reader.readDeclaration`. */
  readonly declaration: (literal: Node, read: Reader) => string | undefined;
  /** One form for each node type. */
  readonly switches: readonly SwitchForm[];
  readonly branches: readonly BranchForm[];
  /** Statements that take errors by their classes; absent: the language has none. */
  readonly catches?: readonly CatchForm[];
  readonly conditions: ConditionForms;
  readonly tables?: ByType<(node: Node, read: Reader) => TableParts | undefined>;
  /** Node types of a named field with its value, in an object or among arguments; absent: lists of records are no tables. */
  readonly recordFields?: readonly string[];
  /** True: its named children are the elements. */
  readonly lists: ByType<true | ((node: Node, read: Reader) => readonly Node[] | undefined)>;
  /** The values of lists are looked for behind parentheses and casts. */
  readonly unwrapsLists?: boolean;
  readonly names: NameForms;
  readonly exits: ExitForms;
}

export interface PatternForms {
  /** Patterns around others, and which of them: alternatives, parentheses, names for a value. `true`: all named children. */
  readonly around?: ByType<true | string | ((node: Node, read: Reader) => readonly Node[] | undefined)>;
  /** Tests of a type, and where its name is. */
  readonly types?: ByType<Part>;
  /** Whether a pattern takes every value. */
  readonly takesAll?: (pattern: Node) => boolean;
}

export interface LabelForms {
  /** String literals, with the type of the content between their quotes. */
  readonly strings?: ByType<string>;
  readonly numbers: readonly string[];
  /** Signs before a number, with the place of the number. */
  readonly signs?: ByType<Part>;
  /** References to constants. */
  readonly constants?: readonly string[];
  /** Words that are codes without quotes: keys of objects. */
  readonly keys?: readonly string[];
  readonly others?: ByType<(node: Node, read: Reader) => LabelReading | undefined>;
}

/** The parts of an arm. `braces` is read out of the body where it is left out. */
export type ArmParts = Pick<ArmReading, 'labels' | 'body'> &
  Partial<Pick<ArmReading, 'guarded' | 'braces' | 'runsOn' | 'around'>> & {
    /** It takes all other codes as well; with a guard, some of them that cannot be read. */
    readonly takesRest?: boolean;
    /** It takes all other numbers. */
    readonly takesNumbers?: boolean;
  };

export interface SwitchForm {
  readonly node: string;
  /** A node that contains the rest of the switch where it is not the node itself; undefined: the node is no switch. */
  readonly within?: Part;
  readonly subject: Part;
  /** The node that contains the arms; absent: the node itself. */
  readonly body?: Part;
  /** The arms are one level deeper. */
  readonly armsWithin?: boolean;
  /** Node types of arms. */
  readonly arms: readonly string[];
  /** The field with an arm's label; an arm without one takes the rest. */
  readonly label?: string;
  /** The field contains the labels, and is no label itself. */
  readonly labelList?: boolean;
  /** Node types of the arms that take all other codes. */
  readonly rest?: readonly string[];
  /** Reads an arm where a field is not enough. `rest`: it takes all other codes. Undefined: it is no arm. */
  readonly readArm?: (arm: Node, read: Reader) => ArmParts | 'rest' | undefined;
  /** The type of a body in brackets. */
  readonly block?: string;
  /** The end of the switch's head; absent: the subject's. */
  readonly headEnd?: Part;
  /** The end of the body where the closing bracket is left out; no closers: the indentation ends it. */
  readonly closers?: readonly string[] | ((body: Node) => readonly string[]);
  readonly fallsThrough?: boolean;
  /** A default cannot be added to it. */
  readonly noDefault?: boolean;
  readonly separator?: ',' | ((arms: readonly ArmReading[], otherwise: Node | undefined) => ',' | undefined);
  readonly form: string | ((arms: readonly ArmReading[], otherwise: Node | undefined) => string);
  /** The changes that an arm of one type makes to its switch. */
  readonly byArm?: ByType<{ readonly form: string; readonly fallsThrough: boolean }>;
  /** Whether such a switch compares codes; absent: all do. */
  readonly counts?: (subject: Node, arms: readonly ArmReading[]) => boolean;
}

export interface CatchForm {
  readonly node: string;
  /** The clauses in their order. They have no further condition where `guarded` is left out. */
  readonly clauses: (node: Node, read: Reader) => readonly ClauseParts[];
  readonly form: string;
}

export type ClauseParts = Omit<ClauseReading, 'guarded'> & Partial<Pick<ClauseReading, 'guarded'>>;

export interface BranchForm {
  readonly node: string;
  /** See `SwitchForm`. */
  readonly within?: Part;
  /** The condition, taken out of its wrappers. */
  readonly condition: Part;
  readonly consequence: Part;
  readonly otherwise?: Part;
  /** See `BranchReading`. */
  readonly previous?: Part;
  /** The type of a consequence in brackets, or whether all have them. */
  readonly braces: string | boolean;
  /** See `BranchReading`. */
  readonly declares?: (node: Node) => boolean;
  readonly form: string | ((node: Node, consequence: Node, read: Reader) => string);
}

export interface ConditionForms {
  /** Node types of negations, with the operand. */
  readonly not?: ByType<Part>;
  /** Signs of a negation where its node type has others; absent: `!`. */
  readonly notSigns?: readonly string[];
  /** Node types of two operands in `left` and `right`, with the `operator` between them; absent: `binary_expression`. */
  readonly binaries?: readonly string[];
  /** Absent: `&&`. */
  readonly and?: readonly string[];
  /** Absent: `||`. */
  readonly or?: readonly string[];
  /** The sign of a test of a class between two operands. */
  readonly isOf?: string;
  /** Comparisons by their signs, where they are not the usual ones. */
  readonly comparisons?: ReadonlyMap<string, Comparison>;
  /** Other nodes that are conditions: calls, patterns. Undefined: they are no conditions. */
  readonly others?: ByType<(node: Node, read: Reader) => ConditionReading | undefined>;
}

export type Comparison = Extract<ConditionReading, { kind: 'compare' }>['operator'];

export interface TableParts {
  readonly elements: readonly Node[];
  /** Key and value of an element; undefined for one that is no entry, so that further keys may come from it. */
  readonly entry: (element: Node) => readonly [key: Node, value: Node | undefined] | undefined;
  /** The node that ends with the closing bracket; absent: the table's. */
  readonly list?: Node;
  readonly separator?: ',' | '';
  readonly capacity?: number;
  /** It is a table without any entry, too. */
  readonly mayBeEmpty?: boolean;
  /** Whether further keys come from elsewhere; absent: if an element is no entry. */
  readonly isOpen?: boolean;
  /** It is a list of records with their codes in a field of this name, which is a table where it is searched by that field. */
  readonly field?: string;
  /** Values never repeat their keys' codes to declare them. */
  readonly neverDeclares?: boolean;
  readonly form: string;
}

export interface NameForms {
  /** The nodes around a value that is being declared, as node types or as a test: casts, calls that freeze it. */
  readonly around?: readonly string[] | ((node: Node) => boolean);
  /** Where the name is in the node that declares a value: a field, or the first child. */
  readonly owners: ByType<string | ((owner: Node, value: Node) => Node | null | undefined)>;
  /** Parameters and variables of functions, and where their names are; `true`: all names in the node are bound. */
  readonly bindings?: ByType<true | Part>;
  /** The value that the parameter of a closure is given: `code` for `c` in `code.is_some_and(|c| …)`. */
  readonly given?: (name: Node) => Node | undefined;
}

export interface ExitForms {
  readonly nodes?: readonly string[];
  /** Those of them that only leave the switch around them, where they name no other target. */
  readonly breaks?: readonly string[];
  /** Node types of statements that are calls, and the beginnings of calls that never return. */
  readonly calls?: { readonly nodes: readonly string[]; readonly pattern: RegExp };
  /** Node types of blocks, which leave where their last statement does. */
  readonly blocks: readonly string[];
  /** Other statements that leave. Undefined: the rest of the table decides. */
  readonly others?: (statement: Node, read: Reader, breakStays: boolean) => boolean | undefined;
}
