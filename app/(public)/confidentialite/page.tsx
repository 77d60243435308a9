import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { findMarketplace } from "@/db/queries/marketplace";
import { entryScope } from "@/lib/server/scope";
import { LegalPage, LegalPart } from "../_components/legal-page";
import { OperatorContact } from "../_components/operator-contact";
import { KeptTable, RecordedTable } from "./_components/data-tables";

const ACTS = [
  "claim",
  "withdrawal",
  "answers",
  "messages",
  "deliveries",
  "orders",
  "deadlines",
  "links",
  "accounts",
] as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("legal.privacy"))("title") };
}

/** What people are told about their data (RGPD, art. 13 and 14). */
export default async function PrivacyPage() {
  const [t, legal, marketplace] = await Promise.all([
    getTranslations("legal.privacy"),
    getTranslations("legal"),
    findMarketplace(entryScope()),
  ]);
  return (
    <LegalPage title={t("title")} lead={t("lead")}>
      <LegalPart id="responsables" title={t("roles.title")}>
        <p>{t("roles.seller")}</p>
        {marketplace && <p>{t("roles.marketplace", { name: marketplace.name })}</p>}
        <p>{t("roles.processor")}</p>
      </LegalPart>
      <LegalPart id="donnees" title={t("recorded.title")}>
        <RecordedTable />
        <p>{t("recipients")}</p>
      </LegalPart>
      <LegalPart id="journal" title={t("acts.title")}>
        <p>{t("acts.lead")}</p>
        <ul className="list-disc space-y-1.5 ps-6">
          {ACTS.map((act) => (
            <li key={act}>{t(`acts.items.${act}`)}</li>
          ))}
        </ul>
        <p>{t("acts.opened")}</p>
      </LegalPart>
      <LegalPart id="durees" title={t("kept.title")}>
        <KeptTable />
      </LegalPart>
      <LegalPart id="droits" title={t("rights.title")}>
        <p>{t("rights.list")}</p>
        <p>{t("rights.answer")}</p>
        <p>{t("rights.whom")}</p>
        <p>{t("rights.cnil")}</p>
      </LegalPart>
      <LegalPart id="cookies" title={t("cookies.title")}>
        <p>{t("cookies.text")}</p>
      </LegalPart>
      <LegalPart id="contact" title={legal("contact")}>
        <OperatorContact marketplace={marketplace} />
      </LegalPart>
    </LegalPage>
  );
}
