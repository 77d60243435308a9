import anyAscii from "any-ascii";
import { hasGlyph } from "@/lib/server/pdf/fonts";

/** Stands for a text of which nothing can be printed, so that a name is never blank. */
const UNPRINTABLE = "[texte non imprimable]";

/**
 * A text the embedded font can draw: what it lacks (emoji, right-to-left and Asian scripts) is written in Latin letters.
 *
 * The Factur-X file keeps the text as it was typed.
 */
export function readableText(text: string): string {
  const tidy = text.normalize("NFC").replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ");
  const readable = [...tidy].map(readableSign).join("").replace(/ {2,}/g, " ").trim();
  return readable === "" && text.trim() !== "" ? UNPRINTABLE : readable;
}

/** The lines of a text as they were typed, each readable; empty ones are left out. */
export function readableLines(text: string): readonly string[] {
  return text
    .split("\n")
    .map(readableText)
    .filter((line) => line !== "");
}

/** The same value with every text in it made readable. */
export function readableCopy<Value>(value: Value): Value;
export function readableCopy(value: unknown): unknown {
  if (typeof value === "string") {
    return readableText(value);
  }
  if (Array.isArray(value)) {
    return value.map((item) => readableCopy<unknown>(item));
  }
  return typeof value === "object" && value !== null
    ? Object.fromEntries(Object.entries(value).map(([key, item]) => [key, readableCopy<unknown>(item)]))
    : value;
}

function readableSign(sign: string): string {
  return hasGlyph(sign.codePointAt(0) ?? 0) ? sign : anyAscii(sign);
}
