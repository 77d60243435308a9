import { spawn } from "node:child_process";
import { once } from "node:events";
import { getPriority } from "node:os";
import { expect, test } from "vitest";
import { runInBackground } from "../../../scripts/support/background.ts";

test("a process sent to the background gives way; one that is gone is no error", async () => {
  const child = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"], { stdio: "ignore" });
  await once(child, "spawn");
  const pid = child.pid ?? 0;
  runInBackground(pid);
  expect(getPriority(pid)).toBeGreaterThan(getPriority());
  const ended = once(child, "exit");
  child.kill();
  await ended;
  expect(() => runInBackground(pid)).not.toThrow();
});
