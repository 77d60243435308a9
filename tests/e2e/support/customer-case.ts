import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readClusterRecord } from "../../../scripts/support/cluster.ts";
import { ownerUrl } from "../../../scripts/support/database.ts";

/** Rows of the running product are written straight to its database, and links made with its own secret. */
function enterProduct(): void {
  const dataDir = process.env.E2E_DATA_DIR ?? "";
  const record = readClusterRecord(dataDir);
  if (!record) throw new Error(`No cluster in ${dataDir}`);
  process.env.DATABASE_URL = ownerUrl(record);
  process.env.AUTH_SECRET = readFileSync(join(dataDir, "auth-secret"), "utf8").trim();
  process.env.BASE_URL = process.env.E2E_BASE_URL ?? "";
}

/** The product's own modules, once the environment names its database. */
export async function product() {
  enterProduct();
  const [factory, claim, reply, links, link, scope, time, scopes] = await Promise.all([
    import("../../support/factory"),
    import("@/db/commands/open-claim"),
    import("@/db/commands/send-reply"),
    import("@/db/commands/links"),
    import("@/lib/server/customer-link"),
    import("@/db/scope"),
    import("@/lib/calendar/instant"),
    import("@/lib/server/scope"),
  ]);
  return { letterOf: printLetterCode, ...factory, ...claim, ...reply, ...links, ...link, ...scope, ...time, ...scopes };
}

/** The code a letter would print for a link, kept as printing it keeps it. */
async function printLetterCode(link: { readonly id: string; readonly generation: number }): Promise<string> {
  const [{ letterCode, letterCodeHash, printedCode }, { authSecret }, { customerLinks }, { eq }, scope, scopes] =
    await Promise.all([
      import("@/lib/auth/letter-code"),
      import("@/lib/server/secret"),
      import("@/db/schema/links"),
      import("drizzle-orm"),
      import("@/db/scope"),
      import("@/lib/server/scope"),
    ]);
  const code = letterCode(authSecret(), link);
  const codeHash = letterCodeHash(authSecret(), code);
  await scope.withScope(scopes.sweepScope("test_setup"), (tx) =>
    tx.update(customerLinks).set({ codeHash }).where(eq(customerLinks.id, link.id)),
  );
  return printedCode(code);
}

export type Product = Awaited<ReturnType<typeof product>>;
export type Situation = Parameters<Product["openClaim"]>[1]["input"]["situation"];
export type Answer = Parameters<Product["sendReply"]>[1]["reply"];

export const HOUR = 3_600_000;

/** An order with one claim of 30 hours ago, answered 5 hours ago when an answer is given, and the customer's link. */
export async function customerCase(facts: {
  readonly situation: Situation;
  readonly answer?: Answer;
  readonly delivered?: boolean;
  readonly audience?: "mailed" | "api" | "letter";
}) {
  const its = await product();
  const { situation, answer, delivered = true, audience = "mailed" } = facts;
  const at = (hoursAgo: number) => its.fromEpochMs(Date.now() - hoursAgo * HOUR);
  const seller = await its.makeSeller();
  const order = await its.makeOrder(seller, delivered ? {} : { deliveredAt: null });
  const input = { orderNumber: order.number, situation, message: "Pouvez-vous m’aider ?", receivedAt: at(30) };
  const claim = await its.openClaim(seller.scope, { input, recordedBy: "customer", locale: "fr" }, at(30));
  if (!claim.ok) throw new Error(claim.reason);
  const { claimId } = claim.value;
  if (answer) {
    const sent = await its.sendReply(seller.scope, { claimId, reply: answer }, at(5));
    if (!sent.ok) throw new Error(JSON.stringify(sent));
  }
  const link = await its.withScope(seller.job, (tx) =>
    its.ensureLink(
      tx,
      { sellerId: seller.id, orderId: order.id, audience },
      { actor: seller.job.actor, now: at(0), claimId },
    ),
  );
  const path = new URL(its.customerUrl(link)).pathname;
  return { its, seller, order, claimId, reference: claim.value.reference, link, path };
}

/** A civil day some days from today, as a form writes it. */
export function dayFromToday(days: number): string {
  return new Date(Date.now() + days * 24 * HOUR).toISOString().slice(0, 10);
}
