import { eq } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import { openClaim } from "@/db/commands/open-claim";
import { sendReply } from "@/db/commands/send-reply";
import { readCustomerSpace } from "@/db/queries/customer-space";
import { documents } from "@/db/schema/documents";
import { replies } from "@/db/schema/replies";
import { sellers } from "@/db/schema/sellers";
import { withScope } from "@/db/scope";
import { type Instant, instant } from "@/lib/calendar/instant";
import { clockState } from "@/lib/deadlines/clock";
import type { DocumentKind } from "@/lib/evidence/document";
import en from "@/lib/i18n/messages/en.json";
import fr from "@/lib/i18n/messages/fr.json";
import { replyParagraphs } from "@/lib/replies/rendered";
import { type ReplyInput, replyInput } from "@/lib/replies/schema";
import { SOLUTIONS, solutionsFor } from "@/lib/replies/solution";
import { visibleFrom } from "@/lib/replies/undo";
import { customerScope } from "@/lib/server/scope";
import { type MadeSeller, makeOrder, makeSeller } from "../../support/factory";
import { EXPECTED_NAMES, nameOf, SETTINGS, type Setting, SOLUTION_CASES } from "./solution-cases";

const OPENED = instant("2026-11-23T09:00:00Z");
const ANSWERED = instant("2026-11-23T14:00:00Z");
const VISIBLE = visibleFrom(ANSWERED);
const MEDIATOR = { name: "CM2C", postalAddress: "49 rue de Ponthieu, 75008 Paris", website: "https://www.cm2c.net" };
const WORDS = { fr: fr.missing, en: en.missing };

let seller: MadeSeller;
beforeAll(async () => {
  seller = await makeSeller();
  await withScope(seller.job, (tx) => tx.update(sellers).set({ mediator: MEDIATOR }).where(eq(sellers.id, seller.id)));
});
afterAll(closeDatabase);

type Opened = Awaited<ReturnType<typeof open>>;

/** A claim of the situation and phase, on an order whose parcel is where they want it. */
async function open(setting: Setting) {
  const order = await makeOrder(seller, parcelOf(setting));
  const input = { orderNumber: order.number, situation: setting.situation, message: "Bonjour." };
  const claim = await openClaim(seller.scope, { input, recordedBy: "seller", locale: "fr" }, OPENED);
  if (!claim.ok) throw new Error(claim.reason);
  return { claimId: claim.value.claimId, orderId: order.id };
}

function parcelOf({ situation, phase }: Setting): { shippedAt?: Instant | null; deliveredAt?: Instant | null } {
  if (phase === "before_dispatch") return { shippedAt: null, deliveredAt: null };
  if (phase === "withdrawal_period") return { deliveredAt: instant("2026-11-18T10:20:00Z") };
  return situation === "parcel_not_received" ? { deliveredAt: instant("2026-11-18T10:20:00Z") } : {};
}

/** A verified file, one that may go along with an answer. */
async function addFile({ claimId, orderId }: Opened, kind: DocumentKind): Promise<string> {
  const id = uuidv7();
  await withScope(seller.job, (tx) =>
    tx.insert(documents).values({
      sellerId: seller.id,
      id,
      orderId,
      claimId,
      kind,
      status: "verified",
      verdict: kind === "proof_of_delivery" ? "strong" : null,
      fileName: `${kind}.pdf`,
      declaredType: "application/pdf",
      verifiedType: "application/pdf",
      sizeBytes: 1200,
      sha256: "a".repeat(64),
      storageKey: id,
      uploadedBy: "member:x",
      uploadedAt: OPENED,
    }),
  );
  return id;
}

function send({ claimId }: Opened, reply: ReplyInput) {
  return sendReply(seller.scope, { claimId, reply: replyInput.parse(reply) }, ANSWERED);
}

/** The one claim of the order, as the customer's link shows it at an instant. */
async function shownTo({ claimId, orderId }: Opened, at: Instant) {
  const scope = customerScope({ sellerId: seller.id, orderId, linkId: claimId, audience: "mailed" });
  const { claims, documents: files } = await readCustomerSpace(scope, at);
  const [claim] = claims;
  if (!claim) throw new Error("The customer does not see the claim");
  return { ...claim, files };
}

async function sentOf({ claimId }: Opened) {
  return withScope(seller.scope, (tx) => tx.select().from(replies).where(eq(replies.claimId, claimId)));
}

const CASES = Object.entries(SOLUTION_CASES).map(([name, facts]) => {
  const [place] = name.split("/");
  const setting = SETTINGS.find((candidate) => nameOf(candidate) === place);
  if (!setting) throw new Error(`${name} is of no situation`);
  return { name, setting, ...facts };
});

test("every solution of every situation and phase has its case, and no case another's name", () => {
  const covered = new Set(CASES.map(({ name }) => name.split(" ")[0]));
  expect([...covered].sort()).toEqual([...EXPECTED_NAMES].sort());
  for (const { name, reply } of CASES) expect(name).toContain(`/${reply.solution}`);
});

describe("incomplete", () => {
  test.each(CASES)("$name is refused, and told in words what it lacks", async ({ setting, reply, lacks }) => {
    const claim = await open(setting);
    const outcome = await send(claim, replyInput.parse({ solution: reply.solution }));
    if (outcome.ok || outcome.reason !== "incomplete") throw new Error(JSON.stringify(outcome));
    const { missing } = outcome.verdict;
    expect(missing.map(({ code }) => code).sort()).toEqual([...lacks].sort());
    for (const { code, origin } of missing) {
      expect(origin).toMatch(/^(law|contract|assumed):./);
      expect(WORDS.fr[code].trim()).not.toBe("");
      expect(WORDS.en[code].trim()).not.toBe("");
      expect(WORDS.en[code]).not.toBe(WORDS.fr[code]);
    }
    expect(await sentOf(claim)).toEqual([]);
    const shown = await shownTo(claim, VISIBLE);
    const clock = shown.clocks.find(({ kind }) => kind === "reply");
    expect(clock && clockState(clock, VISIBLE)).toBe("running");
    expect([shown.replies, shown.commitments]).toEqual([[], []]);
  });
});

describe("complete", () => {
  test.each(CASES)("$name meets the clock, reaches the customer and promises", async (facts) => {
    const { setting, reply, files = [], promises } = facts;
    const claim = await open(setting);
    const documentIds: string[] = [];
    for (const kind of files) documentIds.push(await addFile(claim, kind));
    const outcome = await send(claim, files.length > 0 ? { ...reply, documentIds } : reply);
    expect(outcome).toMatchObject({ ok: true, value: { verdict: { complete: true, missing: [] } } });

    expect((await shownTo(claim, ANSWERED)).replies).toEqual([]);
    const shown = await shownTo(claim, VISIBLE);
    expect(shown.replies).toMatchObject([{ solution: reply.solution, sentAt: ANSWERED }]);
    const [answer] = shown.replies;
    if (!answer) throw new Error("The customer sees no answer");
    expect(replyParagraphs(replyInput.parse(answer.content), shown.context).length).toBeGreaterThan(0);
    expect(shown.files.map(({ kind }) => kind).sort()).toEqual([...files].sort());

    const clockOf = new Map(shown.clocks.map((clock) => [clock.id, clock]));
    const clock = shown.clocks.find(({ kind }) => kind === "reply");
    expect([clock && clockState(clock, VISIBLE), clock?.stoppedAt]).toEqual(["met", ANSWERED]);
    const opened = shown.commitments.map(({ kind, status, clockId }) => [
      kind,
      status,
      clockId === null ? null : clockOf.get(clockId)?.kind,
    ]);
    expect(opened.sort()).toEqual([...promises].sort());
    expect(shown.commitments.every(({ dueOn }) => dueOn !== null)).toBe(true);
  });
});

describe("of another situation", () => {
  test.each(SETTINGS.map((setting) => ({ name: nameOf(setting), setting })))("$name", async ({ setting }) => {
    const claim = await open(setting);
    const own = solutionsFor(setting.situation, setting.phase);
    const strange = SOLUTIONS.filter((solution) => !own.includes(solution));
    for (const solution of strange) {
      const outcome = await send(claim, replyInput.parse({ solution, message: "Voici." }));
      expect([solution, outcome]).toMatchObject([
        solution,
        { reason: "incomplete", verdict: { missing: [{ code: "solution_not_for_situation" }] } },
      ]);
    }
    expect(await sentOf(claim)).toEqual([]);
  });
});
