import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { childrenOf, isAlive } from "../../scripts/support/process-table.ts";
import { ended, type RunningApp, restartApp, spawnApp, startApp } from "../support/running-app.ts";

/* The product as a set of processes: each test runs one of its own. */
test.describe.configure({ mode: "serial", timeout: 120_000 });

let app: RunningApp;

test.beforeAll(async () => {
  test.setTimeout(300_000);
  app = await startApp({ DEMO: "0" });
});

test.afterAll(async () => {
  await app.stop();
  app.remove();
});

test("a second start on the same data directory says so and ends", async () => {
  const second = spawnApp(app.dataDir, 0, { PORT: "" });
  expect(await ended(second.process)).toBe(1);
  expect(second.output()).toContain(`Already running on ${app.dataDir}: ${app.baseUrl}`);
  expect(await health()).toBe(200);
});

test("a wrong value of the environment is named", async () => {
  const wrong = spawnApp(app.dataDir, 0, { PORT: "trois mille" });
  expect(await ended(wrong.process)).toBe(1);
  expect(wrong.output()).toContain("PORT is not a whole number");
});

test("while its database is mute the product says so, and recovers without a restart", async () => {
  const postgres = [postmasterPid(), ...childrenOf(postmasterPid())];
  signalAll(postgres, "SIGSTOP");
  try {
    expect(await health()).toBe(503);
  } finally {
    signalAll(postgres, "SIGCONT");
  }
  await expect.poll(health, { timeout: 30_000 }).toBe(200);
});

test("a database that ends is started again", async () => {
  const postmaster = postmasterPid();
  process.kill(postmaster, "SIGINT");
  await expect.poll(() => isAlive(postmaster), { timeout: 30_000 }).toBe(false);
  await expect.poll(answer, { timeout: 60_000 }).toBe(200);
  expect(postmasterPid()).not.toBe(postmaster);
});

test("after everything was killed the next start recovers", async () => {
  const processes = [...childrenOf(supervisorPid()), supervisorPid()];
  signalAll(processes, "SIGKILL");
  await expect.poll(() => processes.filter(isAlive), { timeout: 30_000 }).toEqual([]);
  app = await restartApp(app.dataDir, Number(new URL(app.baseUrl).port), { DEMO: "0" });
  expect(await health()).toBe(200);
});

test("when only the supervisor is killed the web server and the worker end too", async () => {
  const children = childrenOf(supervisorPid()).filter((pid) => pid !== postmasterPid());
  expect(children.length).toBeGreaterThan(1);
  signalAll([supervisorPid()], "SIGKILL");
  await expect.poll(() => children.filter(isAlive), { timeout: 60_000 }).toEqual([]);
  app = await restartApp(app.dataDir, Number(new URL(app.baseUrl).port), { DEMO: "0" });
});

test("stopping ends every process and frees the data directory", async () => {
  const processes = childrenOf(supervisorPid());
  expect(await app.stop()).toBe(0);
  expect(processes.filter(isAlive)).toEqual([]);
  expect(existsSync(join(app.dataDir, "start.lock"))).toBe(false);
  await expect(health()).rejects.toThrow();
});

async function health(): Promise<number> {
  return (await fetch(`${app.baseUrl}/api/health`)).status;
}

/** While the product starts again there is no answer. */
async function answer(): Promise<number> {
  return await health().catch(() => 0);
}

function supervisorPid(): number {
  if (app.process.pid === undefined) throw new Error("The supervisor did not start");
  return app.process.pid;
}

function postmasterPid(): number {
  const cluster: { directory: string } = JSON.parse(readFileSync(join(app.dataDir, "cluster.json"), "utf8"));
  const directory = join(app.dataDir, cluster.directory);
  return Number.parseInt(readFileSync(join(directory, "cluster", "postmaster.pid"), "utf8"), 10);
}

function signalAll(pids: readonly number[], signal: NodeJS.Signals) {
  for (const pid of pids) process.kill(pid, signal);
}
