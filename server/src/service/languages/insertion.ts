/** The place of new text, and the forms around it. */
export interface InsertionPoint {
  readonly offset: number;
  /** Written first: a new line, a comma, nothing. */
  readonly before: string;
  /** Written last. */
  readonly after: string;
  /** The end of the white space that the new text replaces; absent: it replaces nothing. */
  readonly end?: number;
  /** The place of a comma that the neighbour before lacks, where it is not the place of the new text. */
  readonly comma?: number;
}

/** Stands in `Insertion.comparison` where the label goes. */
export const labelHole = '\u0000';

/** The place of new arms and the form of the neighbours, as a language's templates need them. */
export interface Insertion extends InsertionPoint {
  /** Which of the language's templates writes the arms. */
  readonly form: string;
  /** The place of a default arm; absent when the site has one or its form allows none. */
  readonly otherwise?: InsertionPoint;
  /** White space before each new arm. */
  readonly indent: string;
  /** One step of indentation. */
  readonly unit: string;
  readonly quote: string;
  readonly braces: boolean;
  /** The neighbours' opening braces are on lines of their own. */
  readonly bracesBelow: boolean;
  /** Neighbours put several labels on one body. */
  readonly grouped: boolean;
  /** The kind of the neighbours' values (tables). */
  readonly values: 'string' | 'function' | 'other';
  readonly bareKeys: boolean;
  /** The neighbours are on one line (tables). */
  readonly inline: boolean;
  /** The neighbours' condition with `labelHole` for the label (chains). */
  readonly comparison: string;
  readonly subject: string;
  /** code to the constant that names it, where neighbours use constants. */
  readonly constants: ReadonlyMap<string, string>;
  /** The file lacks the import that new statements need: they use full names. */
  readonly qualified?: boolean;
  /** Arms are separated by commas. */
  readonly separates?: boolean;
  /** Some neighbours' labels are constants: the subject may be of a type of their own. */
  readonly named?: boolean;
  /** Neighbours' labels are numbers, in this notation. */
  readonly numbers?: 'decimal' | 'hexadecimal';
  /** The text around each of the neighbours' labels: `Some(` and `)`. */
  readonly around?: readonly [before: string, after: string];
}
