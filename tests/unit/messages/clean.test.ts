import { describe, expect, test } from "vitest";
import { cleanLine, cleanText } from "@/lib/messages/clean";

describe("cleanText", () => {
  test.each([
    { because: "null and escape go", text: "a\u0000b\u001Bc", expected: "abc" },
    { because: "tabs and line feeds stay", text: "a\tb\nc", expected: "a\tb\nc" },
    { because: "Windows line ends become one", text: "a\r\nb\rc", expected: "a\nb\nc" },
    { because: "a right-to-left override goes", text: "photo\u202Egpj.exe", expected: "photogpj.exe" },
    { because: "isolates and marks go", text: "\u2066a\u2069\u200F\uFEFF", expected: "a" },
    { because: "accents are composed", text: "e\u0301te\u0301", expected: "été" },
    { because: "half a surrogate pair is replaced", text: "a\uD800b", expected: "a\uFFFDb" },
    { because: "narrow spaces of French typography stay", text: "Vraiment\u202F?", expected: "Vraiment\u202F?" },
    { because: "joined emoji stay whole", text: "👩‍🔧", expected: "👩‍🔧" },
    { because: "blank ends go", text: "  a \n", expected: "a" },
  ])("$because", ({ text, expected }) => {
    expect(cleanText(text)).toBe(expected);
  });

  test("a line is one line", () => {
    expect(cleanLine(" 12\u00A0 rue\n des  Lilas ")).toBe("12 rue des Lilas");
  });
});
