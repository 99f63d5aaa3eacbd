/**
 * The limits on all input from outside. Each is tested at the limit and above it, and is reported where it is reached. Times
 * are in milliseconds of work, not of waiting, unless the comment says otherwise.
 */
export const limits = {
  /** Longest stretch of parsing and analysing without giving way to other requests. */
  slice: 10,
  /** For a document's syntax tree: a document that takes longer has no tree. */
  parse: 5_000,
  /** For everything that is read out of a tree. */
  analysis: 5_000,
  /** For the repaired copies that one completion parses. */
  completion: 1_000,
  /** How often the parser is begun anew after it broke down, in one process. */
  parserRestarts: 20,
  /** How often one text may break the parser down: after that it is not parsed any more. */
  breakdowns: 2,
  /** For reading a document that a catalogue is read out of: with the start of a command, 10 seconds are not exceeded. */
  document: 9_000,
  /** For the same, in megabytes: many times what the longest documents of people need. */
  documentMemory: 512,
  /** The documents of a folder that make one catalogue. */
  documentsInFolder: 2_000,
  /** How deep objects and lists of a document in YAML, or of a catalogue, may be nested. */
  documentDepth: 200,
  /** The same for other documents in JSON, of which the parts that are not as deep are read. */
  jsonDepth: 2_000,
  /** Entries that `<<` adds to the maps of a document in YAML. */
  mergedEntries: 1_000_000,
  /** So many characters of a catalogue, a page or an API description are read without a thread of their own. */
  documentHere: 256_000,
  /** Characters of a file of settings, which is read where it is asked for. */
  configuration: 256_000,
  /** The codes that settings ignore. */
  ignoredCodes: 10_000,
  /** Sites that one command completes. */
  findingsToComplete: 500,
  /** The codes of one catalogue. */
  codes: 25_000,
  /** The classes of one catalogue. */
  classes: 2_000,
  /** The codes that one class covers. */
  codesOfClass: 5_000,
  /** The operations of one catalogue. */
  operations: 5_000,
  /** The shapes of secrets of one catalogue. */
  secrets: 100,
  /** So many problems of one document are listed. */
  problems: 100,
  /** For so many findings of a stretch fixes are offered at once. */
  findingsToFix: 20,
  /** How deep a condition or the end of a branch may be nested to be read, in nodes. */
  nesting: 500,
  /** How many statements before and after one a chain of early returns may reach. */
  branchesBeside: 300,
  /** How many branches before a place limit the codes that can arrive there. */
  branchesBefore: 500,
  /** For all questions to one log engine, from the first to the last answer, in milliseconds of waiting. */
  engineTime: 120_000,
  /** For one answer of a log engine, in milliseconds of waiting. */
  engineAnswer: 30_000,
  /** Bytes of one answer of a log engine. */
  engineAnswerBytes: 64_000_000,
  /** Bytes of all answers of one log engine. */
  engineBytes: 512_000_000,
  /** Characters of a text of an assistant, or of a file, that an answer repeats. */
  echo: 200,
  /** Characters of a path that a setting or an assistant names. */
  path: 4_096,
  /** Characters of a glob. */
  globLength: 1_000,
  /** The alternatives of one glob, written out. */
  globAlternatives: 200,
  /** The rules of one file of git's ignore rules. */
  ignoreRules: 10_000,
  /** The globs of one setting. */
  globs: 1_000,
} as const;
