/** The text is no JSON array. */
export class NotAnArrayError extends Error {}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const OPEN_ARRAY = 0x5b;
const CLOSE_ARRAY = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;

/**
 * Reads a JSON array piece by piece: each chunk answers the elements it completes, so that memory holds one
 * chunk and never the whole input. One element that is no JSON, and the whole is no JSON array.
 */
export class JsonArrayReader {
  #place: "before" | "first" | "element" | "after" = "before";
  #depth = 0;
  #isInText = false;
  /** What is read of the element not yet complete. */
  #pending = "";
  /** Where in `#pending` the reading stopped. */
  #readTo = 0;

  push(chunk: string): readonly unknown[] {
    const text = this.#pending + chunk;
    const elements: unknown[] = [];
    let start = 0;
    let at = this.#readTo;
    while (at < text.length) {
      const code = text.charCodeAt(at);
      if (this.#isInText) {
        if (code === BACKSLASH && at + 1 === text.length) break;
        if (code === QUOTE) this.#isInText = false;
        at += code === BACKSLASH ? 2 : 1;
        continue;
      }
      if (this.#place === "before" || this.#place === "after") {
        if (this.#enter(code)) start = at + 1;
      } else if (this.#endsElement(code)) {
        this.#take(text.slice(start, at), code, elements);
        start = at + 1;
      }
      at += 1;
    }
    this.#pending = text.slice(start);
    this.#readTo = at - start;
    return elements;
  }

  /** To be called after the last chunk. */
  end(): void {
    if (this.#place !== "after") throw new NotAnArrayError("the array is not closed");
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

  #take(text: string, ending: number, elements: unknown[]): void {
    const isEmptyArray = this.#place === "first" && ending === CLOSE_ARRAY && text.trim() === "";
    if (!isEmptyArray) elements.push(parseElement(text));
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
