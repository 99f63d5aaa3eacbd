/** A thing that could not be read, or not all of it, and why. */
export interface Problem {
  /** Its path or name; empty where the problem is not about a single file. */
  readonly file: string;
  /** To follow the name: `is larger than 500 KB`, or a sentence of its own. */
  readonly reason: string;
}

/** A problem on a line of its own. */
export function describeProblem({ file, reason }: Problem): string {
  return file === '' ? reason : `${file}: ${reason}`;
}

/** A problem as a part of a sentence, for reasons that are no sentences of their own. */
export function problemInSentence({ file, reason }: Problem): string {
  return file === '' ? reason : `${file} ${reason}`;
}

/** The same problem, with its file as people are shown it. */
export function showProblem<Shown extends Problem>(problem: Shown, display: (file: string) => string): Shown {
  return problem.file === '' ? problem : { ...problem, file: display(problem.file) };
}
