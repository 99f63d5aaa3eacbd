/**
 * Whether a text has the shape of a request id: one word with a digit and a letter in it, or a long number. A part of a word, a
 * sign or a short number is in nearly every line: searching for it would return the whole file.
 */
export function looksLikeRequestId(text: string): boolean {
  return (
    /^[\w.:+/=@|;%~-]{6,1000}$/.test(text) &&
    (/^\d{12,}$/.test(text) || (/\d/.test(text) && /[A-Za-z]/.test(text))) &&
    !/^\d{4}-\d\d-\d\d/.test(text)
  );
}
