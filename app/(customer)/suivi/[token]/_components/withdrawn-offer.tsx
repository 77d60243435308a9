import { getTranslations } from "next-intl/server";
import { toDate } from "@/lib/calendar/instant";
import { formatInstant } from "@/lib/i18n/format";
import type { CustomerPage } from "@/lib/server/customer-page";
import type { CustomerReply } from "../choices";

type Props = { readonly page: CustomerPage; readonly reply: CustomerReply };

/** Read before the offer itself, whose words still say that it can be accepted. */
export async function WithdrawnOffer({ page: { reader, space }, reply }: Props) {
  const t = await getTranslations("customer.answer");
  if (!reply.withdrawnAt || reply.customerAnswer) return null;
  const at = formatInstant(toDate(reply.withdrawnAt), reader.zone, reader.locale);
  return (
    <p className="mt-3 rounded-md border border-line bg-sunken p-3 font-semibold">
      {t("withdrawn", { seller: space.seller.name, at })}
    </p>
  );
}
