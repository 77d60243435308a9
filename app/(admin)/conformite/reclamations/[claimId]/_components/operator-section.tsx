import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/_components/client-messages";
import { Section } from "@/app/_components/ui/card";
import type { ClaimPage } from "@/db/queries/claim-page";
import { localeFrom } from "@/lib/i18n/locale";
import { DecisionForm, OperatorMessageForm } from "./operator-acts";

/** What the operator can do on an open claim: decide what was put before it, and write to both sides. */
export async function OperatorSection({ page }: { readonly page: ClaimPage }) {
  const t = await getTranslations("admin.help");
  const { claim, order, marketplace } = page;
  if (claim.state === "closed") return null;
  return (
    <ClientMessages namespaces={["admin"]}>
      {claim.state === "escalated" && (
        <Section id="decider" title={t("decide_title")} lead={t("decide_lead")} tone="urgent">
          <DecisionForm claimId={claim.id} />
        </Section>
      )}
      <Section id="intervenir" title={t("write_title")} lead={t("write_lead", { marketplace: marketplace.name })}>
        <OperatorMessageForm claimId={claim.id} locale={localeFrom(order.order.customerLocale)} />
      </Section>
    </ClientMessages>
  );
}
