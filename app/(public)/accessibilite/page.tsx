import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { findMarketplace } from "@/db/queries/marketplace";
import { entryScope } from "@/lib/server/scope";
import { LegalPage, LegalPart } from "../_components/legal-page";
import { OperatorContact } from "../_components/operator-contact";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("legal.accessibility"))("title") };
}

const GAPS = ["uploads", "pdf", "audit"] as const;

/**
 * How accessible the consumer's pages, mails and documents are, what is not, and whom to tell.
 *
 * @see Code de la consommation, art. L412-13; directive (UE) 2019/882
 */
export default async function AccessibilityPage() {
  const [t, marketplace] = await Promise.all([getTranslations("legal.accessibility"), findMarketplace(entryScope())]);
  return (
    <LegalPage title={t("title")} lead={t("lead")}>
      <LegalPart id="etat" title={t("state.title")}>
        <p>{t("state.text")}</p>
        <p>{t("state.how")}</p>
      </LegalPart>
      <LegalPart id="limites" title={t("gaps.title")}>
        <ul className="list-disc space-y-1.5 ps-5">
          {GAPS.map((gap) => (
            <li key={gap}>{t(`gaps.${gap}`)}</li>
          ))}
        </ul>
      </LegalPart>
      <LegalPart id="contact" title={t("contact.title")}>
        <p>{t("contact.text")}</p>
        <OperatorContact marketplace={marketplace} />
      </LegalPart>
      <LegalPart id="recours" title={t("remedy.title")}>
        <p>{t("remedy.text")}</p>
      </LegalPart>
    </LegalPage>
  );
}
