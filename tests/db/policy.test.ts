import { afterAll, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import { getPolicy, getPolicyAt } from "@/db/queries/policy";
import { withScope } from "@/db/scope";
import { instant } from "@/lib/calendar/instant";
import { POLICY_V1 } from "@/lib/policy/rules";
import { sweepScope } from "@/lib/server/scope";

afterAll(closeDatabase);

const scope = sweepScope("test");

test("the migration copied policy version 1 as the code holds it", async () => {
  const policy = await withScope(scope, (tx) => getPolicy(tx, 1));
  expect(policy.content).toEqual(POLICY_V1);
});

test("the version in force is the last one effective at an instant", async () => {
  const policy = await withScope(scope, (tx) => getPolicyAt(tx, instant("2026-11-23T10:00:00Z")));
  expect(policy.version).toBe(1);
});
