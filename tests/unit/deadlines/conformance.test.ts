import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { answerCase } from "@/lib/deadlines/case";
import { moreCases, workedCases } from "@/tests/conformance/cases";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const cases = [...workedCases, ...moreCases];

describe("the conformance suite", { timeout: 60_000 }, () => {
  test("holds the fifty worked cases", () => {
    expect(workedCases).toHaveLength(50);
  });

  test.each(cases)("$id: $because", (one) => {
    const answer = answerCase(one);
    if ("error" in one.expected) {
      expect("error" in answer && answer.error.split(":")[0]).toBe(one.expected.error);
      expect(answer).not.toHaveProperty("dueOn");
    } else expect(answer).toMatchObject(one.expected);
  });

  test.each(["UTC", "Pacific/Kiritimati", "America/Los_Angeles"])("answers the same with TZ=%s", (tz) => {
    const { stdout, status } = runCommand(JSON.stringify(cases), tz);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toEqual(cases.map((one) => answerCase(one)));
  });
});

describe("the command", { timeout: 60_000 }, () => {
  test.each([
    { because: "an empty array", input: "[]", answers: [] },
    { because: "an empty array with spaces", input: " [ \n ] \n", answers: [] },
    { because: "what is no object", input: "[1, null]", answers: [null, null] },
  ])("takes $because", ({ input, answers }) => {
    const { stdout, status } = runCommand(input, "UTC");
    expect(status).toBe(0);
    expect(JSON.parse(stdout).map(({ id }: { id: unknown }) => id)).toEqual(answers);
  });

  test.each(["", "{}", "[1", "[1] 2", "[1,]", "null", "[nope]"])("ends with a failure on %j", (input) => {
    const { status, stderr } = runCommand(input, "UTC");
    expect(status).toBe(1);
    expect(stderr).toContain("not a JSON array");
  });
});

function runCommand(input: string, tz: string) {
  return spawnSync(process.execPath, ["--import", "tsx", "scripts/deadlines.ts"], {
    cwd: root,
    input,
    encoding: "utf8",
    env: { ...process.env, TZ: tz },
  });
}
