import { findCustomerLink } from "@/db/queries/links";
import { isTokenOfLink, linkIdOfToken, linkToken } from "@/lib/auth/link-token";
import type { CustomerScope } from "@/lib/auth/scope";
import type { Instant } from "@/lib/calendar/instant";
import { env } from "@/lib/env";
import { customerScope, entryScope } from "@/lib/server/scope";
import { authSecret } from "@/lib/server/secret";

/** The id no link has: what is no token at all is looked for like any other. */
const NO_LINK = "00000000-0000-0000-0000-000000000000";

/**
 * The scope a customer's link opens; undefined alike when no token at all, unknown, forged, expired, rotated or
 * revoked. Each of these costs the same: one look-up, and one tag that is computed even for a link nobody has.
 */
export async function openCustomerLink(token: string, now: Instant): Promise<CustomerScope | undefined> {
  const linkId = linkIdOfToken(token) ?? NO_LINK;
  const link = await findCustomerLink(entryScope(), linkId);
  const isOurs = isTokenOfLink(token, authSecret(), link ?? { id: linkId, generation: 1 });
  if (!link || !isOurs || link.revokedAt || (link.expiresAt && link.expiresAt <= now)) return undefined;
  return customerScope({ sellerId: link.sellerId, orderId: link.orderId, linkId: link.id, audience: link.audience });
}

/** The address a customer opens. It is never stored: mails hold a placeholder until they are sent. */
export function customerUrl(link: { readonly id: string; readonly generation: number }): string {
  return `${env().BASE_URL}/suivi/${linkToken(authSecret(), link)}`;
}
