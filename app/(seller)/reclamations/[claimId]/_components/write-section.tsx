import { getTranslations } from "next-intl/server";
import { Section } from "@/app/_components/ui/card";
import type { ClaimPage } from "@/db/queries/claim-page";
import { localeFrom } from "@/lib/i18n/locale";
import { attachableOf } from "./composer/attachable";
import { WriteForm } from "./write-form";

/** The customer wrote again after the answer: any human answer meets that clock, a message included. */
export function isFollowUpAwaited(clocks: ClaimPage["clocks"]): boolean {
  return clocks.some(({ kind, stoppedAt, cancelledAt }) => kind === "next_reply" && !stoppedAt && !cancelledAt);
}

/** Where a message or a note is written, and what it stops. */
export async function WriteSection({ page }: { readonly page: ClaimPage }) {
  const t = await getTranslations("claim.write");
  const lead = t(isFollowUpAwaited(page.clocks) ? "lead_follow_up" : "lead");
  const files = attachableOf(page.documents)
    .filter(({ state }) => state === "ready")
    .map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Section id="ecrire-au-client" title={t("title")} lead={lead}>
      <WriteForm
        claimId={page.claim.id}
        locale={localeFrom(page.order.order.customerLocale)}
        isClosed={page.claim.state === "closed"}
        files={files}
      />
    </Section>
  );
}
