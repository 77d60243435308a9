import { giveApiLink } from "@/db/commands/links";
import { openClaim } from "@/db/commands/open-claim";
import { findClaimPage } from "@/db/queries/claim-page";
import type { SellerScope } from "@/lib/auth/scope";
import type { Instant } from "@/lib/calendar/instant";
import type { OpenClaimInput } from "@/lib/claims/schema";
import { openingProblem } from "@/lib/server/api/claim-answers";
import { clockView } from "@/lib/server/api/claim-view";
import { reply } from "@/lib/server/api/operation";
import { customerUrl } from "@/lib/server/customer-link";

/** Open a claim for a caller of the API, and answer it with its clocks and the customer's link. */
export async function openClaimByApi(scope: SellerScope, input: OpenClaimInput, now: Instant) {
  const outcome = await openClaim(scope, { input, recordedBy: "api", locale: "fr" }, now);
  if (!outcome.ok) return openingProblem(outcome);
  const { claimId, reference, orderId, result } = outcome.value;
  const page = await findClaimPage(scope, claimId, now);
  if (!page) throw new Error(`Claim ${claimId} disappeared`);
  const answer = {
    id: claimId,
    reference,
    result,
    orderNumber: page.order.order.number,
    situation: page.claim.situation,
    phase: page.claim.phase,
    state: page.claim.state,
    clocks: page.clocks.map((clock) => clockView(clock, now)),
    customerUrl: customerUrl(await giveApiLink(scope, { orderId, claimId }, now)),
  };
  return result === "opened" ? reply(201, answer) : reply(200, answer);
}
