import { beforeAll, describe, expect, test } from "vitest";
import { hasGlyph, loadFonts } from "@/lib/server/pdf/fonts";
import { readableCopy, readableLines, readableText } from "@/lib/server/pdf/readable-text";

beforeAll(loadFonts);

describe("readableText", () => {
  test.each([
    {
      because: "French is left as it is",
      text: "Cœur d’açaï « maïs » à 3 € : 50 %",
      expected: "Cœur d’açaï « maïs » à 3 € : 50 %",
    },
    { because: "Greek and Cyrillic are drawn", text: "Νίκος Иван", expected: "Νίκος Иван" },
    { because: "Arabic is written in Latin letters", text: "محمد", expected: "mhmd" },
    { because: "Hebrew too", text: "דוד", expected: "dvd" },
    { because: "an emoji is named", text: "Lampe 🎁", expected: "Lampe :gift:" },
    { because: "decomposed accents are joined", text: "e\u0301te\u0301", expected: "été" },
    { because: "a line break is a space", text: "a\nb", expected: "a b" },
    { because: "nothing printable is never blank", text: "\u200F\u{E000}", expected: "[texte non imprimable]" },
    { because: "blank stays blank", text: " ", expected: "" },
  ])("$because", ({ text, expected }) => {
    expect(readableText(text)).toBe(expected);
  });

  test("a statement keeps its lines, each readable", () => {
    expect(readableLines("Je me rétracte.\nNom : דוד\n\nArticles : 1\u0007 lampe")).toEqual([
      "Je me rétracte.",
      "Nom : dvd",
      "Articles : 1 lampe",
    ]);
  });

  test("only signs the font draws are left", () => {
    const text = readableText("李雷 🧑‍🤝‍🧑 नमस्ते ﷺ Ω ﬁ ½ ™");
    expect(text).not.toBe("");
    expect([...text].every((sign) => hasGlyph(sign.codePointAt(0) ?? 0))).toBe(true);
  });

  test("a copy keeps its shape", () => {
    expect(readableCopy({ a: [1, "דוד"], b: undefined, c: null, d: { e: true } })).toEqual({
      a: [1, "dvd"],
      b: undefined,
      c: null,
      d: { e: true },
    });
  });
});
