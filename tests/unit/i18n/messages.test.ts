import { createTranslator } from "next-intl";
import { describe, expect, test } from "vitest";
import { LOCALES, type Locale } from "@/lib/i18n/locale";
import { MESSAGES } from "@/lib/i18n/messages";
import { argumentsOf, leavesOf, readable } from "./message-leaves";

const fr = leavesOf(MESSAGES.fr);
const en = leavesOf(MESSAGES.en);

describe("the two languages say the same things", () => {
  test("same keys", () => {
    expect(en.map((leaf) => leaf.key).sort()).toEqual(fr.map((leaf) => leaf.key).sort());
  });

  test("same arguments", () => {
    const english = new Map(en.map((leaf) => [leaf.key, leaf.words]));
    const differing = fr.filter(
      (leaf) => argumentsOf(leaf.words).join() !== argumentsOf(english.get(leaf.key) ?? "").join(),
    );
    expect(differing.map((leaf) => leaf.key)).toEqual([]);
  });

  test.each(LOCALES)("no empty words and no space at either end in %s", (locale) => {
    const careless = leavesOf(MESSAGES[locale]).filter((leaf) => leaf.words === "" || leaf.words !== leaf.words.trim());
    expect(careless.map((leaf) => leaf.key)).toEqual([]);
  });

  test.each(LOCALES)("every message of %s is well-formed ICU", (locale) => {
    const broken = leavesOf(MESSAGES[locale]).filter((leaf) => !isWellFormed(leaf.words, locale));
    expect(broken.map((leaf) => leaf.key)).toEqual([]);
  });
});

describe("typography", () => {
  const rules: readonly { readonly because: string; readonly wrong: RegExp }[] = [
    { because: "an apostrophe is curly", wrong: /'/ },
    { because: "quotes are guillemets", wrong: /"/ },
    { because: "an ellipsis is one sign", wrong: /\.\.\./ },
    { because: "a narrow no-break space stands before ; ! ?", wrong: /(?<![\u202f!?])[;!?]/ },
    { because: "a no-break space stands before a colon", wrong: /(?<!\u00a0):/ },
    { because: "a no-break space stands after «", wrong: /«(?!\u00a0)/ },
    { because: "a no-break space stands before »", wrong: /(?<!\u00a0)»/ },
    { because: "a no-break space stands before € and %", wrong: /\d [€%]/ },
  ];

  test.each(rules)("in French, $because", ({ wrong }) => {
    expect(fr.filter((leaf) => wrong.test(readable(leaf.words))).map((leaf) => `${leaf.key} = ${leaf.words}`)).toEqual(
      [],
    );
  });

  test("in English, apostrophes and quotes are curly", () => {
    expect(en.filter((leaf) => /['"]/.test(leaf.words)).map((leaf) => `${leaf.key} = ${leaf.words}`)).toEqual([]);
  });
});

/** Formats the message for good, with a number for each argument: what fails here would fail on screen. */
function isWellFormed(words: string, locale: Locale): boolean {
  let failed = false;
  const onError = () => {
    failed = true;
  };
  const translate = createTranslator({ locale, messages: { words }, onError, timeZone: "UTC" });
  const names = argumentsOf(words);
  const values = names.filter((name) => !name.startsWith("<")).map((name) => [name, 2]);
  const tags = names
    .filter((name) => name.startsWith("<"))
    .map((name) => [name.slice(1, -1), (inner: string) => inner]);
  translate.markup("words", Object.fromEntries([...values, ...tags]));
  return !failed;
}
