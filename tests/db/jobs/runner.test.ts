import { afterAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { runDueJobs, startJobs } from "@/lib/server/jobs/runner";
import { defineTask } from "@/lib/server/jobs/task";
import { testDatabase } from "../../support/test-database.ts";

const { owner, close } = testDatabase();
afterAll(close);

const payload = z.object({ word: z.string() });

describe("jobs", () => {
  test("a job added in a transaction by the application role runs once, after the commit", async () => {
    const seen: string[] = [];
    await owner.begin(async (tx) => {
      await tx`select set_config('role', 'espace_app', true)`;
      await tx`select enqueue('note', '{"word": "un"}'::json)`;
    });
    const tasks = { note: defineTask(payload, async ({ word }) => void seen.push(word)) };
    await runDueJobs(tasks);
    await runDueJobs(tasks);
    expect(seen).toEqual(["un"]);
  });

  test("a job of a transaction that is rolled back does not exist", async () => {
    const rolledBack = owner.begin(async (tx) => {
      await tx`select enqueue('lost', '{"word": "un"}'::json)`;
      throw new Error("rolled back");
    });
    await expect(rolledBack).rejects.toThrow("rolled back");
    expect(await waiting("lost")).toBe(0);
  });

  test("the application role cannot touch the queue's own tables", async () => {
    const direct = owner.begin(async (tx) => {
      await tx`select set_config('role', 'espace_app', true)`;
      await tx`select graphile_worker.add_job('note', '{}'::json)`;
    });
    await expect(direct).rejects.toThrow(/permission denied/);
  });

  test("a payload that does not fit fails the job and keeps it for another try", async () => {
    await owner`select enqueue('strict', '{"word": 1}'::json)`;
    await runDueJobs({ strict: defineTask(payload, async () => {}) });
    const [job] = await owner`select attempts, last_error from graphile_worker.jobs where task_identifier = 'strict'`;
    expect(job).toMatchObject({ attempts: 1, last_error: expect.stringContaining("expected string") });
  });

  test("a second job with the same key replaces the first while it waits", async () => {
    await owner`select enqueue('keyed', '{"word": "un"}'::json, 'the-key')`;
    await owner`select enqueue('keyed', '{"word": "deux"}'::json, 'the-key')`;
    expect(await waiting("keyed")).toBe(1);
  });

  test("stopping waits for the job that runs, and its completion is not lost", async () => {
    let begun = () => {};
    const hasBegun = new Promise<void>((resolve) => {
      begun = resolve;
    });
    let isFinished = false;
    const slow = defineTask(payload, async () => {
      begun();
      await new Promise((resolve) => setTimeout(resolve, 300));
      isFinished = true;
    });
    await owner`select enqueue('slow', '{"word": "un"}'::json)`;
    const runner = await startJobs({ slow }, []);
    await hasBegun;
    await runner.stop();
    await runner.finished;
    expect(isFinished).toBe(true);
    expect(await waiting("slow")).toBe(0);
  });
});

async function waiting(task: string): Promise<number> {
  const [row] = await owner`select count(*)::int as jobs from graphile_worker.jobs where task_identifier = ${task}`;
  return Number(row?.jobs);
}
