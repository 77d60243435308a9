import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { lockHolder, takeLock } from "../../../scripts/support/lock.ts";
import { processStart } from "../../../scripts/support/process-table.ts";

let directory: string;
let path: string;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "lock-test-"));
  path = join(directory, "start.lock");
});

afterEach(() => rmSync(directory, { recursive: true }));

describe("a lock", () => {
  test("is refused while its holder lives, with what the holder said of itself", () => {
    takeLock(path, "http://localhost:3000");
    expect(takeLock(path)).toEqual({
      taken: false,
      holder: { pid: process.pid, startedAt: processStart(process.pid), note: "http://localhost:3000" },
    });
  });

  test("can be taken again after its release", () => {
    const first = takeLock(path);
    if (first.taken) first.release();
    expect(lockHolder(path)).toBeUndefined();
    expect(takeLock(path).taken).toBe(true);
  });

  test.each([
    { because: "the process is gone", content: { pid: 4_194_305, startedAt: "1", note: "" } },
    { because: "its number belongs to a later process", content: { pid: process.pid, startedAt: "1", note: "" } },
    { because: "it was cut short while it was written", content: {} },
  ])("is taken over when $because", ({ content }) => {
    writeFileSync(path, JSON.stringify(content));
    expect(takeLock(path).taken).toBe(true);
    expect(lockHolder(path)?.pid).toBe(process.pid);
  });

  test("leaves another's lock alone when it is released late", () => {
    const first = takeLock(path);
    writeFileSync(path, JSON.stringify({ pid: 1, startedAt: "1", note: "" }));
    if (first.taken) first.release();
    expect(existsSync(path)).toBe(true);
  });
});
