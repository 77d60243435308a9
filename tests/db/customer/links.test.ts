import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeClaim, reopenClaim } from "@/db/commands/claim-life";
import { ensureLink } from "@/db/commands/links";
import { openClaim } from "@/db/commands/open-claim";
import { resendLink } from "@/db/commands/resend-link";
import { sendReply } from "@/db/commands/send-reply";
import { readCustomerSpace } from "@/db/queries/customer-space";
import { withScope } from "@/db/scope";
import type { CustomerScope, LinkAudience } from "@/lib/auth/scope";
import { type Instant, instant } from "@/lib/calendar/instant";
import { customerUrl, openCustomerLink } from "@/lib/server/customer-link";
import { deadEndOf } from "@/lib/server/dead-address";
import { runDueJobs } from "@/lib/server/jobs/runner";
import { linkCodeOf, proveCustomer } from "@/lib/server/link-code";
import { customerScope } from "@/lib/server/scope";
import { type MadeSeller, makeOrder, makeSeller } from "../../support/factory";
import { type TestDatabase, testDatabase } from "../../support/test-database";

const OPENED = instant("2026-11-20T09:00:00Z");
const NOW = instant("2026-11-23T09:00:00Z");

let db: TestDatabase;
beforeAll(() => {
  db = testDatabase();
});
afterAll(() => db.close());

async function linked(seller: MadeSeller, audience: LinkAudience = "mailed", email?: null) {
  const order = await makeOrder(seller, email === null ? { email } : {});
  const input = { orderNumber: order.number, situation: "other", message: "Une question." } as const;
  const claim = await openClaim(seller.scope, { input, recordedBy: "customer", locale: "fr" }, OPENED);
  if (!claim.ok) throw new Error(claim.reason);
  const { claimId } = claim.value;
  const link = await withScope(seller.job, (tx) =>
    ensureLink(
      tx,
      { sellerId: seller.id, orderId: order.id, audience },
      { actor: seller.job.actor, now: OPENED, claimId },
    ),
  );
  const facts = { sellerId: seller.id, orderId: order.id, linkId: link.id, audience } as const;
  return { order, claimId, link, customer: customerScope(facts) };
}

function tokenOf(link: { readonly id: string; readonly generation: number }): string {
  return new URL(customerUrl(link)).pathname.slice("/suivi/".length);
}

async function codeOf(linkId: string): Promise<string> {
  const [row] =
    await db.superuser`select id from link_codes where link_id = ${linkId} order by created_at desc limit 1`;
  return linkCodeOf(row?.id);
}

async function mailsOf(template: string, sellerId: string) {
  return db.superuser`select recipient, content, body_text from mails where template = ${template} and seller_id = ${sellerId}`;
}

describe("the life of a link", () => {
  test("ends 90 days after the last claim has closed, and begins again when one is reopened", async () => {
    const seller = await makeSeller();
    const { claimId, link } = await linked(seller);
    await sendReply(seller.scope, { claimId, reply: { solution: "answer_other", message: "Voici." } }, OPENED);
    await closeClaim(seller.scope, { claimId, reason: "settled" }, NOW);
    const opens = async (at: Instant) => (await openCustomerLink(tokenOf(link), at)) !== undefined;
    expect(await opens(instant("2027-02-21T08:59:59Z"))).toBe(true);
    expect(await opens(instant("2027-02-21T09:00:00Z"))).toBe(false);
    await reopenClaim(seller.scope, { claimId }, instant("2027-01-10T09:00:00Z"));
    expect(await opens(instant("2027-06-01T09:00:00Z"))).toBe(true);
  });

  test("sent again after its end it lives under a new token, and the old one stays dead", async () => {
    const seller = await makeSeller();
    const { claimId, link, order } = await linked(seller);
    await sendReply(seller.scope, { claimId, reply: { solution: "answer_other", message: "Voici." } }, OPENED);
    await closeClaim(seller.scope, { claimId, reason: "settled" }, OPENED);
    const late = instant("2027-06-01T09:00:00Z");
    await resendLink(seller.job, order.id, late);
    expect(await openCustomerLink(tokenOf(link), late)).toBeUndefined();
    expect(await openCustomerLink(tokenOf({ ...link, generation: 2 }), late)).toBeDefined();
    expect(await mailsOf("link_resent", seller.id)).toMatchObject([{ recipient: "jeanne@example.org" }]);
  });

  test("a token of one link has one form", async () => {
    const { link } = await linked(await makeSeller());
    const token = tokenOf(link);
    const last = token.slice(-1);
    const sameBytes = `${token.slice(0, -1)}${String.fromCharCode(last.charCodeAt(0) + 1)}`;
    expect(await openCustomerLink(sameBytes, NOW)).toBeUndefined();
  });

  test.each([
    { because: "cut short", change: () => undefined, write: (token: string) => token.slice(1) },
    { because: "of a link nobody has", change: () => undefined, write: () => tokenOf({ id: uuidv7(), generation: 1 }) },
    { because: "forged", change: () => undefined, write: (token: string) => `${token.slice(0, -4)}AAAA` },
    {
      because: "expired",
      change: (id: string) => db.superuser`update customer_links set expires_at = ${NOW} where id = ${id}`,
      write: (token: string) => token,
    },
    {
      because: "revoked",
      change: (id: string) => db.superuser`update customer_links set revoked_at = ${NOW} where id = ${id}`,
      write: (token: string) => token,
    },
    {
      because: "of an earlier generation",
      change: (id: string) => db.superuser`update customer_links set generation = 2 where id = ${id}`,
      write: (token: string) => token,
    },
  ])("a token that is $because opens nothing, on the page and by the form alike", async ({ change, write }) => {
    const { link } = await linked(await makeSeller());
    expect(await deadEndOf(`/suivi/${tokenOf(link)}`, NOW)).toBeUndefined();
    await change(link.id);
    const token = write(tokenOf(link));
    expect(await openCustomerLink(token, NOW)).toBeUndefined();
    expect(await deadEndOf(`/suivi/${token}/reponses/x`, NOW)).toBe("/suivi");
  });

  test("opened by a mail scanner, however often, it has done nothing", async () => {
    const seller = await makeSeller();
    const { claimId, link } = await linked(seller);
    await sendReply(seller.scope, { claimId, reply: { solution: "answer_other", message: "Voici." } }, OPENED);
    const rows = () =>
      db.superuser`select
        (select count(*) from events where stream_id = ${claimId})::int as events,
        (select count(*) from link_codes where link_id = ${link.id})::int as codes,
        (select xmin::text from customer_links where id = ${link.id}) as link,
        (select xmin::text from claims where id = ${claimId}) as claim`;
    const before = await rows();
    for (let visit = 0; visit < 3; visit += 1) {
      const scope = await openCustomerLink(tokenOf(link), NOW);
      if (!scope) throw new Error("the link is alive");
      expect((await readCustomerSpace(scope, NOW)).claims).toHaveLength(1);
    }
    expect(await rows()).toEqual(before);
  });

  test("asked for ten times in ten minutes, it is mailed once", async () => {
    const seller = await makeSeller();
    const { order } = await linked(seller);
    for (let minute = 0; minute < 10; minute += 1) {
      await resendLink(seller.job, order.id, instant(`2026-11-23T09:0${minute}:00Z`));
    }
    expect(await mailsOf("link_resent", seller.id)).toHaveLength(1);
  });
});

function prove(customer: CustomerScope, code: string, now: Instant, act = "reply:1:accepted") {
  return proveCustomer(customer, { code, act }, now);
}

describe("proveCustomer", () => {
  test("a mailed link needs no code", async () => {
    const { customer } = await linked(await makeSeller());
    expect(await prove(customer, "", NOW)).toEqual({ ok: true, value: "proven" });
  });

  test("another link takes the code that was mailed, once, within ten minutes", async () => {
    const seller = await makeSeller();
    const { customer, link } = await linked(seller, "api");
    expect(await prove(customer, "", NOW)).toEqual({ ok: true, value: "code_sent" });
    const code = await codeOf(link.id);
    const late = instant("2026-11-23T09:10:00Z");
    expect(await prove(customer, code, late)).toMatchObject({ ok: false, reason: "code_wrong" });
    const spaced = `${code.slice(0, 3)} ${code.slice(3)}`;
    expect(await prove(customer, spaced, NOW)).toEqual({ ok: true, value: "proven" });
    const other = await prove(customer, code, NOW, "reply:1:refused");
    expect(other).toMatchObject({ ok: false, reason: "code_wrong" });
    expect(await prove(customer, code, late)).toMatchObject({ ok: false, reason: "code_wrong" });
  });

  test("of two posts of one act at one instant, neither is told that the code is wrong", async () => {
    const { customer, link } = await linked(await makeSeller(), "api");
    await prove(customer, "", NOW);
    const code = await codeOf(link.id);
    const posts = await Promise.all(Array.from({ length: 4 }, () => prove(customer, code, NOW)));
    expect(posts).toEqual(Array.from({ length: 4 }, () => ({ ok: true, value: "proven" })));
    const acts = ["reply:1:refused", "reply:2:accepted", "withdrawal:1"];
    const others = await Promise.all(acts.map((act) => prove(customer, code, NOW, act)));
    expect(others.map(({ ok }) => ok)).toEqual([false, false, false]);
  });

  test("guessed wrong five times, the right code opens nothing", async () => {
    const { customer, link } = await linked(await makeSeller(), "api");
    await prove(customer, "", NOW);
    const code = await codeOf(link.id);
    const wrong = code === "000000" ? "000001" : "000000";
    for (let guess = 0; guess < 5; guess += 1) await prove(customer, wrong, NOW);
    expect(await prove(customer, code, NOW)).toMatchObject({ ok: false, reason: "code_wrong" });
  });

  test("the mail's row does not hold the code, and a seller cannot read it there", async () => {
    const seller = await makeSeller();
    const { customer, link } = await linked(seller, "api");
    await prove(customer, "", NOW);
    await runDueJobs();
    const [mail] = await mailsOf("link_code", seller.id);
    expect(mail?.body_text).toContain("{{link_code}}");
    expect(JSON.stringify(mail)).not.toContain(await codeOf(link.id));
  });

  test("too many codes in an hour, and an order without an address, are told", async () => {
    const seller = await makeSeller();
    const { customer } = await linked(seller, "api");
    for (let sent = 0; sent < 5; sent += 1) await prove(customer, "", NOW);
    expect(await prove(customer, "", NOW)).toEqual({ ok: false, reason: "too_many_codes" });
    const mute = await linked(seller, "api", null);
    expect(await prove(mute.customer, "", NOW)).toEqual({ ok: false, reason: "code_no_address" });
  });

  test("another seller sees nothing: its link spends none of these codes", async () => {
    const { customer, link } = await linked(await makeSeller(), "api");
    const { customer: other } = await linked(await makeSeller(), "api");
    await prove(customer, "", NOW);
    expect(await prove(other, await codeOf(link.id), NOW)).toMatchObject({ reason: "code_wrong" });
    expect(await prove(customer, await codeOf(link.id), NOW)).toMatchObject({ value: "proven" });
  });
});
