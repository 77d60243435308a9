import { afterAll, afterEach, expect, test } from "vitest";
import { freeLostJobs } from "@/db/commands/jobs";
import { announceWorker, type WorkerPresence } from "@/db/worker-presence";
import { instant } from "@/lib/calendar/instant";
import { sweepScope } from "@/lib/server/scope";
import { testDatabase } from "../../support/test-database.ts";

const { owner, url, close } = testDatabase();
const LOCKED = "2026-11-23T09:00:00Z";
let presence: WorkerPresence | undefined;

afterEach(async () => {
  await presence?.end();
  await owner`delete from graphile_worker._private_jobs`;
});
afterAll(close);

test("a killed worker's job is free after a minute, not before", async () => {
  await aJobInHandOf("pool-killed");
  expect(await freeLostJobs(sweepScope("free_lost_jobs"), instant("2026-11-23T09:01:00Z"))).toBe(0);
  expect(await freeLostJobs(sweepScope("free_lost_jobs"), instant("2026-11-23T09:01:01Z"))).toBe(1);
  expect(await workersOfJobs()).toEqual([null]);
});

test("a living worker keeps its job however long it takes, and loses it with its connection", async () => {
  presence = announceWorker("pool-living", url);
  await aJobInHandOf("pool-living");
  await expect.poll(connectionsOf("pool-living")).toBe(1);
  const later = instant("2026-11-23T12:00:00Z");
  expect(await freeLostJobs(sweepScope("free_lost_jobs"), later)).toBe(0);
  expect(await workersOfJobs()).toEqual(["pool-living"]);

  await presence.end();
  await expect.poll(connectionsOf("pool-living")).toBe(0);
  expect(await freeLostJobs(sweepScope("free_lost_jobs"), later)).toBe(1);
  expect(await workersOfJobs()).toEqual([null]);
});

async function aJobInHandOf(worker: string) {
  await owner`select enqueue('slow', '{}'::json)`;
  await owner`update graphile_worker._private_jobs set locked_by = ${worker}, locked_at = ${LOCKED}`;
}

async function workersOfJobs() {
  const jobs = await owner`select locked_by from graphile_worker.jobs`;
  return jobs.map(({ locked_by }) => locked_by);
}

function connectionsOf(worker: string) {
  return async () => {
    const [row] = await owner`select count(*)::int as count from pg_stat_activity where application_name = ${worker}`;
    return row?.count;
  };
}
