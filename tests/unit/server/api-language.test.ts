import { describe, expect, test } from "vitest";
import { isStorable } from "@/lib/server/api/body";
import { isDatabaseDown } from "@/lib/server/api/database-down";
import { sentencesOf } from "@/lib/server/api/issues";
import { languageOf } from "@/lib/server/api/language";

describe("languageOf", () => {
  test.each([
    [null, "fr"],
    ["", "fr"],
    ["en", "en"],
    ["en-GB,en;q=0.9", "en"],
    ["de, en;q=0.5, fr;q=0.4", "en"],
    ["en;q=0.4, fr-CA;q=0.5", "fr"],
    ["en;q=0, fr;q=0.1", "fr"],
    ["*", "fr"],
    ["zz; q=oops", "fr"],
  ] as const)("%s", (header, language) => {
    expect(languageOf(header)).toBe(language);
  });
});

describe("isStorable", () => {
  test.each([
    ["accents and emoji", { a: ["é", "👋"] }, true],
    ["a NUL in a list", { a: ["x\u0000"] }, false],
    ["a NUL in a name", { "a\u0000": 1 }, false],
    ["half a surrogate pair", "\ud83d", false],
    ["no text", [1, null, true], true],
    ["brackets without end", JSON.parse(`${"[".repeat(20_000)}${"]".repeat(20_000)}`), false],
  ])("%s", (_, value, storable) => {
    expect(isStorable(value)).toBe(storable);
  });
});

describe("isDatabaseDown", () => {
  const withCode = (code: string) => Object.assign(new Error("x"), { code });

  test.each([
    ["the server is not there", withCode("ECONNREFUSED"), true],
    ["it closes, under a wrapper", new Error("query failed", { cause: withCode("57P01") }), true],
    ["a wrong query", withCode("42601"), false],
    ["no error", "ECONNREFUSED", false],
  ])("%s", (_, error, down) => {
    expect(isDatabaseDown(error)).toBe(down);
  });
});

describe("sentencesOf", () => {
  test("its own sentence, the API's, the forms', else a general one", () => {
    const sentence = sentencesOf("fr", { required: "Remplissez {n}." });
    expect(sentence("required", { n: "ceci" })).toBe("Remplissez ceci.");
    expect(sentence("unknown_field")).toBe("Champ inconnu.");
    expect(sentence("no_such_code")).toBe("Valeur invalide.");
    expect(sentence("constructor")).toBe("Valeur invalide.");
  });
});
