/** What a package says about the errors of an API. */
export interface Facts {
  readonly classes: readonly {
    readonly name: string;
    readonly language: string;
    readonly extends?: string;
    readonly status?: number;
    readonly code?: string;
  }[];
  readonly codes: readonly string[];
  /** The names of numbers, by number. */
  readonly names?: Readonly<Record<string, string>>;
}

/** The parts of a catalogue file that are compared. */
export interface Compared {
  readonly codes: readonly { readonly code: string | number; readonly name?: string }[];
  readonly classes?: readonly {
    readonly name: string;
    readonly in?: Readonly<Record<string, readonly string[]>>;
    readonly extends?: string;
    readonly status?: number | string;
    readonly codes?: readonly (string | number)[];
  }[];
}

/** Names what a catalogue lacks of the facts of a package, or says differently; each a sentence. */
export function compareFacts(catalogue: Compared, facts: Facts): readonly string[];
