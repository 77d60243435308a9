import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/_components/client-messages";
import { Section } from "@/app/_components/ui/card";
import { situationNames } from "@/app/(seller)/reclamations/_components/situation-title";
import type { ClaimPage } from "@/db/queries/claim-page";
import { SITUATIONS } from "@/lib/claims/claim";
import { takesConsent } from "@/lib/claims/requalification";
import { localeFrom } from "@/lib/i18n/locale";
import { DecisionForm, OperatorMessageForm } from "./operator-acts";
import { SplitForm } from "./split-form";

/** What the operator can do on an open claim: decide what was put before it, and write to both sides. */
export async function OperatorSection({ page }: { readonly page: ClaimPage }) {
  const [t, nameOf] = await Promise.all([getTranslations("admin.help"), situationNames()]);
  const { claim, order, marketplace } = page;
  if (claim.state === "closed") return null;
  const locale = localeFrom(order.order.customerLocale);
  const situations = SITUATIONS.filter((one) => one !== claim.situation && !takesConsent(claim.situation, one));
  return (
    <ClientMessages namespaces={["admin"]}>
      {claim.state === "escalated" && (
        <Section id="decider" title={t("decide_title")} lead={t("decide_lead")} tone="urgent">
          <DecisionForm claimId={claim.id} />
        </Section>
      )}
      <Section id="intervenir" title={t("write_title")} lead={t("write_lead", { marketplace: marketplace.name })}>
        <OperatorMessageForm claimId={claim.id} locale={locale} />
        <SplitForm
          claimId={claim.id}
          locale={locale}
          lines={claimedLines(page)}
          situations={situations.map((value) => ({ value, label: nameOf(value) }))}
        />
      </Section>
    </ClientMessages>
  );
}

/** What the claim is about, line by line; the whole order when it names none. */
function claimedLines({ lines, order }: ClaimPage) {
  return order.lines.flatMap(({ id, name, quantity }) => {
    const claimed = lines.length === 0 ? quantity : lines.find(({ orderLineId }) => orderLineId === id)?.quantity;
    return claimed ? [{ id, name, quantity: claimed }] : [];
  });
}
