import { and, eq, inArray } from "drizzle-orm";
import { lockClaim } from "@/db/commands/claim-state";
import { type ClaimAct, originOf } from "@/db/commands/clocks";
import { appendEvent } from "@/db/commands/journal";
import { settleLinkLife } from "@/db/commands/link-life";
import { type CustomerLink, ensureLink, findLink, renewLink } from "@/db/commands/links";
import { findRecipient, mailLink } from "@/db/commands/resend-link";
import { claims } from "@/db/schema/claims";
import { customerLinks } from "@/db/schema/links";
import { mails } from "@/db/schema/mails";
import { type Transaction, withScope } from "@/db/scope";
import { mayAdministerMarketplace } from "@/lib/auth/permissions";
import type { AdminScope, LinkAudience, SellerScope } from "@/lib/auth/scope";
import type { Instant } from "@/lib/calendar/instant";
import { mayHandleClaims } from "@/lib/claims/permissions";
import { accepted, type Outcome, refused } from "@/lib/outcome";

export type LinkRefusal = "not_allowed" | "not_found" | "no_address" | "just_sent" | "no_link" | "same_address";
type Done = Outcome<null, LinkRefusal>;

/** Send the link again to its address, which whoever asks for it neither chooses nor changes. */
export async function resendLinkOfClaim(
  scope: SellerScope | AdminScope,
  { claimId }: { readonly claimId: string },
  now: Instant,
): Promise<Done> {
  if (!mayHandleClaims(scope)) return refused("not_allowed");
  return onLinks(scope, claimId, now, async (tx, act, orderId) => {
    const recipient = await findRecipient(tx, { sellerId: act.sellerId, orderId });
    if (!recipient) return refused("no_address");
    return (await mailLink(tx, recipient, act)) ? accepted(null) : refused("just_sent");
  });
}

type NamedLink = { readonly claimId: string; readonly audience: LinkAudience };

/** End every copy of a link. A mailed one goes out anew at once; another is given out anew when it is next needed. */
export async function rotateLink(scope: AdminScope, named: NamedLink, now: Instant): Promise<Done> {
  if (!mayAdministerMarketplace(scope)) return refused("not_allowed");
  return onLinks(scope, named.claimId, now, async (tx, act, orderId) => {
    const wanted = { sellerId: act.sellerId, orderId, audience: named.audience };
    const link = await findLink(tx, wanted);
    if (!link) return refused("no_link");
    await renewLink(tx, wanted, link, act);
    await settleLinkLife(tx, { ...wanted, now });
    const recipient = named.audience === "mailed" ? await findRecipient(tx, wanted) : undefined;
    if (recipient) await mailLink(tx, recipient, act);
    return accepted(null);
  });
}

/** End a link without giving out another; the customer may ask for a new one, and the next mail brings one. */
export async function revokeLink(scope: AdminScope, named: NamedLink, now: Instant): Promise<Done> {
  if (!mayAdministerMarketplace(scope)) return refused("not_allowed");
  return onLinks(scope, named.claimId, now, async (tx, act, orderId) => {
    const { audience } = named;
    const link = await findLink(tx, { sellerId: act.sellerId, orderId, audience });
    if (!link || link.revokedAt) return refused("no_link");
    await tx
      .update(customerLinks)
      .set({ revokedAt: now, codeHash: null })
      .where(and(eq(customerLinks.sellerId, act.sellerId), eq(customerLinks.id, link.id)));
    await appendEvent(tx, { ...originOf(act), type: "link_revoked", payload: { linkId: link.id, audience } });
    return accepted(null);
  });
}

/**
 * Another address for the mailed link, named by the operator, who alone may: the old link ends, the new one leaves at
 * once, and no mail that still waits goes to the old address, for it would carry the new link.
 */
export async function correctLinkAddress(
  scope: AdminScope,
  { claimId, email }: { readonly claimId: string; readonly email: string },
  now: Instant,
): Promise<Done> {
  if (!mayAdministerMarketplace(scope)) return refused("not_allowed");
  return onLinks(scope, claimId, now, async (tx, act, orderId) => {
    const wanted = { sellerId: act.sellerId, orderId, audience: "mailed" } as const;
    const before = await findRecipient(tx, wanted);
    if (before?.email.toLowerCase() === email.toLowerCase()) {
      return refused("same_address", { email: ["same_address"] });
    }
    const known = await findLink(tx, wanted);
    const link = known ? await renewLink(tx, wanted, known, act) : await ensureLink(tx, wanted, act);
    await tx
      .update(customerLinks)
      .set({ email })
      .where(and(eq(customerLinks.sellerId, act.sellerId), eq(customerLinks.id, link.id)));
    const corrected = { linkId: link.id, from: before?.email ?? null, to: email };
    await appendEvent(tx, { ...originOf(act), type: "link_address_corrected", payload: corrected });
    await redirectWaitingMails(tx, link, email);
    const recipient = await findRecipient(tx, wanted);
    if (recipient) await mailLink(tx, recipient, act);
    return accepted(null);
  });
}

async function redirectWaitingMails(tx: Transaction, link: CustomerLink, recipient: string): Promise<void> {
  await tx
    .update(mails)
    .set({ recipient })
    .where(and(eq(mails.linkId, link.id), inArray(mails.status, ["queued", "kept", "failed"])));
}

/** Run on the links of a claim's order, under the claim's lock. */
export async function onLinks<Value>(
  scope: SellerScope | AdminScope,
  claimId: string,
  now: Instant,
  run: (tx: Transaction, act: ClaimAct, orderId: string) => Promise<Outcome<Value, LinkRefusal>>,
): Promise<Outcome<Value, LinkRefusal>> {
  return withScope(scope, async (tx) => {
    const sellerId = scope.kind === "seller" ? scope.sellerId : await sellerOf(tx, claimId);
    const claim = sellerId ? await lockClaim(tx, sellerId, claimId) : undefined;
    if (!claim) return refused("not_found");
    return run(tx, { sellerId: claim.sellerId, claimId, actor: scope.actor, now }, claim.orderId);
  });
}

async function sellerOf(tx: Transaction, claimId: string): Promise<string | undefined> {
  const [claim] = await tx.select({ sellerId: claims.sellerId }).from(claims).where(eq(claims.id, claimId)).limit(1);
  return claim?.sellerId;
}
