/** A source and the text after its fix or completion. */
export interface Change {
  readonly before: string;
  readonly after: string;
}

/** Why a language has no such case. */
export interface Without {
  readonly without: string;
}

/**
 * The cases of every language. In each source the API is meant, by a directive or the workspace, and exactly
 * SMART_BALANCE_PAYMENT_FAILED is missing: `error-codes: only billing, GENERATION_TIMEOUT` narrows the required codes.
 */
export interface LanguageCases {
  /** The language's own id. */
  readonly id: string;
  readonly languageId: string;
  /** `Add the missing case` on a switch or match without a default. */
  readonly switch: Change | Without;
  /** The same before a default. */
  readonly switchWithDefault: Change | Without;
  readonly chain: Change | Without;
  /** Consecutive branches that leave; the code after them is the default. */
  readonly earlyReturns: Change | Without;
  /** A table of strings, which gets the documented cause. */
  readonly table: Change | Without;
  /** `Add a default case`. */
  readonly otherwise: Change | Without;
  /** A site inside a guard for status 402, by a number; no directive. */
  readonly narrowedByStatus: string;
  /** The same by a named constant of the language's HTTP library, or by a range with other means. */
  readonly narrowedByConstant: string | Without;
  /** The code is handled by an earlier branch on the same subject: nothing is missing (directive `only billing`). */
  readonly narrowedByBranch: string;
  /** Labels are constants or enum members of the same file. */
  readonly constants: string | Without;
  /** The second of two equal labels is reported. */
  readonly duplicate: string;
  /** Retry sets, single comparisons, status checks in a file where the API shows (`pikzels` in a comment): silent. */
  readonly partial: string;
  /** Code that handles job states or a different system's codes in a workspace where the API shows: silent. */
  readonly lookAlike: string;
  /** Accepting CONFLICT in a label; `⟦|⟧` is the cursor. */
  readonly completion: Change;
  /** The same in a label that is not closed, or a file that ends there. */
  readonly halfTyped: Change;
  /** At the start of an arm: the first proposal is all missing cases, and accepting one arm's head gives `after`. */
  readonly armStart: (Change & { readonly label: string }) | Without;
}

/** Whether a language has a case of a kind. */
export function has<Case>(value: Case | Without): value is Case {
  return typeof value !== 'object' || value === null || !('without' in value);
}
