import { and, eq } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { lockClaim } from "@/db/commands/claim-state";
import { appendEvent } from "@/db/commands/journal";
import { insertUser, type NewUser } from "@/db/commands/users";
import { readReplyContext } from "@/db/queries/reply-context";
import { customerLinks } from "@/db/schema/links";
import { invoiceSeries, sellers } from "@/db/schema/sellers";
import { memberships } from "@/db/schema/users";
import { withScope } from "@/db/scope";
import type { MemberRole } from "@/lib/auth/role";
import type { JobScope } from "@/lib/auth/scope";
import type { Instant } from "@/lib/calendar/instant";
import type { SellerIdentity } from "@/lib/sellers/legal-identity";
import type { AfterSalesContact, Mediator } from "@/lib/sellers/seller";

export type SeededSeller = {
  readonly slug: string;
  readonly name: string;
  readonly zone: string;
  readonly legalIdentity: SellerIdentity;
  readonly contact: AfterSalesContact;
  readonly mediator: Mediator;
  readonly invoicePrefix: string;
};

/** A seller with its settings filled in and its series, as after its first day. */
export async function seedSeller(scope: JobScope, seller: SeededSeller, now: Instant): Promise<string> {
  const id = uuidv7();
  const { invoicePrefix, ...columns } = seller;
  await withScope(scope, async (tx) => {
    await tx.insert(sellers).values({ ...columns, id, status: "active", createdAt: now, updatedAt: now });
    await tx.insert(invoiceSeries).values([
      { sellerId: id, id: uuidv7(), kind: "invoice", prefix: invoicePrefix },
      { sellerId: id, id: uuidv7(), kind: "credit_note", prefix: `${invoicePrefix}A` },
    ]);
    const { name, slug } = seller;
    const stream = { kind: "seller", id, sellerId: id } as const;
    await appendEvent(tx, { stream, type: "seller_created", actor: scope.actor, at: now, payload: { name, slug } });
  });
  return id;
}

/** A person of a seller; somebody who has an account already joins with it. */
export async function seedMember(
  scope: JobScope,
  member: NewUser & { readonly sellerId: string; readonly role: MemberRole; readonly userId?: string },
  now: Instant,
): Promise<string> {
  const { sellerId, role, userId: known, ...user } = member;
  return withScope(scope, async (tx) => {
    const userId = known ?? (await newUserId(tx, user, scope, now));
    await tx.insert(memberships).values({ sellerId, userId, role, createdAt: now });
    const stream = { kind: "seller", id: sellerId, sellerId } as const;
    const payload = { userId, role, email: user.email };
    await appendEvent(tx, { stream, type: "member_joined", actor: scope.actor, at: now, payload });
    return userId;
  });
}

async function newUserId(tx: Parameters<typeof insertUser>[0], user: NewUser, scope: JobScope, now: Instant) {
  const made = await insertUser(tx, user, scope.actor, now);
  if (!made.ok) throw new Error(`${user.email}: ${made.reason}`);
  return made.value.userId;
}

/** The mailed link of an order, whose address the demo prints. */
export async function findMailedLink(scope: JobScope, orderId: string) {
  const [link] = await withScope(scope, (tx) =>
    tx
      .select({ id: customerLinks.id, generation: customerLinks.generation })
      .from(customerLinks)
      .where(and(eq(customerLinks.orderId, orderId), eq(customerLinks.audience, "mailed"))),
  );
  return link;
}

/** What an answer to a claim is judged on, for a form that is filled in by nobody. */
export async function readContextOf(
  scope: JobScope & { readonly kind: "job" },
  claimId: string,
  facts: { readonly documentIds: readonly string[]; readonly now: Instant },
) {
  return withScope(scope, async (tx) => {
    const claim = await lockClaim(tx, scope.sellerId, claimId);
    if (!claim) throw new Error(`There is no claim ${claimId}`);
    return { claim, context: await readReplyContext(tx, claim, facts) };
  });
}
