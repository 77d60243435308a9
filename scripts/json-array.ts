/** The text is no JSON array. */
export class NotAnArrayError extends Error {}

/** An element longer than is kept: its text was skipped, and so not read. */
export class TooLongElement {}

/** Characters kept of one element; a case takes two hundred. */
export const LONGEST_ELEMENT = 1 << 20;

const LEADING_SPACE = /^[ \t\r\n]+/;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const OPEN_ARRAY = 0x5b;
const CLOSE_ARRAY = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;

/**
 * Reads a JSON array piece by piece: each chunk answers the elements it completes, so that memory holds one
 * chunk and never the whole input, and each character is looked at once, whatever the elements' length.
 * One element that is no JSON, and the whole is no JSON array.
 */
export class JsonArrayReader {
  #place: "before" | "first" | "element" | "after" = "before";
  #depth = 0;
  #isInText = false;
  #isEscaped = false;
  /** What earlier chunks hold of the element not yet complete, and its length. */
  #pieces: string[] = [];
  #kept = 0;

  *push(chunk: string): Generator<unknown, void> {
    let start = 0;
    for (let at = 0; at < chunk.length; at += 1) {
      const code = chunk.charCodeAt(at);
      if (this.#isInText) {
        this.#readText(code);
      } else if (this.#place === "before" || this.#place === "after") {
        if (this.#enter(code)) start = at + 1;
      } else if (this.#endsElement(code)) {
        yield* this.#take(chunk.slice(start, at), code);
        start = at + 1;
      }
    }
    if (this.#place === "first" || this.#place === "element") this.#keep(chunk.slice(start));
  }

  /** To be called after the last chunk. */
  end(): void {
    if (this.#place === "before") throw new NotAnArrayError("there is nothing to read");
    if (this.#place !== "after") throw new NotAnArrayError("the array is not closed");
  }

  #readText(code: number): void {
    if (this.#isEscaped) this.#isEscaped = false;
    else if (code === BACKSLASH) this.#isEscaped = true;
    else if (code === QUOTE) this.#isInText = false;
  }

  #enter(code: number): boolean {
    if (isSpace(code)) return false;
    if (this.#place === "after" || code !== OPEN_ARRAY) throw new NotAnArrayError("not an array");
    this.#place = "first";
    return true;
  }

  #endsElement(code: number): boolean {
    if (code === QUOTE) this.#isInText = true;
    else if (code === OPEN_ARRAY || code === OPEN_OBJECT) this.#depth += 1;
    else if (this.#depth > 0 && (code === CLOSE_ARRAY || code === CLOSE_OBJECT)) this.#depth -= 1;
    else return this.#depth === 0 && (code === COMMA || code === CLOSE_ARRAY);
    return false;
  }

  /** Spaces before an element are not its own: they are not kept. */
  #keep(piece: string): void {
    const own = this.#kept === 0 ? piece.replace(LEADING_SPACE, "") : piece;
    if (own === "") return;
    this.#kept += own.length;
    if (this.#kept > LONGEST_ELEMENT) this.#pieces = [];
    else this.#pieces.push(own);
  }

  *#take(piece: string, ending: number): Generator<unknown, void> {
    this.#keep(piece);
    const isEmptyArray = this.#place === "first" && ending === CLOSE_ARRAY && this.#kept === 0;
    if (!isEmptyArray) yield this.#kept > LONGEST_ELEMENT ? new TooLongElement() : parseElement(this.#pieces.join(""));
    this.#pieces = [];
    this.#kept = 0;
    this.#place = ending === COMMA ? "element" : "after";
  }
}

function parseElement(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new NotAnArrayError("an element is no JSON");
  }
}

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09 || code === 0xfeff;
}
