/** The parts of a document by which an answer is known. */
interface AnswerDocument {
  readonly languageId: string;
  getText(): string;
}

/** Longer texts are data. */
const longestAnswer = 200_000;
/** Documents that hold nothing else of interest: no findings and no completion. */
const answerLanguages: readonly string[] = ['http', 'plaintext'];
const kinds: readonly string[] = [...answerLanguages, 'json', 'jsonc'];

const head = /^(?:[<*] )?HTTP\/\d(?:\.\d)? [1-5]\d\d\b/m;
/** Between the answers of a file: the next one's status line, or the mark of clients in editors. */
const border = /^(?:###|(?:[<*] )?HTTP\/\d(?:\.\d)? [1-5]\d\d\b)/gm;
/** A member that an error's answer has, and a member beside it or in it that tells about the error. */
const envelope = /"(?:error|errors|fault|problem|error_?code|errorCode)"\s*:/;
const detail = /"(?:code|type|message|detail|status|title|reason|request_?id|requestId)"\s*:/i;

/** Whether a document of this language is only looked at as an answer. */
export function isOnlyAnswer({ languageId }: Pick<AnswerDocument, 'languageId'>): boolean {
  return answerLanguages.includes(languageId);
}

/** Whether a document is the answer of an API that tells of an error: pasted, or shown by a client of HTTP. */
export function isAnswer(document: AnswerDocument): boolean {
  if (!kinds.includes(document.languageId)) return false;
  const text = document.getText();
  if (text.length > longestAnswer) return false;
  if (head.test(text)) return true;
  // Among other text only the whole of an envelope tells.
  return isOnlyAnswer(document)
    ? /[{,]\s*"error"\s*:\s*\{/.test(text)
    : /^\s*[[{]/.test(text) && envelope.test(text) && detail.test(text);
}

/** The answer around an offset, with its headers, where a text has several. */
export function answerAround(text: string, offset: number): string {
  let start = 0;
  for (const { index } of text.matchAll(border)) {
    if (index > offset) return text.slice(start, index);
    start = index;
  }
  return text.slice(start);
}
