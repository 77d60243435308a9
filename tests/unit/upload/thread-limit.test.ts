import { Worker } from "node:worker_threads";
import { expect, test } from "vitest";
import { watchThread } from "@/lib/server/files/thread-limit";

test("a thread that computes without end is stopped by the processor it used", { timeout: 60_000 }, async () => {
  const thread = new Worker("for (;;) {}", { eval: true });
  const watch = watchThread(thread, 300);
  await watch.overLimit;
  watch.stop();
  expect((await thread.cpuUsage()).user).toBeGreaterThan(200_000);
  await thread.terminate();
});

test("a thread that waits is not, however long it takes", { timeout: 60_000 }, async () => {
  const thread = new Worker("setInterval(() => {}, 1000)", { eval: true });
  const watch = watchThread(thread, 2_000);
  const waited = new Promise((resolve) => setTimeout(() => resolve("waiting"), 2_500));
  expect(await Promise.race([watch.overLimit, waited])).toBe("waiting");
  watch.stop();
  await thread.terminate();
});
