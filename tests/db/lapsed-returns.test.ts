import { afterAll, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import { closeClaim, reopenClaim } from "@/db/commands/claim-life";
import { remindCustomers } from "@/db/commands/customer-reminders";
import { awaitReturnAgain, lapseReturn } from "@/db/commands/lapsed-returns";
import { openClaim } from "@/db/commands/open-claim";
import { recordReturn } from "@/db/commands/record-return";
import { sendReply } from "@/db/commands/send-reply";
import { instant } from "@/lib/calendar/instant";
import type { ReplyInput } from "@/lib/replies/schema";
import { sweepScope } from "@/lib/server/scope";
import { type MadeSeller, makeOrder, makeSeller } from "../support/factory";
import { promiseFacts } from "./support/open-promise";

afterAll(closeDatabase);

const OPENED = instant("2026-11-10T09:00:00Z");
const ANSWERED = instant("2026-11-10T10:00:00Z");
const REMINDED = instant("2026-11-23T10:00:00Z");
/** The return is promised for 24 November: a week later is 1 December. */
const TOO_EARLY = instant("2026-11-30T10:00:00Z");
const LAPSED = instant("2026-12-01T10:00:00Z");
const MESSAGE = { message: "Nous n’attendons plus le produit.", locale: "fr" };

const RETURN: ReplyInput = {
  solution: "return_procedure",
  returnAddress: { name: "SAV", line1: "1 rue du Port", postcode: "44000", city: "Nantes", country: "France" },
  returnReference: "R-1",
  sendBeforeOn: "2026-11-24",
  costBearer: "customer",
  packing: "Dans un carton.",
  nextStep: "Nous vous remboursons.",
  nextStepOn: "2026-12-08",
  refundMethod: "original_payment",
  contact: "01 23 45 67 89",
};

/** A withdrawal whose return was promised and never came. */
async function awaitedReturn(seller: MadeSeller, email?: null) {
  const order = await makeOrder(seller, email === null ? { email } : {});
  const input = { orderNumber: order.number, situation: "no_longer_wanted" as const, message: "Je me rétracte." };
  const claim = await openClaim(seller.scope, { input, recordedBy: "seller", locale: "fr" }, OPENED);
  if (!claim.ok) throw new Error(claim.reason);
  const { claimId } = claim.value;
  const sent = await sendReply(seller.scope, { claimId, reply: RETURN }, ANSWERED);
  if (!sent.ok) throw new Error(JSON.stringify(sent));
  const { promises } = await promiseFacts(seller, claimId);
  const commitmentId = promises.find(({ kind }) => kind === "return")?.id ?? "";
  return { number: order.number, claimId, commitmentId };
}

const remind = () => remindCustomers(sweepScope("remind_customers"), REMINDED);

async function statuses(seller: MadeSeller, claimId: string) {
  const { promises } = await promiseFacts(seller, claimId);
  return Object.fromEntries(promises.map(({ kind, status }) => [kind, status]));
}

test("a seller gives up a return a week after its day, once the customer was reminded, and may close", async () => {
  const seller = await makeSeller();
  const { claimId, commitmentId } = await awaitedReturn(seller);
  const lapse = (at: typeof LAPSED) => lapseReturn(seller.scope, { claimId, commitmentId, ...MESSAGE }, at);
  expect(await lapse(TOO_EARLY)).toMatchObject({ reason: "too_early" });
  expect(await lapse(LAPSED)).toMatchObject({ reason: "not_reminded" });
  await remind();
  expect(await closeClaim(seller.scope, { claimId, reason: "settled" }, LAPSED)).toMatchObject({ ok: false });
  expect(await lapse(LAPSED)).toMatchObject({ ok: true });
  expect(await statuses(seller, claimId)).toEqual({ return: "lapsed", refund: "lapsed" });
  expect((await promiseFacts(seller, claimId, LAPSED)).clocks.withdrawal_refund).toBe("suspended");
  expect(await lapse(LAPSED)).toMatchObject({ reason: "not_open" });
  expect(await closeClaim(seller.scope, { claimId, reason: "settled" }, LAPSED)).toMatchObject({ ok: true });
});

test("goods that come after all open the closed claim and its promises again, and the refund runs", async () => {
  const seller = await makeSeller();
  const { claimId, commitmentId, number } = await awaitedReturn(seller, null);
  await lapseReturn(seller.scope, { claimId, commitmentId, ...MESSAGE }, LAPSED);
  await closeClaim(seller.scope, { claimId, reason: "settled" }, LAPSED);
  const at = instant("2026-12-05T10:00:00Z");
  const back = await recordReturn(seller.scope, { number, goods: { receivedAt: at, reference: "RET-9" } }, at);
  expect(back).toMatchObject({ ok: true, value: { fulfilled: [{ kind: "return" }] } });
  expect(await statuses(seller, claimId)).toEqual({ return: "done", refund: "open" });
  const { state, clocks } = await promiseFacts(seller, claimId, at);
  expect([state, clocks.withdrawal_refund]).toEqual(["awaiting_seller", "running"]);
});

test("waiting again, or reopening the claim, awaits the goods and the refund again", async () => {
  const seller = await makeSeller();
  const { claimId, commitmentId } = await awaitedReturn(seller, null);
  const lapse = () => lapseReturn(seller.scope, { claimId, commitmentId, ...MESSAGE }, LAPSED);
  const again = () => awaitReturnAgain(seller.scope, { claimId, commitmentId }, LAPSED);
  expect(await again()).toMatchObject({ reason: "not_lapsed" });
  await lapse();
  expect(await again()).toMatchObject({ ok: true });
  expect(await statuses(seller, claimId)).toEqual({ return: "open", refund: "open" });
  await lapse();
  await closeClaim(seller.scope, { claimId, reason: "settled" }, LAPSED);
  await reopenClaim(seller.scope, { claimId }, LAPSED);
  expect(await statuses(seller, claimId)).toEqual({ return: "open", refund: "open" });
});

test("another seller sees nothing", async () => {
  const [seller, other] = [await makeSeller(), await makeSeller()];
  const { claimId, commitmentId } = await awaitedReturn(seller, null);
  const outcome = await lapseReturn(other.scope, { claimId, commitmentId, ...MESSAGE }, LAPSED);
  expect(outcome).toEqual({ ok: false, reason: "not_found" });
});
