import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DescriptionList } from "@/app/_components/ui/description-list";
import { findMarketplace } from "@/db/queries/marketplace";
import type { Mediator } from "@/lib/sellers/seller";
import { entryScope } from "@/lib/server/scope";
import { LegalPage, LegalPart } from "../_components/legal-page";
import { OperatorContact } from "../_components/operator-contact";

const LICENCE_URL = "https://spdx.org/licenses/MIT.html";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("legal.notice"))("title") };
}

/** Who publishes and hosts this service (loi pour la confiance dans l'économie numérique, art. 1-1), and how accessible it is. */
export default async function LegalNoticePage() {
  const [t, marketplace] = await Promise.all([getTranslations("legal.notice"), findMarketplace(entryScope())]);
  return (
    <LegalPage title={t("title")}>
      <LegalPart id="editeur" title={t("publisher.title")}>
        {marketplace && <DescriptionList facts={[{ term: t("publisher.trade_name"), value: marketplace.name }]} />}
        <OperatorContact marketplace={marketplace} />
      </LegalPart>
      <LegalPart id="hebergement" title={t("hosting.title")}>
        <p>{t("hosting.text")}</p>
      </LegalPart>
      <LegalPart id="mediateur" title={t("mediator.title")}>
        <p>{t("mediator.text")}</p>
        {marketplace?.mediator ? <MediatorFacts mediator={marketplace.mediator} /> : <p>{t("mediator.none")}</p>}
      </LegalPart>
      <LegalPart id="accessibilite" title={t("accessibility.title")}>
        <p>{t("accessibility.aim")}</p>
        <p>{t("accessibility.check")}</p>
        <p>{t("accessibility.contact")}</p>
        {marketplace && <p className="font-semibold">{marketplace.contactEmail}</p>}
        <p>{t("accessibility.defender")}</p>
      </LegalPart>
      <LegalPart id="logiciel" title={t("software.title")}>
        <p>
          {t.rich("software.text", {
            licence: (words) => (
              <a href={LICENCE_URL} rel="license noreferrer" className="prose-link">
                {words}
              </a>
            ),
          })}
        </p>
      </LegalPart>
    </LegalPage>
  );
}

async function MediatorFacts({ mediator }: { readonly mediator: Mediator }) {
  const t = await getTranslations("legal");
  return (
    <DescriptionList
      facts={[
        { term: t("notice.mediator.name"), value: mediator.name },
        { term: t("address"), value: <span className="whitespace-pre-line">{mediator.postalAddress}</span> },
        {
          term: t("notice.mediator.website"),
          value: (
            <a href={mediator.website} rel="noreferrer" className="prose-link break-words">
              {mediator.website}
            </a>
          ),
        },
      ]}
    />
  );
}
