/** A thing that could not be read, or not all of it, and why. */
export interface Problem {
  /** Its path or name; empty where the problem is not about a single file. */
  readonly file: string;
  /** The reason, to follow the name: `cannot be read: …`, or a sentence of its own. */
  readonly reason: string;
}

/** A problem in words, without a full stop of its own: the name, and the reason behind a colon. */
export function describeProblem({ file, reason }: Problem): string {
  return file === '' ? reason : `${file}: ${reason}`;
}

/** The same problem, with its file as people are shown it. */
export function showProblem<Shown extends Problem>(problem: Shown, display: (file: string) => string): Shown {
  return problem.file === '' ? problem : { ...problem, file: display(problem.file) };
}
