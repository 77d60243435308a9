import { afterAll, describe, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import { sendMessage } from "@/db/commands/messages";
import { openClaim } from "@/db/commands/open-claim";
import { saveDraft } from "@/db/commands/reply-drafts";
import { sendReply } from "@/db/commands/send-reply";
import { findClaimPage } from "@/db/queries/claim-page";
import { countClaims, type InboxFilter, listClaims } from "@/db/queries/inbox";
import { findOwnSentReply } from "@/db/queries/undoable-reply";
import { type Instant, instant } from "@/lib/calendar/instant";
import type { Situation } from "@/lib/claims/claim";
import { readInboxCursor, writeInboxCursor } from "@/lib/claims/inbox-cursor";
import { CARD_MARKER } from "@/lib/messages/masking";
import { type MadeSeller, makeOrder, makeSeller, memberOf } from "../support/factory";

afterAll(closeDatabase);

const NOW = instant("2026-11-20T12:00:00Z");
const OPEN: InboxFilter = { states: ["to_triage", "awaiting_seller"], limit: 10 };

async function opened(seller: MadeSeller, at: Instant, facts: { situation?: Situation; message?: string } = {}) {
  const order = await makeOrder(seller);
  const { situation = "damaged", message = "L’écran est fendu." } = facts;
  const input = { orderNumber: order.number, situation, message };
  const claim = await openClaim(seller.scope, { input, recordedBy: "seller", locale: "fr" }, at);
  if (!claim.ok) throw new Error(claim.reason);
  return claim.value.claimId;
}

describe("listClaims", () => {
  test("says what is due next and what the customer last wrote, never a note", async () => {
    const seller = await makeSeller();
    const claimId = await opened(seller, instant("2026-11-20T09:00:00Z"));
    const note = { claimId, body: "Vérifier le stock.", locale: "fr", visibility: "internal" } as const;
    await sendMessage(seller.scope, note, NOW);
    expect(await listClaims(seller.scope, OPEN)).toMatchObject([
      {
        id: claimId,
        nextClock: { kind: "reply", zone: "Europe/Paris" },
        nextDueOn: "2026-11-24",
        lastWords: "L’écran est fendu.",
      },
    ]);
  });

  test("is read page by page, most urgent first, by a cursor that survives the address", async () => {
    const seller = await makeSeller();
    const late = await opened(seller, instant("2026-11-16T09:00:00Z"));
    const soon = await opened(seller, instant("2026-11-18T09:00:00Z"));
    const fine = await opened(seller, instant("2026-11-20T09:00:00Z"));
    const [first] = await listClaims(seller.scope, { ...OPEN, limit: 1 });
    const after = first && readInboxCursor(writeInboxCursor(first));
    const rest = await listClaims(seller.scope, { ...OPEN, after });
    expect([first?.id, ...rest.map((claim) => claim.id)]).toEqual([late, soon, fine]);
  });

  test("is counted by state, all of it or what is looked for", async () => {
    const seller = await makeSeller();
    await opened(seller, instant("2026-11-16T09:00:00Z"));
    await opened(seller, instant("2026-11-20T09:00:00Z"), { situation: "other" });
    expect(await countClaims(seller.scope)).toMatchObject({ awaiting_seller: 1, to_triage: 1, closed: 0 });
    expect(await countClaims(seller.scope, { situations: ["damaged"] })).toMatchObject({
      awaiting_seller: 1,
      to_triage: 0,
    });
    expect(await countClaims(seller.scope, { dueBefore: NOW })).toMatchObject({ awaiting_seller: 1, to_triage: 0 });
    expect(await countClaims(seller.scope, { words: "nobody" })).toMatchObject({ awaiting_seller: 0, to_triage: 0 });
  });

  test("is searched by tracking number and by name without accents", async () => {
    const seller = await makeSeller();
    const claimId = await opened(seller, instant("2026-11-18T09:00:00Z"));
    for (const words of ["6A156 026", "Moréau"]) {
      expect((await listClaims(seller.scope, { ...OPEN, words })).map((claim) => claim.id)).toEqual([claimId]);
    }
    expect(await listClaims(seller.scope, { ...OPEN, words: "100%" })).toEqual([]);
  });

  test("another seller sees nothing", async () => {
    const [seller, other] = [await makeSeller(), await makeSeller()];
    const claimId = await opened(seller, instant("2026-11-18T09:00:00Z"));
    expect(await listClaims(other.scope, OPEN)).toEqual([]);
    expect(await findClaimPage(other.scope, claimId, NOW)).toBeUndefined();
  });
});

describe("what is stored of a text", () => {
  const CARD = "4970 1000 0000 0014";

  test("a card number is masked in messages, answers and drafts; the order's own numbers stay", async () => {
    const seller = await makeSeller();
    const claimId = await opened(seller, instant("2026-11-18T09:00:00Z"), {
      situation: "other",
      message: `Ma carte ${CARD}, colis 6A15602676300.`,
    });
    const reply = { solution: "answer_other", message: `Votre carte ${CARD} est remboursée.` } as const;
    await saveDraft(seller.scope, { claimId, reply }, NOW);
    const drafted = await findClaimPage(seller.scope, claimId, NOW);
    expect(drafted?.messages[0]?.body).toBe(`Ma carte ${CARD_MARKER}, colis 6A15602676300.`);
    expect(drafted?.draft?.content.message).toBe(`Votre carte ${CARD_MARKER} est remboursée.`);
    await sendReply(seller.scope, { claimId, reply }, NOW);
    const sent = await findClaimPage(seller.scope, claimId, NOW);
    expect(sent?.replies[0]?.content.message).toBe(`Votre carte ${CARD_MARKER} est remboursée.`);
  });
});

describe("findOwnSentReply", () => {
  test("is found by its author and nobody else", async () => {
    const seller = await makeSeller();
    const claimId = await opened(seller, instant("2026-11-18T09:00:00Z"), { situation: "other" });
    const reply = { solution: "answer_other", message: "Voici." } as const;
    const sent = await sendReply(seller.scope, { claimId, reply }, NOW);
    if (!sent.ok) throw new Error(sent.reason);
    const input = { claimId, replyId: sent.value.replyId };
    expect(await findOwnSentReply(seller.scope, input)).toMatchObject({ status: "sent" });
    expect(await findOwnSentReply(memberOf(seller.id), input)).toBeUndefined();
    expect(await findOwnSentReply((await makeSeller()).scope, input)).toBeUndefined();
  });
});
