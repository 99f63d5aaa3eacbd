import type { Node } from 'web-tree-sitter';
import type { TopLevelShape } from '../syntax/textParts.ts';
import type { Insertion } from './insertion.ts';
import type { Reader } from './reading/readings.ts';
import type { ReadingTable } from './reading/readingTable.ts';
import type { TextForms } from './textForms.ts';

/**
 * One programming language: how its syntax tree shows the few things that this service asks for, and how new arms are
 * written in it. Everything else is the same for all languages. To add one, add a file that exports such a value.
 */
export interface LanguageDefinition {
  /** Short name of our own, as in file names. */
  readonly id: string;
  readonly title: string;
  /** LSP language identifiers; absent: the id is one. */
  readonly languageIds?: readonly string[];
  /** File name endings, with the dot. */
  readonly extensions: readonly string[];
  /** `tree-sitter-<grammar>.wasm`; absent: it has the name of the id. */
  readonly grammar?: string;
  readonly comment: {
    readonly nodes: ReadonlySet<string>;
    /** Opens a comment that ends with its line. */
    readonly line: string;
    /** Opens and closes a comment of any length; absent for a language without such comments. */
    readonly block?: readonly [open: string, close: string];
  };
  /** Words of the statements that import declarations of other files. */
  readonly importWords: readonly string[];
  /**
   * How new strings are quoted; absent: in all ways of `text`. Where several are possible, the neighbours decide, and without
   * neighbours the first is taken.
   */
  readonly quotes?: readonly [string, ...string[]];
  /** How strings and comments are written: see `writeString` and `writeComment`. */
  readonly text: TextForms;
  /** Node types beyond which a condition is no longer certain: bodies of functions and classes. */
  readonly functions: ReadonlySet<string>;
  /** Those of `functions` that only group others: bodies of classes. */
  readonly groups: ReadonlySet<string>;
  /** Node types that contain statements one after the other. */
  readonly blocks: ReadonlySet<string>;
  /** The sign of a range that leaves its end out, where other languages' ranges with the same sign have it. */
  readonly exclusiveRange?: string;
  /** The import that the statements of new arms need; without a line to add, they use full names where it is missing. */
  readonly neededImport?: { readonly present: RegExp; readonly line?: string };
  /** Lines for the compiler between lines of code, which its grammar does not read reliably. */
  readonly directives?: RegExp;
  /** The text before the first line of a file that can be a comment; absent: no text, or the name of an interpreter. */
  readonly beforeFirstLine?: RegExp;
  /** A switch compares with names only: there is no switch over strings. */
  readonly labelsAreNames?: boolean;
  /** A bare name in an arm takes every value unless it is a constant. */
  readonly bareNamesCapture?: boolean;
  /** Constants that a class or module declares are known in it by their plain names. */
  readonly bareMembers?: boolean;
  /** How to separate declarations of the top level without parsing; absent: files are always parsed whole. */
  readonly topLevel?: TopLevelShape;
  /** How its syntax tree is read. */
  readonly reading: ReadingTable;
  /** Matches the text right before a declared constant's value, opening quote included: a cheap test before the tree is asked. */
  readonly beforeDeclaredValue: RegExp;
  /** Types in the file that list codes, to be extended together with a site; absent: none are known. */
  readCodeTypes?(root: Node): readonly CodeType[];
  readonly writer: ArmWriter;
  /** Completes half-typed code, for completion. */
  readonly repair: {
    /** The least arm of each form. The first is also that of all other forms. */
    readonly arms: readonly [LeastArm, ...LeastArm[]];
    /** A sign and a value, which make a half-typed key the key of an entry; absent: nothing has to be there. */
    readonly completeKey?: string;
    /** Ends the text between a switch's subject and the start of its first arm. */
    readonly switchHead: RegExp;
    /** Ends the text before a label that is no string yet; absent: `case` does. */
    readonly beforeArmLabel?: RegExp;
    /** Ends the text before the name of a class of errors; absent: no such names occur. */
    readonly beforeClass?: RegExp;
    /** Ends the text before the other side of a comparison; absent: `==` or `!=` does. */
    readonly beforeComparedLabel?: RegExp;
  };
}

/** A language with the reader of its trees: see `defineLanguage`. */
export type Language = LanguageDefinition & Required<Pick<LanguageDefinition, 'languageIds' | 'grammar' | 'quotes'>> & Reader;

/** An arm with the least body that makes it parse. */
export interface LeastArm {
  /** See `SwitchReading.form`; the writer has the heads of such arms. */
  readonly form: string;
  /** The text behind its head. */
  readonly body: string;
  /** The same behind a head that is being typed; absent: `body`. */
  readonly rest?: string;
}

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

/** The templates for new code in one language. Their results are inserted unchanged at the insertion's offset. */
export interface ArmWriter {
  writeArms(codes: readonly NewCode[], insertion: Insertion, newline: string): string;
  writeOtherwise(insertion: Insertion, newline: string): string;
  /** The lines of an arm's body: comments, and statements that fail loudly. */
  writeBody(codes: readonly NewCode[], insertion: Insertion, indent: string): readonly string[];
  /** The head of an arm with one label: `case 'X':`; empty for a form without arms. */
  headOf(form: string, label: string): string;
  /** The head of one arm without its body: `case 'X':`. */
  writeArmHead(code: string, insertion: Insertion): string;
  /** Functions can be written as a table's values. */
  readonly writesHandlers: boolean;
  /** Writes a whole switch; absent in languages without switches. */
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
