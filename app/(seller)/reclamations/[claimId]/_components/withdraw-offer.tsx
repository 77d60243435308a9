import type { ClaimPage } from "@/db/queries/claim-page";
import { instant } from "@/lib/calendar/instant";
import { localDay } from "@/lib/calendar/zone";
import { formatDay } from "@/lib/i18n/format";
import { localeFrom } from "@/lib/i18n/locale";
import { translatorFor } from "@/lib/i18n/translator";
import { WithdrawOfferForm } from "./withdraw-offer-form";

type Props = { readonly commitment: ClaimPage["commitments"][number]; readonly page: ClaimPage };

/** What was offered waits for a yes: until then the seller may take it back, in words the customer reads. */
export function WithdrawOffer({ commitment, page }: Props) {
  const offer = page.replies.find(({ id, status }) => id === commitment.replyId && status === "sent");
  if (!offer?.sentAt || offer.customerAnswer || page.claim.state === "closed") return null;
  const theirs = localeFrom(page.order.order.customerLocale);
  const day = formatDay(localDay(instant(offer.sentAt), page.marketplace.zone), theirs);
  const message = translatorFor(theirs)("claim.withdraw_offer.message_first", { day });
  return <WithdrawOfferForm claimId={page.claim.id} replyId={offer.id} locale={theirs} message={message} />;
}
