import { afterAll, describe, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import { lockClaim } from "@/db/commands/claim-state";
import { openClaim } from "@/db/commands/open-claim";
import { readClaimedLines } from "@/db/commands/requalified-claim";
import { sendReply } from "@/db/commands/send-reply";
import { splitClaim } from "@/db/commands/split-claim";
import { listRelations } from "@/db/queries/claim-relations";
import { readClocks } from "@/db/queries/clock-facts";
import { listOnTimeFigures } from "@/db/queries/compliance";
import { listClockEvents } from "@/db/queries/journal";
import { messages } from "@/db/schema/messages";
import { withScope } from "@/db/scope";
import { instant } from "@/lib/calendar/instant";
import type { Situation } from "@/lib/claims/claim";
import { onTimeFigures } from "@/lib/compliance/figures";
import { clocksFromJournal } from "@/lib/compliance/from-journal";
import { clockState } from "@/lib/deadlines/clock";
import { adminScope } from "@/lib/server/scope";
import { type MadeSeller, makeOrder, makeSeller } from "../support/factory";

afterAll(closeDatabase);

const OPENED = instant("2026-11-16T09:00:00Z");
const NOW = instant("2026-11-17T10:00:00Z");
const operator = { kind: "operator", userId: "01900000-0000-7000-8000-000000000001" } as const;
const admin = adminScope({ role: "admin", actor: operator });
const words = { body: "Deux demandes en une : nous les séparons.", locale: "fr" };

async function open(seller: MadeSeller, situation: Situation = "damaged") {
  const order = await makeOrder(seller);
  const input = { orderNumber: order.number, situation, message: "L’une est fendue, l’autre n’est pas la bonne." };
  const opened = await openClaim(seller.scope, { input, recordedBy: "customer", locale: "fr" }, OPENED);
  if (!opened.ok) throw new Error(opened.reason);
  const split = { claimId: opened.value.claimId, words, lines: [{ orderLineId: order.lineId, quantity: 1 }] };
  return { number: order.number, split };
}

async function factsOf(seller: MadeSeller, claimId: string) {
  return withScope(seller.scope, async (tx) => ({
    claim: await lockClaim(tx, seller.id, claimId),
    clocks: (await readClocks(tx, seller.id, claimId)).map(
      (clock) => `${clock.kind} ${clockState(clock, NOW)} ${clock.startsAt}`,
    ),
    lines: (await readClaimedLines(tx, { sellerId: seller.id, id: claimId })).map(({ quantity }) => quantity),
    said: (await tx.select().from(messages)).filter((row) => row.claimId === claimId).map(({ author }) => author),
  }));
}

describe("splitting a claim", () => {
  test("takes lines into a second claim, which counts from the first instants", async () => {
    const seller = await makeSeller();
    const { split } = await open(seller);
    const outcome = await splitClaim(admin, { ...split, situation: "wrong_product" }, NOW);
    if (!outcome.ok) throw new Error(outcome.reason);
    const first = await factsOf(seller, split.claimId);
    const second = await factsOf(seller, outcome.value.claimId);
    expect(first).toMatchObject({ claim: { situation: "damaged" }, lines: [1], said: ["customer", "operator"] });
    expect(second).toMatchObject({
      claim: { situation: "wrong_product", state: "awaiting_seller", receivedAt: OPENED, statementSentAt: OPENED },
      lines: [1],
      said: ["customer", "operator"],
    });
    expect(second.clocks).toContain(`reply running ${OPENED}`);
    expect(second.clocks).toContain(`conformity_remedy running ${OPENED}`);
    const { claimId } = outcome.value;
    expect(await listRelations(seller.scope, split.claimId)).toMatchObject([
      { kind: "split_off", claim: { id: claimId } },
    ]);
    expect(await listRelations(admin, claimId)).toMatchObject([{ kind: "taken_from", claim: { id: split.claimId } }]);
  });

  test("counts nothing twice of an answered claim, and asks for an answer to the second", async () => {
    const seller = await makeSeller();
    const { split } = await open(seller, "other");
    const reply = { solution: "answer_other", message: "Voici." } as const;
    await sendReply(seller.scope, { claimId: split.claimId, reply }, instant("2026-11-16T10:00:00Z"));
    const outcome = await splitClaim(admin, { ...split, situation: "invoice_request" }, NOW);
    if (!outcome.ok) throw new Error(outcome.reason);
    expect((await factsOf(seller, outcome.value.claimId)).clocks).toEqual([`next_reply running ${NOW}`]);
    const window = { from: instant("2026-11-01T00:00:00Z"), to: instant("2026-12-31T00:00:00Z") };
    const end = instant("2026-12-20T12:00:00Z");
    const rows = await listOnTimeFigures(seller.scope, window, end);
    const recomputed = onTimeFigures(clocksFromJournal(await listClockEvents(seller.scope)), window, end);
    const sum = (name: "due" | "met" | "overdue") => rows.reduce((total, row) => total + row[name], 0);
    expect({ due: sum("due"), met: sum("met"), overdue: sum("overdue") }).toEqual({ due: 2, met: 1, overdue: 1 });
    expect(recomputed).toMatchObject({ due: 2, met: 1, overdue: 1 });
  });

  test("says why not, and changes nothing", async () => {
    const seller = await makeSeller();
    const { split, number } = await open(seller);
    const refusal = async (input: object, scope = admin) => {
      const outcome = await splitClaim(scope, { ...split, situation: "wrong_product", ...input }, NOW);
      return outcome.ok ? "none" : outcome.reason;
    };
    const [line] = split.lines;
    expect(await refusal({}, adminScope({ role: "auditor", actor: operator }))).toBe("not_allowed");
    expect(await refusal({ claimId: operator.userId })).toBe("not_found");
    expect(await refusal({ lines: [] })).toBe("no_line");
    expect(await refusal({ lines: [{ ...line, quantity: 2 }] })).toBe("nothing_left");
    expect(await refusal({ lines: [{ ...line, quantity: 3 }] })).toBe("quantity_above_claim");
    expect(await refusal({ situation: "damaged" })).toBe("same_situation");
    expect(await refusal({ situation: "no_longer_wanted" })).toBe("consent_needed");
    const input = { orderNumber: number, situation: "broken_down", message: "En panne." } as const;
    await openClaim(seller.scope, { input, recordedBy: "seller", locale: "fr" }, NOW);
    expect(await refusal({ situation: "broken_down" })).toBe("situation_open");
    expect((await factsOf(seller, split.claimId)).lines).toEqual([]);
  });
});

test("a demand that came twice is told with the claim it joined", async () => {
  const seller = await makeSeller();
  const { number, split } = await open(seller);
  const input = { orderNumber: number, situation: "damaged", message: "Encore moi.", externalId: "T-2" } as const;
  const again = await openClaim(seller.scope, { input, recordedBy: "seller", locale: "fr" }, NOW);
  expect(again).toMatchObject({ value: { result: "joined", claimId: split.claimId } });
  expect(await listRelations(seller.scope, split.claimId)).toEqual([
    { kind: "joined", at: NOW, situation: "damaged", externalId: "T-2" },
  ]);
});
