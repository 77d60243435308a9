import { existsSync } from "node:fs";
import path from "node:path";
import { Font } from "@react-pdf/renderer";

/** Source Sans 3 (OFL) holds every French sign, the euro, U+202F and U+2011; Helvetica is never embedded. */
export const PAPER_FONT = "Source Sans 3";

const PACKAGE = "node_modules/@expo-google-fonts/source-sans-3";
const FILES = [
  { fontWeight: 400, file: "400Regular/SourceSans3_400Regular.ttf" },
  { fontWeight: 600, file: "600SemiBold/SourceSans3_600SemiBold.ttf" },
] as const;

/** Longest run of signs kept in one piece; a longer one may break anywhere, so that it cannot leave its cell. */
const LONGEST_WORD = 24;

let ready: Promise<void> | undefined;

/** Registers and opens the fonts once per process. */
export function loadFonts(): Promise<void> {
  ready ??= openFonts();
  return ready;
}

/** Whether the regular font draws a sign; asked after `loadFonts`. */
export function hasGlyph(codePoint: number): boolean {
  return Font.getFont({ fontFamily: PAPER_FONT, fontWeight: 400 }).data?.hasGlyphForCodePoint(codePoint) ?? false;
}

async function openFonts(): Promise<void> {
  const folder = fontFolder();
  Font.register({
    family: PAPER_FONT,
    fonts: FILES.map(({ fontWeight, file }) => ({
      fontWeight,
      src: path.join(/*turbopackIgnore: true*/ folder, file),
    })),
  });
  Font.registerHyphenationCallback(breakOnlyLongWords);
  for (const { fontWeight } of FILES) {
    await Font.load({ fontFamily: PAPER_FONT, fontWeight });
    nameEveryGlyph(fontWeight);
  }
}

/**
 * fontkit remembers a glyph with the signs it was first asked for, and react-pdf drops a glyph without any. Embedding
 * "À" asks for the glyph of "A" as a mere part of it: every later document would lose its "A". Asking for each sign
 * first names each glyph for good.
 */
function nameEveryGlyph(fontWeight: number): void {
  const font = Font.getFont({ fontFamily: PAPER_FONT, fontWeight }).data;
  for (const codePoint of font?.characterSet ?? []) {
    font?.glyphForCodePoint(codePoint);
  }
}

/** No hyphenation: the built-in rules are English. */
function breakOnlyLongWords(word: string): string[] {
  const signs = [...word];
  return signs.length <= LONGEST_WORD ? [word] : signs;
}

/** The package's folder, searched upwards: a checkout, the worker and a standalone server start from different places. */
function fontFolder(): string {
  const start = process.cwd();
  const candidates = parentsOf(start).map((parent) => path.join(/*turbopackIgnore: true*/ parent, PACKAGE));
  const found = candidates.find((folder) => existsSync(/*turbopackIgnore: true*/ path.join(folder, FILES[0].file)));
  if (found === undefined) {
    throw new Error(`The fonts of the documents were not found from ${start} upwards (${PACKAGE}).`);
  }
  return found;
}

function parentsOf(folder: string): readonly string[] {
  const parent = path.dirname(folder);
  return parent === folder ? [folder] : [folder, ...parentsOf(parent)];
}
