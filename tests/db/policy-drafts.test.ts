import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import { openClaim } from "@/db/commands/open-claim";
import { endPolicyDraft, publishPolicy, savePolicyDraft } from "@/db/commands/policy-drafts";
import { listThresholds } from "@/db/queries/alerts";
import { readClocks } from "@/db/queries/clock-facts";
import { getLastPolicy } from "@/db/queries/policy";
import { simulatePolicy } from "@/db/queries/policy-simulation";
import { findPolicyDraft, findPolicyVersion, listPolicyVersions } from "@/db/queries/policy-versions";
import { withScope } from "@/db/scope";
import { type Instant, instant } from "@/lib/calendar/instant";
import { policyDraftInput } from "@/lib/policy/draft";
import { WAIVABLE_DEMANDS } from "@/lib/replies/demand";
import { verifyJournal } from "@/lib/server/journal/verify-journal";
import { adminScope, sweepScope } from "@/lib/server/scope";
import { type MadeSeller, makeOrder, makeSeller } from "../support/factory";
import { testDatabase } from "../support/test-database";

const db = testDatabase();
afterAll(async () => {
  await db.close();
  await closeDatabase();
});

const person = (last: string) => ({ kind: "operator", userId: `0198a0c0-0000-7000-8000-00000000000${last}` }) as const;
const author = adminScope({ role: "admin", actor: person("1") });
const other = adminScope({ role: "admin", actor: person("2") });
const auditor = adminScope({ role: "auditor", actor: person("3") });
/** A Friday; two working days end on Tuesday the 24th, one on Monday the 23rd. */
const OPENED = instant("2026-11-20T09:00:00Z");
const NOW = instant("2026-11-24T08:00:00Z");

const input = (change: object = {}) =>
  policyDraftInput.parse({
    effectiveOn: "2026-12-01",
    reason: "Répondre plus vite avant les fêtes.",
    periods: { reply: { length: 1, unit: "working_day" } },
    closeAfterSilentDays: 30,
    linkDaysAfterClosure: 90,
    required: WAIVABLE_DEMANDS.filter((code) => code !== "packing_missing"),
    thresholds: {
      on_time: { percent: 98, days: 30, minSample: 20 },
      promises_kept: { percent: "", days: 30, minSample: 20 },
    },
    ...change,
  });

async function openedAt(seller: MadeSeller, at: Instant) {
  const order = await makeOrder(seller);
  const asked = { orderNumber: order.number, situation: "damaged" as const, message: "Il est abîmé." };
  const claim = await openClaim(seller.scope, { input: asked, recordedBy: "seller", locale: "fr" }, at);
  if (!claim.ok) throw new Error(claim.reason);
  const { claimId } = claim.value;
  const rows = await withScope(seller.scope, (tx) => readClocks(tx, seller.id, claimId));
  const [row] = await db.superuser`select policy_version as version from claims where id = ${claimId}`;
  const reply = rows.find(({ kind }) => kind === "reply");
  return { claimId, version: row?.version, dueOn: reply?.dueOn, ruleVersion: reply?.ruleVersion };
}

describe("a draft", () => {
  test("is an admin's to write, its author's to change, and refused a day that is not to come", async () => {
    expect(await savePolicyDraft(auditor, input(), NOW)).toMatchObject({ reason: "not_allowed" });
    expect(await savePolicyDraft(author, input({ effectiveOn: "2026-11-24" }), NOW)).toMatchObject({
      reason: "effective_in_past",
      fields: { effectiveOn: ["effective_in_past"] },
    });
    expect(await savePolicyDraft(author, input({ closeAfterSilentDays: 20 }), NOW)).toMatchObject({ ok: true });
    expect(await savePolicyDraft(other, input(), NOW)).toMatchObject({ reason: "not_the_author" });
    expect(await savePolicyDraft(author, input(), NOW)).toMatchObject({ ok: true });
    expect(await findPolicyDraft(auditor)).toMatchObject({ revision: 2, basedOn: 1, effectiveOn: "2026-12-01" });
  });

  test("is simulated over open claims without moving one", async () => {
    const seller = await makeSeller();
    const { claimId } = await openedAt(seller, OPENED);
    const draft = await findPolicyDraft(author);
    if (!draft) throw new Error("no draft");
    const shown = await simulatePolicy(author, draft, NOW);
    expect(shown).toMatchObject({ moved: 1, becomeOverdue: 1, noLongerOverdue: 0, earlier: 1 });
    expect(shown.claims).toMatchObject([{ claimId, becomesOverdue: true, to: { dueOn: "2026-11-23" } }]);
    expect(shown.sellerNames.get(seller.id)).toBeDefined();
    const rows = await withScope(seller.scope, (tx) => readClocks(tx, seller.id, claimId));
    expect(rows.find(({ kind }) => kind === "reply")?.dueOn).toBe("2026-11-24");
  });

  test("is published by another admin, as it was read, once", async () => {
    expect(await publishPolicy(author, { revision: 2 }, NOW)).toMatchObject({ reason: "own_draft" });
    expect(await publishPolicy(auditor, { revision: 2 }, NOW)).toMatchObject({ reason: "not_allowed" });
    expect(await publishPolicy(other, { revision: 1 }, NOW)).toMatchObject({ reason: "draft_changed" });
    const late = instant("2026-12-01T08:00:00Z");
    expect(await publishPolicy(other, { revision: 2 }, late)).toMatchObject({ reason: "effective_in_past" });
    expect(await publishPolicy(other, { revision: 2 }, NOW)).toEqual({ ok: true, value: { version: 2 } });
    expect(await publishPolicy(other, { revision: 2 }, NOW)).toMatchObject({ reason: "no_draft" });
    expect((await listPolicyVersions(auditor)).map(({ version }) => version)).toEqual([2, 1]);
    expect(await findPolicyVersion(auditor, 2)).toMatchObject({ effectiveFrom: "2026-11-30T23:00:00.000Z" });
  });
});

describe("a published version", () => {
  let before: Awaited<ReturnType<typeof openedAt>>;
  let after: Awaited<ReturnType<typeof openedAt>>;
  beforeAll(async () => {
    const seller = await makeSeller();
    before = await openedAt(seller, instant("2026-11-30T22:59:59Z"));
    after = await openedAt(seller, instant("2026-11-30T23:00:00Z"));
  });

  test("rules the claims received from its day on, and no other", () => {
    expect(before).toMatchObject({ version: 1, ruleVersion: 1, dueOn: "2026-12-02" });
    expect(after).toMatchObject({ version: 2, ruleVersion: 2, dueOn: "2026-12-02" });
  });

  test("sets its thresholds from its day on", async () => {
    const shares = async (at: string) =>
      (await listThresholds(author, instant(at))).map(({ measure, atLeastBps }) => [measure, atLeastBps]);
    expect(await shares("2026-11-30T12:00:00Z")).toEqual([["on_time", 9500]]);
    expect(await shares("2026-12-01T12:00:00Z")).toEqual([["on_time", 9800]]);
  });

  test("never changes: the database refuses, even its owner", async () => {
    await expect(db.superuser`update policies set reason = 'x' where version = 2`).rejects.toThrow("never changes");
    await expect(db.superuser`delete from policies where version = 2`).rejects.toThrow("never changes");
    await expect(db.superuser`update thresholds set days = 2 where ended_at is null`).rejects.toThrow("never edited");
  });

  test("is refused by the database into the past, by its author, or against the law", async () => {
    const { content } = await withScope(sweepScope("test"), getLastPolicy);
    const write = (by: string, from: string, text: string) => db.superuser`
      insert into policies (version, content, effective_from, published_at, published_by, drafted_by)
      values (3, ${text}::text::jsonb, ${from}, '2026-12-05T10:00:00Z', ${by}, ${person("1").userId})`;
    const text = JSON.stringify(content);
    const forged = text.replace('"length":14', '"length":7');
    expect(forged).not.toBe(text);
    const later = "2026-12-20T23:00:00Z";
    await expect(write(person("2").userId, "2026-12-05T09:00:00Z", text)).rejects.toThrow("begins after");
    await expect(write(person("1").userId, later, text)).rejects.toThrow("published_by_another");
    await expect(write(person("2").userId, later, forged)).rejects.toThrow("what the law sets");
  });

  test("and every step is in the journal, which verifies", async () => {
    const rows = await db.superuser`select type, actor from events where stream_kind = 'marketplace' order by seq`;
    expect(rows.map(({ type }) => type)).toEqual([
      "policy_drafted",
      "policy_drafted",
      "policy_published",
      "threshold_changed",
    ]);
    expect(await verifyJournal(auditor)).toMatchObject({ holds: true });
  });
});

test("a draft that is given up leaves the rules as they were", async () => {
  expect(await endPolicyDraft(author, NOW)).toMatchObject({ reason: "no_draft" });
  const draft = input({ effectiveOn: "2027-01-01", closeAfterSilentDays: 10 });
  expect(await savePolicyDraft(author, draft, NOW)).toMatchObject({ ok: true });
  expect(await endPolicyDraft(auditor, NOW)).toMatchObject({ reason: "not_allowed" });
  expect(await endPolicyDraft(other, NOW)).toMatchObject({ ok: true });
  expect(await findPolicyDraft(author)).toBeUndefined();
  expect((await listPolicyVersions(author)).map(({ version }) => version)).toEqual([2, 1]);
});
