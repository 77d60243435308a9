/** Longest text a customer or a seller may send, in UTF-16 units. */
export const MAX_TEXT_LENGTH = 10_000;

/**
 * Control characters but tab and line feed, and the characters that reorder or hide text on screen
 * (bidi embeddings, overrides, isolates; soft hyphen, byte order mark, invisible operators).
 */
const FORBIDDEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: removing them is this file's purpose
  /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u00AD\u061C\u180E\u200B\u200E\u200F\u202A-\u202E\u2028\u2029\u2060-\u206F\uFEFF\uFFF9-\uFFFB]/g;

/** The same text without what PostgreSQL cannot hold: NUL, half a surrogate pair. */
export function storableText(text: string): string {
  return text.replaceAll("\u0000", "").toWellFormed();
}

/** One text as it is stored: NFC, line feeds only, nothing invisible, no blank ends. */
export function cleanText(text: string): string {
  return text.toWellFormed().replace(/\r\n?/g, "\n").replace(FORBIDDEN, "").normalize("NFC").trim();
}

/** The same for a value of one line: runs of white space become one space. */
export function cleanLine(text: string): string {
  return cleanText(text).replace(/[\s\u00A0\u202F]+/g, " ");
}
