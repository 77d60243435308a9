import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openClaim } from "@/db/commands/open-claim";
import { sendReply } from "@/db/commands/send-reply";
import { correctLinkAddress, resendLinkOfClaim, revokeLink, rotateLink } from "@/db/commands/staff-links";
import { letterCode } from "@/lib/auth/letter-code";
import { linkToken } from "@/lib/auth/link-token";
import type { LinkAudience } from "@/lib/auth/scope";
import { instant } from "@/lib/calendar/instant";
import { openCustomerLink } from "@/lib/server/customer-link";
import { openLetterCode, printLetter } from "@/lib/server/letter-link";
import { authSecret } from "@/lib/server/secret";
import { type MadeSeller, makeOrder, makeSeller, memberOf } from "../../support/factory";
import { type TestDatabase, testDatabase } from "../../support/test-database";
import { anOperator } from "../auth/people";

const NOW = instant("2026-11-23T09:00:00Z");
const LATER = instant("2026-11-23T10:00:00Z");

let db: TestDatabase;
let admin: Awaited<ReturnType<typeof anOperator>>["scope"];
let auditor: Awaited<ReturnType<typeof anOperator>>["scope"];
beforeAll(async () => {
  db = testDatabase();
  admin = (await anOperator(db)).scope;
  auditor = (await anOperator(db, "auditor")).scope;
});
afterAll(() => db.close());

async function claimed(seller: MadeSeller, email?: null) {
  const order = await makeOrder(seller, email === null ? { email } : {});
  const input = { orderNumber: order.number, situation: "other", message: "Une question." } as const;
  const claim = await openClaim(seller.scope, { input, recordedBy: "customer", locale: "fr" }, NOW);
  if (!claim.ok) throw new Error(claim.reason);
  return { order, claimId: claim.value.claimId };
}

async function linkOf(orderId: string, audience: LinkAudience = "mailed") {
  const [row] = await db.superuser`select id, generation, email, code_hash from customer_links
    where order_id = ${orderId} and audience = ${audience}`;
  if (!row) throw new Error(`Order ${orderId} has no ${audience} link`);
  return { id: String(row.id), generation: Number(row.generation), email: row.email, codeHash: row.code_hash };
}

const opens = async (link: { readonly id: string; readonly generation: number }) =>
  (await openCustomerLink(linkToken(authSecret(), link), LATER)) !== undefined;

const mailsOf = (claimId: string, template: string) =>
  db.superuser`select recipient, status from mails where claim_id = ${claimId} and template = ${template} order by id`;

async function eventsOf(claimId: string, type: string) {
  return db.superuser`select actor from events where stream_id = ${claimId} and type = ${type}`;
}

describe("a link in the hands of staff", () => {
  test("is sent again by an agent, once in ten minutes, to its own address", async () => {
    const seller = await makeSeller();
    const { claimId } = await claimed(seller);
    expect(await resendLinkOfClaim(seller.scope, { claimId }, NOW)).toMatchObject({ ok: true });
    expect(await resendLinkOfClaim(seller.scope, { claimId }, NOW)).toMatchObject({ reason: "just_sent" });
    expect(await mailsOf(claimId, "link_resent")).toMatchObject([{ recipient: "jeanne@example.org" }]);
    expect(await eventsOf(claimId, "link_resent")).toHaveLength(1);
  });

  test("is not sent by a viewer, by an auditor, for another seller's claim or without an address", async () => {
    const seller = await makeSeller();
    const { claimId } = await claimed(seller);
    const mute = await claimed(seller, null);
    expect(await resendLinkOfClaim(memberOf(seller.id, "viewer"), { claimId }, NOW)).toMatchObject({
      reason: "not_allowed",
    });
    expect(await resendLinkOfClaim(auditor, { claimId }, NOW)).toMatchObject({ reason: "not_allowed" });
    const other = await makeSeller();
    expect(await resendLinkOfClaim(other.scope, { claimId }, NOW)).toMatchObject({ reason: "not_found" });
    expect(await resendLinkOfClaim(seller.scope, mute, NOW)).toMatchObject({ reason: "no_address" });
  });

  test("renewed, its copies open nothing and the new one leaves at once", async () => {
    const { claimId, order } = await claimed(await makeSeller());
    const before = await linkOf(order.id);
    expect(await rotateLink(admin, { claimId, audience: "mailed" }, NOW)).toMatchObject({ ok: true });
    expect(await opens(before)).toBe(false);
    expect(await opens(await linkOf(order.id))).toBe(true);
    expect(await mailsOf(claimId, "link_resent")).toHaveLength(1);
    expect(await rotateLink(admin, { claimId, audience: "api" }, NOW)).toMatchObject({ reason: "no_link" });
  });

  test("revoked, it opens nothing until the customer is written to again", async () => {
    const seller = await makeSeller();
    const { claimId, order } = await claimed(seller);
    const before = await linkOf(order.id);
    expect(await revokeLink(admin, { claimId, audience: "mailed" }, NOW)).toMatchObject({ ok: true });
    expect(await revokeLink(admin, { claimId, audience: "mailed" }, NOW)).toMatchObject({ reason: "no_link" });
    expect(await opens(before)).toBe(false);
    await sendReply(seller.scope, { claimId, reply: { solution: "answer_other", message: "Voici." } }, NOW);
    expect(await opens(before)).toBe(false);
    expect(await opens(await linkOf(order.id))).toBe(true);
  });

  test("gets another address from the operator alone: nothing that waits goes to the old one", async () => {
    const seller = await makeSeller();
    const { claimId, order } = await claimed(seller);
    const before = await linkOf(order.id);
    const corrected = { claimId, email: "jeanne.moreau@example.net" };
    expect(await correctLinkAddress(auditor, corrected, NOW)).toMatchObject({ reason: "not_allowed" });
    expect(await correctLinkAddress(admin, corrected, NOW)).toMatchObject({ ok: true });
    expect(await opens(before)).toBe(false);
    expect(await mailsOf(claimId, "claim_received")).toMatchObject([{ recipient: corrected.email }]);
    expect(await mailsOf(claimId, "link_resent")).toMatchObject([{ recipient: corrected.email }]);
    expect(await eventsOf(claimId, "link_address_corrected")).toHaveLength(1);
    expect(await correctLinkAddress(admin, corrected, LATER)).toMatchObject({ reason: "same_address" });
    await db.superuser`update orders set customer_email = 'vendeur@example.org' where id = ${order.id}`;
    await sendReply(seller.scope, { claimId, reply: { solution: "answer_other", message: "Voici." } }, LATER);
    expect(await mailsOf(claimId, "answer_sent")).toMatchObject([{ recipient: corrected.email }]);
  });

  test("gives an address to a customer who had none", async () => {
    const { claimId } = await claimed(await makeSeller(), null);
    expect(await correctLinkAddress(admin, { claimId, email: "jeanne@example.net" }, NOW)).toMatchObject({ ok: true });
    expect(await mailsOf(claimId, "link_resent")).toMatchObject([{ recipient: "jeanne@example.net" }]);
  });
});

describe("a letter", () => {
  test("opens the order by its code until it is renewed; printing and typing it are journaled", async () => {
    const { claimId, order } = await claimed(await makeSeller(), null);
    const letter = await printLetter(admin, { claimId }, NOW);
    expect(letter).toMatchObject({ ok: true });
    if (letter.ok) expect(Buffer.from(letter.value.pdf).subarray(0, 5).toString()).toBe("%PDF-");
    const link = await linkOf(order.id, "letter");
    const code = letterCode(authSecret(), link);
    expect(JSON.stringify(link)).not.toContain(code);
    const token = await openLetterCode(code.toLowerCase(), LATER);
    expect(await openCustomerLink(token ?? "", LATER)).toMatchObject({
      orderId: order.id,
      actor: { audience: "letter" },
    });
    expect(await eventsOf(claimId, "letter_printed")).toHaveLength(1);
    expect(await eventsOf(claimId, "letter_code_used")).toMatchObject([{ actor: "visitor" }]);
    await rotateLink(admin, { claimId, audience: "letter" }, LATER);
    expect(await openLetterCode(code, LATER)).toBeUndefined();
  });

  test("printed twice bears the same code; a wrong code opens nothing; an auditor prints none", async () => {
    const { claimId, order } = await claimed(await makeSeller(), null);
    await printLetter(admin, { claimId }, NOW);
    const first = letterCode(authSecret(), await linkOf(order.id, "letter"));
    await printLetter(admin, { claimId }, LATER);
    expect(letterCode(authSecret(), await linkOf(order.id, "letter"))).toBe(first);
    expect(await openLetterCode("0000-0000-0000", NOW)).toBeUndefined();
    expect(await openLetterCode("", NOW)).toBeUndefined();
    expect(await printLetter(auditor, { claimId }, NOW)).toMatchObject({ reason: "not_allowed" });
  });
});
