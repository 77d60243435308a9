import { eq } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { issueInvoice } from "@/db/commands/issue-invoice";
import { openClaim } from "@/db/commands/open-claim";
import { sendReply } from "@/db/commands/send-reply";
import { alerts } from "@/db/schema/alerts";
import { apiKeys } from "@/db/schema/api";
import { calendarFeeds } from "@/db/schema/calendar-feeds";
import { claimLines } from "@/db/schema/claims";
import { documents } from "@/db/schema/documents";
import { figureCounts } from "@/db/schema/figures";
import { imports } from "@/db/schema/imports";
import { invoiceRuns } from "@/db/schema/invoice-runs";
import { customerLinks, linkCodes } from "@/db/schema/links";
import { orderDiscounts, orderPayments, orderRefunds } from "@/db/schema/order-money";
import { parcelLines, parcels } from "@/db/schema/orders";
import { proofContests } from "@/db/schema/proof-contests";
import { replyTemplates } from "@/db/schema/reply-templates";
import { requalifications } from "@/db/schema/requalifications";
import { invoiceSeries, returnProfiles, sellers } from "@/db/schema/sellers";
import { invitations, memberships, sellerViewings, users } from "@/db/schema/users";
import { withScope } from "@/db/scope";
import { isoDate } from "@/lib/calendar/civil-day";
import { instant } from "@/lib/calendar/instant";
import { sweepScope } from "@/lib/server/scope";
import { type MadeSeller, makeOrder, makeSeller } from "./factory";

/** Put there by the migrations. */
const FIRST_THRESHOLD = "0198a0c0-0000-7000-8000-00000000ff01";

const at = instant("2026-11-20T09:00:00Z");
const address = { name: "Vauban", line1: "1 rue du Port", postcode: "59800", city: "Lille", country: "FR" };

/** A seller with at least one row in every table that holds a seller's rows. */
export async function makeEverything(): Promise<MadeSeller> {
  const seller = await makeSeller();
  await makeSettings(seller);
  const order = await makeOrder(seller, { deliveredAt: null });
  await makeOrderParts(seller, order);
  const claim = await openClaim(
    seller.scope,
    {
      input: {
        orderNumber: order.number,
        situation: "parcel_not_received",
        message: "Rien reçu.",
        intake: { wish: "refund" },
      },
      recordedBy: "seller",
      locale: "fr",
    },
    at,
  );
  if (!claim.ok) throw new Error(claim.reason);
  const sent = await sendReply(
    seller.scope,
    {
      claimId: claim.value.claimId,
      reply: {
        solution: "refund",
        message: "Remboursé.",
        amountCents: 9000,
        refundOn: "2026-11-25",
        refundMethod: "original_payment",
      },
    },
    at,
  );
  if (!sent.ok) throw new Error(sent.reason);
  const invoice = await issueInvoice(
    seller.scope,
    { orderNumber: order.number },
    { render: async () => new Uint8Array([1]), now: at },
  );
  if (!invoice.ok) throw new Error(invoice.reason);
  await makeClaimParts(seller, { ...order, claimId: claim.value.claimId });
  await withScope(sweepScope("test_setup"), (tx) => tx.insert(figureCounts).values(figureOf(seller)));
  await withScope(sweepScope("test_setup"), (tx) => tx.insert(alerts).values(alertOf(seller)));
  return seller;
}

async function makeSettings(seller: MadeSeller): Promise<void> {
  const userId = uuidv7();
  await withScope(sweepScope("test_setup"), async (tx) => {
    await tx.insert(users).values({ id: userId, email: `${userId}@example.org`, name: "Membre", createdAt: at });
    await tx.insert(memberships).values({ sellerId: seller.id, userId, role: "agent", createdAt: at });
    const look = { userId, sessionId: userId, reason: "Une question du vendeur", startedAt: at };
    await tx.insert(sellerViewings).values({ ...look, sellerId: seller.id, id: uuidv7() });
    await tx.insert(calendarFeeds).values({ sellerId: seller.id, id: uuidv7(), userId, createdAt: at });
    await tx
      .insert(apiKeys)
      .values({ id: uuidv7(), sellerId: seller.id, keyHash: userId, label: "test", lastFour: "0000", createdAt: at });
    await tx.insert(invitations).values({
      sellerId: seller.id,
      id: uuidv7(),
      email: "invitee@example.org",
      role: "agent",
      tokenHash: userId,
      invitedBy: userId,
      createdAt: at,
      expiresAt: at,
    });
    await tx.insert(returnProfiles).values({
      sellerId: seller.id,
      id: uuidv7(),
      name: "Entrepôt",
      address,
      means: "prepaid_label",
      packing: "Dans un carton.",
      updatedAt: at,
    });
    const words = { name: "Merci", locale: "fr", body: "Bonjour {{client}}.", updatedAt: at } as const;
    await tx.insert(replyTemplates).values({ ...words, sellerId: seller.id, id: uuidv7() });
    await tx.insert(invoiceSeries).values({ sellerId: seller.id, id: uuidv7(), kind: "invoice", prefix: "F" });
    await tx.insert(imports).values({
      sellerId: seller.id,
      id: uuidv7(),
      fileName: "c.csv",
      content: new Uint8Array([1]),
      status: "done",
      orderCount: 0,
      problems: [],
      startedBy: "test",
      createdAt: at,
    });
    await tx.insert(invoiceRuns).values({
      sellerId: seller.id,
      id: uuidv7(),
      periodFrom: isoDate("2026-11-01"),
      periodBefore: isoDate("2026-12-01"),
      status: "done",
      totalCount: 0,
      startedBy: "test",
      createdAt: at,
    });
    const legalIdentity = {
      status: "individual",
      name: "Marie Vauban",
      address,
      vatRegime: "liable",
      siren: "377853536",
      vatNumber: "FR93377853536",
    } as const;
    await tx.update(sellers).set({ legalIdentity }).where(eq(sellers.id, seller.id));
  });
}

async function makeOrderParts(
  seller: MadeSeller,
  order: { readonly id: string; readonly lineId: string },
): Promise<void> {
  const of = { sellerId: seller.id, orderId: order.id };
  await withScope(seller.job, async (tx) => {
    const [parcel] = await tx.select({ id: parcels.id }).from(parcels).where(eq(parcels.orderId, order.id));
    if (!parcel) throw new Error("the order has no parcel");
    await tx.insert(parcelLines).values({ ...of, parcelId: parcel.id, orderLineId: order.lineId, quantity: 1 });
    await tx.insert(orderPayments).values({ ...of, id: uuidv7(), method: "card", amountCents: 10_370, paidAt: at });
    await tx.insert(orderDiscounts).values({ ...of, id: uuidv7(), amountCents: 100, fundedBy: "marketplace" });
    await tx
      .insert(orderRefunds)
      .values({ ...of, id: uuidv7(), amountCents: 0, shippingCents: 490, method: "card", reference: "R1", paidAt: at });
  });
}

async function makeClaimParts(
  seller: MadeSeller,
  made: { readonly id: string; readonly lineId: string; readonly claimId: string },
): Promise<void> {
  await withScope(seller.job, async (tx) => {
    await tx
      .insert(claimLines)
      .values({ sellerId: seller.id, claimId: made.claimId, orderLineId: made.lineId, quantity: 1 });
    await tx.insert(requalifications).values({
      sellerId: seller.id,
      id: uuidv7(),
      claimId: made.claimId,
      fromSituation: "parcel_not_received",
      toSituation: "no_longer_wanted",
      reason: "Le client ne veut plus du produit.",
      askedBy: "test",
      askedAt: at,
      consent: "asked",
    });
    await tx.insert(documents).values({
      sellerId: seller.id,
      id: uuidv7(),
      orderId: made.id,
      claimId: made.claimId,
      kind: "photo",
      status: "uploaded",
      fileName: "a.jpg",
      declaredType: "image/jpeg",
      sizeBytes: 1,
      storageKey: "k",
      uploadedBy: "test",
      uploadedAt: at,
    });
    const contest = { id: uuidv7(), claimId: made.claimId, documentIds: [], contestedAt: at };
    await tx.insert(proofContests).values({ ...contest, sellerId: seller.id });
    const [link] = await tx
      .select({ id: customerLinks.id })
      .from(customerLinks)
      .where(eq(customerLinks.orderId, made.id));
    if (!link) throw new Error("the order has no link");
    await tx.insert(linkCodes).values({
      sellerId: seller.id,
      id: uuidv7(),
      orderId: made.id,
      linkId: link.id,
      codeHash: "h",
      createdAt: at,
      expiresAt: at,
    });
  });
}

/** As the job that folds figures would write it. */
function figureOf({ id }: MadeSeller) {
  const cell = { day: isoDate("2026-11-20"), situation: "other", channelId: "api", detail: "api", bound: at };
  return { ...cell, sellerId: id, measure: "claim_received" as const, count: 1 };
}

function alertOf({ id }: MadeSeller) {
  const [fromOn, toOn] = [isoDate("2026-10-22"), isoDate("2026-11-20")];
  const facts = { measure: "on_time" as const, part: 18, whole: 20, atLeastBps: 9500, minSample: 20, fromOn, toOn };
  const times = { raisedAt: at, answerBefore: instant("2026-11-27T23:00:00Z") };
  return { sellerId: id, id: uuidv7(), thresholdId: FIRST_THRESHOLD, facts, ...times };
}
