import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { JsonArrayReader, LONGEST_ELEMENT, NotAnArrayError, TooLongElement } from "@/scripts/json-array";
import { moreCases, workedCases } from "@/tests/conformance/cases";

const root = fileURLToPath(new URL("../../..", import.meta.url));

describe("a JSON array read piece by piece", () => {
  test.each([1, 2, 7, 1000])("gives the same elements from pieces of %i characters", (size) => {
    const odd = ["a\\", '"],[{"', '\\"]', "\u2028é😀", " ", "", { "]": ["}", [{}]] }, -1.5e3, true, null];
    const elements = [...workedCases, ...moreCases, ...odd];
    expect(read(JSON.stringify(elements, null, 1), size)).toEqual(elements);
  });

  test("skips one element too long to be a case and reads on", () => {
    const long = JSON.stringify("x".repeat(LONGEST_ELEMENT - 1));
    const longest = JSON.stringify("x".repeat(LONGEST_ELEMENT - 2));
    expect(read(`[1, ${long}, ${longest}, 2]`, 65_536)).toEqual([1, new TooLongElement(), JSON.parse(longest), 2]);
  });

  test("keeps no spaces, however many", () => {
    expect(read(`[${" ".repeat(2 * LONGEST_ELEMENT)}]`, 65_536)).toEqual([]);
    expect(read(`[${"\n".repeat(2 * LONGEST_ELEMENT)}1]`, 65_536)).toEqual([1]);
  });

  test.each(["[\u00a01]", "[\ufeff]", "[1 2]", "[1]]", "x[1]", "['a']", "[1,,2]"])("refuses %j", (text) => {
    expect(() => read(text, 3)).toThrow(NotAnArrayError);
  });

  test.each(["[", '["', '["\\', "[[[[", '[{"a":', "", "[1,"])("says that %j ends too early", (text) => {
    expect(() => read(text, 2)).toThrow(NotAnArrayError);
  });
});

describe("the command", { timeout: 60_000 }, () => {
  test("answers what came before the place at which the array breaks", () => {
    const { stdout, status, stderr } = runCommand(`${JSON.stringify(workedCases).slice(0, -1)}, nope]`);
    expect(status).toBe(1);
    expect(stderr).toContain("not a JSON array");
    expect(JSON.parse(`${stdout}]`).map(({ id }: { id: unknown }) => id)).toEqual(workedCases.map(({ id }) => id));
  });

  test("takes no case that is too long, and takes the next", () => {
    const { stdout, status } = runCommand(
      JSON.stringify([
        { id: "long", pad: "x".repeat(LONGEST_ELEMENT) },
        { id: "next", clock: "never" },
      ]),
    );
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toEqual([
      { id: null, error: "case: longer than 1048576 characters" },
      { id: "next", error: 'clock: unknown clock "never"' },
    ]);
  });

  test("ends on thirty million open brackets", () => {
    expect(runCommand("[".repeat(30_000_000)).status).toBe(1);
  });
});

function read(text: string, size: number): readonly unknown[] {
  const reader = new JsonArrayReader();
  const elements: unknown[] = [];
  for (let at = 0; at < text.length; at += size) elements.push(...reader.push(text.slice(at, at + size)));
  reader.end();
  return elements;
}

function runCommand(input: string) {
  return spawnSync(process.execPath, ["--import", "tsx", "scripts/deadlines.ts"], {
    cwd: root,
    input,
    encoding: "utf8",
    maxBuffer: 1 << 26,
  });
}
