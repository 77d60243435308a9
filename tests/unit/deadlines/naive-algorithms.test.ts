import { readFileSync, writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { NAIVE_ALGORITHMS } from "@/tests/conformance/naive-algorithms";
import { failuresOf, naiveTable, TABLE_END, TABLE_START } from "@/tests/conformance/naive-table";

const readme = new URL("../../conformance/README.md", import.meta.url);

describe("naive algorithms", () => {
  test.each(NAIVE_ALGORITHMS)("$name: the cases find it out", (algorithm) => {
    expect(failuresOf(algorithm).wrongDay).not.toEqual([]);
  });

  test("the table of the README is what running them gives (WRITE_TABLE=1 rewrites it)", () => {
    const text = readFileSync(readme, "utf8");
    const [before = "", rest = ""] = text.split(TABLE_START);
    const [, after = ""] = rest.split(TABLE_END);
    const expected = `${before}${TABLE_START}\n\n${naiveTable()}\n\n${TABLE_END}${after}`;
    if (process.env.WRITE_TABLE) writeFileSync(readme, expected);
    else expect(unaligned(text)).toBe(unaligned(expected));
  });
});

/** The formatter aligns the columns of a table; what they hold is what counts. */
function unaligned(text: string): string {
  return text.replace(/ {2,}/g, " ").replace(/ ?:?-{3,}:? ?/g, "---");
}
