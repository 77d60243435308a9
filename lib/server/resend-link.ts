import { resendLink } from "@/db/commands/resend-link";
import { listOrdersOfNumber } from "@/db/queries/submissions";
import type { Instant } from "@/lib/calendar/instant";
import { type ClaimedIdentity, ordersOfIdentity } from "@/lib/claims/identity";
import { entryScope, jobScope } from "@/lib/server/scope";

/** Send the link of every order the number and identity name, each to its own address of record. Answers nothing. */
export async function resendLinks(
  asked: { readonly orderNumber: string; readonly identity: ClaimedIdentity },
  now: Instant,
): Promise<void> {
  const orders = await listOrdersOfNumber(entryScope(asked.orderNumber));
  for (const order of ordersOfIdentity(asked.identity, asked.orderNumber, orders)) {
    await resendLink(jobScope(order.sellerId, { kind: "visitor" }), order.orderId, now);
  }
}
