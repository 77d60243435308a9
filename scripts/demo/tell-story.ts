import { answerReply } from "@/db/commands/answer-reply";
import { closeClaim, escalateClaim } from "@/db/commands/claim-life";
import { issueInvoice } from "@/db/commands/issue-invoice";
import { sendCustomerMessage } from "@/db/commands/messages";
import { openClaim } from "@/db/commands/open-claim";
import { importOrder } from "@/db/commands/orders";
import { requalifyClaim } from "@/db/commands/requalify-claim";
import { sendReply } from "@/db/commands/send-reply";
import { findMailedLink, readContextOf } from "@/db/seed";
import type { CustomerScope, SellerScope } from "@/lib/auth/scope";
import type { Instant } from "@/lib/calendar/instant";
import { translatorFor } from "@/lib/i18n/translator";
import { type OrderInput, orderBodySchema } from "@/lib/orders/schema";
import { prefill, type ReturnProfile } from "@/lib/replies/prefill";
import { replyInput } from "@/lib/replies/schema";
import { renderInvoicePdf } from "@/lib/server/pdf/invoice";
import { customerScope, jobScope } from "@/lib/server/scope";
import { daysBefore, hoursAfter, openingInstant } from "./clockwork";
import { parcelNumber } from "./parcel-number";
import { personOf } from "./people";
import { uploadProof } from "./proof";
import type { DemoSeller } from "./sellers";
import type { DemoAnswer, DemoStory } from "./stories";
import { vatOf } from "./vat";

export type Told = { readonly orderId: string; readonly orderNumber: string; readonly claimId: string };

type Telling = {
  readonly seller: DemoSeller;
  readonly scope: SellerScope;
  readonly story: DemoStory;
  readonly index: number;
  readonly now: Instant;
};

/** One order and its claim, from the import to where the story stands today, through the product's own commands. */
export async function tellStory(telling: Telling): Promise<Told> {
  const { scope, story, index, now } = telling;
  const openedAt = openingInstant(now, story.openedDaysAgo, index);
  const number = `${telling.seller.invoicePrefix}-${26_000 + index}`;
  const order = orderBodySchema.parse(orderOf(telling, openedAt));
  const imported = expectValue(await importOrder(scope, { number, body: order }, openedAt));
  const opened = expectValue(
    await openClaim(
      jobScope(scope.sellerId, { kind: "visitor" }),
      {
        input: { orderNumber: number, situation: story.situation, message: story.message, channel: "site" },
        recordedBy: "customer",
        locale: "fr",
      },
      openedAt,
    ),
  );
  const told = { orderId: imported.orderId, orderNumber: number, claimId: opened.claimId };
  const answeredAt = hoursAfter(openedAt, (story.answer?.afterHours ?? 0) * telling.seller.pace);
  if (story.answer && answeredAt < hoursAfter(now, -19))
    await answer(telling, told, { ...story.answer, at: answeredAt });
  if (story.question)
    expectValue(await requalifyClaim(scope, { claimId: told.claimId, ...story.question }, hoursAfter(now, -20)));
  return told;
}

function orderOf({ seller, story, index }: Telling, openedAt: Instant): OrderInput {
  const person = personOf(index);
  const product = seller.products[index % seller.products.length];
  if (!product) throw new Error(`${seller.slug} sells nothing`);
  const { name, sku, priceCents, bulky, ecoParticipationCents } = product;
  const shippedAt = story.shippedDaysBefore === undefined ? undefined : daysBefore(openedAt, story.shippedDaysBefore);
  const deliveredAt =
    story.deliveredDaysBefore === undefined ? undefined : daysBefore(openedAt, story.deliveredDaysBefore);
  const vat = vatOf(seller, product, person.address);
  const quantity = 1 + (index % 2);
  const placedAt = daysBefore(shippedAt ?? openedAt, 2);
  return {
    placedAt,
    currency: "EUR",
    customer: { name: person.name, ...(person.email ? { email: person.email } : {}), locale: "fr" },
    shippingAddress: { ...person.address },
    shipFrom: { ...seller.shipFrom },
    lines: [
      {
        sku,
        name,
        quantity,
        unitPriceCents: priceCents,
        ...vat,
        ...(bulky ? { bulky } : {}),
        ...(ecoParticipationCents ? { ecoParticipationCents } : {}),
      },
    ],
    shippingCents: SHIPPING_CENTS,
    shippingVatRateBps: vat.vatRateBps,
    ...paymentOf(index, { amountCents: quantity * priceCents + SHIPPING_CENTS, paidAt: placedAt }),
    withdrawalInformed: "yes",
    parcels: shippedAt ? [parcelOf(seller, index, { shippedAt, deliveredAt })] : [],
  };
}

const SHIPPING_CENTS = 590;

/** Means by turns, as orders tell them; one order in six tells none. */
function paymentOf(index: number, paid: { readonly amountCents: number; readonly paidAt: Instant }) {
  const method = ["card", "card", "wallet", "card", "marketplace"][index % 6];
  return method === undefined ? {} : { payments: [{ method, reference: `PAY-${26_000 + index}`, ...paid }] };
}

function parcelOf(
  seller: DemoSeller,
  index: number,
  dates: { readonly shippedAt: Instant; readonly deliveredAt: Instant | undefined },
) {
  const carrier = seller.carriers[index % seller.carriers.length] ?? "Colissimo";
  const travelled = [{ at: hoursAfter(dates.shippedAt, 20), label: "En cours d’acheminement" }];
  return {
    carrier,
    trackingNumber: parcelNumber(carrier, { seller: seller.slug, index }),
    shippedAt: dates.shippedAt,
    ...(dates.deliveredAt ? { deliveredAt: dates.deliveredAt } : {}),
    events: travelled,
  };
}

/** The parcel that brings what was missing, with the carrier's own page. */
function newParcel({ seller, index }: Telling) {
  const trackingNumber = parcelNumber("Colissimo", { seller: `${seller.slug}-2`, index });
  return {
    carrier: "Colissimo",
    trackingNumber,
    trackingUrl: `https://www.laposte.fr/outils/suivre-vos-envois?code=${trackingNumber}`,
  };
}

async function answer(telling: Telling, told: Told, given: DemoAnswer & { readonly at: Instant }): Promise<void> {
  const { scope } = telling;
  const { at } = given;
  const documentIds = given.proof ? [await proofFor(telling, told, given.proof, at)] : [];
  const invoice = given.solution === "send_invoice" ? await invoiceFor(scope, told, at) : {};
  const { claim, context } = await readContextOf(systemScope(scope), told.claimId, { documentIds, now: at });
  const t = translatorFor("fr");
  const fields = prefill(given.solution, {
    context,
    profile: returnProfileOf(telling.seller),
    claimReference: claim.reference,
    words: { packing: t("solutions.prefill.packing"), nextStep: t("solutions.prefill.nextStep") },
  });
  const reply = replyInput.parse({
    solution: given.solution,
    message: "Bonjour, nous sommes désolés pour ce désagrément et vous remercions de votre patience.",
    ...fields,
    ...given.fields,
    ...(given.sendsParcel ? newParcel(telling) : {}),
    ...invoice,
    ...(documentIds.length > 0 ? { documentIds } : {}),
  });
  const sent = await sendReply(scope, { claimId: told.claimId, reply }, at);
  if (!sent.ok)
    throw new Error(
      `${told.orderNumber}: ${sent.reason} ${JSON.stringify("verdict" in sent ? sent.verdict.missing : "")}`,
    );
  await goOn(telling, told, { replyId: sent.value.replyId, at: hoursAfter(at, 18) });
}

async function goOn(
  { story, scope }: Telling,
  told: Told,
  { replyId, at }: { readonly replyId: string; readonly at: Instant },
): Promise<void> {
  const { claimId } = told;
  const body = story.followUp ?? "Merci.";
  switch (story.ending) {
    case undefined:
    case "received":
      return;
    case "accepted":
    case "refused":
      expectValue(
        await answerReply(await customerOf(scope, told), { claimId, replyId, answer: { kind: story.ending } }, at),
      );
      return;
    case "follow_up":
      expectValue(await sendCustomerMessage(await customerOf(scope, told), { claimId, body, locale: "fr" }, at));
      return;
    case "escalated":
      expectValue(await escalateClaim(await customerOf(scope, told), { claimId, message: body }, at));
      return;
    case "closed":
      expectValue(await closeClaim(scope, { claimId, reason: "settled" }, at));
  }
}

async function proofFor(telling: Telling, told: Told, evidenceKind: "signed_slip" | "screenshot", at: Instant) {
  const person = personOf(telling.index);
  const { context } = await readContextOf(systemScope(telling.scope), told.claimId, { documentIds: [], now: at });
  const parcel = context.order.parcels[0];
  const { postcode, city } = person.address;
  return uploadProof(
    telling.scope,
    {
      claimId: told.claimId,
      facts: {
        carrier: parcel?.carrier ?? undefined,
        trackingNumber: parcel?.trackingNumber ?? undefined,
        deliveredAt: parcel?.deliveredAt ?? undefined,
        place: { postcode, city },
        recipient: person.name,
        signatory: person.name,
        status: "delivered",
        evidenceKind,
      },
    },
    at,
  );
}

async function invoiceFor(scope: SellerScope, told: Told, now: Instant) {
  const { orderNumber, claimId } = told;
  const issued = expectValue(await issueInvoice(scope, { orderNumber, claimId }, { render: renderInvoicePdf, now }));
  return { invoiceId: issued.invoiceId };
}

async function customerOf(scope: SellerScope, told: Told): Promise<CustomerScope> {
  const link = await findMailedLink(systemScope(scope), told.orderId);
  if (!link) throw new Error(`${told.orderNumber} has no link`);
  return customerScope({ sellerId: scope.sellerId, orderId: told.orderId, linkId: link.id, audience: "mailed" });
}

function systemScope(scope: SellerScope) {
  const job = jobScope(scope.sellerId, { kind: "system", job: "demo" });
  if (job.kind !== "job") throw new Error("A seller's job has a seller");
  return job;
}

function returnProfileOf({ returns, contact }: DemoSeller): ReturnProfile {
  const { address, means, withdrawalCostBearer, packing } = returns;
  return { address, means, withdrawalCostBearer, packing, contact: contact.email };
}

/** The demo's commands are never refused; one that is names its reason. */
export function expectValue<Value>(
  outcome: { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly reason: string },
): Value {
  if (outcome.ok) return outcome.value;
  throw new Error(JSON.stringify(outcome));
}
