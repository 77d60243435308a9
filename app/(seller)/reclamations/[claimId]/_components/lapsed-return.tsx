import { getTranslations } from "next-intl/server";
import type { ClaimPage } from "@/db/queries/claim-page";
import type { IsoDate } from "@/lib/calendar/civil-day";
import { formatDay } from "@/lib/i18n/format";
import { translatorFor } from "@/lib/i18n/translator";
import { returnLapsesFrom } from "@/lib/replies/lapsed-return";
import { AwaitAgainForm, LapseForm } from "./lapse-form";

type Props = {
  readonly commitment: ClaimPage["commitments"][number];
  readonly page: ClaimPage;
  readonly locale: "fr" | "en";
  /** Civil day of the marketplace. */
  readonly today: IsoDate;
};

/** What a seller may do about goods that do not come back: wait, then say so; and wait again. */
export async function LapsedReturn({ commitment, page, locale, today }: Props) {
  const { kind, status, dueOn, id } = commitment;
  if (kind !== "return" || !dueOn || page.claim.state === "closed") return null;
  const claimId = page.claim.id;
  if (status === "lapsed") return <AwaitAgainForm claimId={claimId} commitmentId={id} />;
  if (status !== "open" || dueOn >= today) return null;
  const from = returnLapsesFrom(dueOn);
  const t = await getTranslations("claim.lapse");
  if (today < from) {
    return <p className="text-sm text-ink-muted">{t("soon", { day: formatDay(from, locale, "long_without_year") })}</p>;
  }
  const theirs = page.order.order.customerLocale === "en" ? "en" : "fr";
  const message = translatorFor(theirs)("claim.lapse.message_first", { day: formatDay(dueOn, theirs) });
  return <LapseForm claimId={claimId} commitmentId={id} locale={theirs} message={message} />;
}
