import { getTranslations } from "next-intl/server";
import { DescriptionList } from "@/app/_components/ui/description-list";
import type { Marketplace } from "@/db/queries/marketplace";

/** Where the operator is written to. */
export async function OperatorContact({ marketplace }: { readonly marketplace: Marketplace | undefined }) {
  const t = await getTranslations("legal");
  if (!marketplace) return <p>{t("unknown_operator")}</p>;
  const { legalName, contactEmail, postalAddress } = marketplace;
  return (
    <DescriptionList
      facts={[
        { term: t("notice.publisher.name"), value: legalName },
        { term: t("address"), value: <span className="whitespace-pre-line">{postalAddress}</span> },
        { term: t("email"), value: <MailLink address={contactEmail} /> },
      ]}
    />
  );
}

function MailLink({ address }: { readonly address: string }) {
  return (
    <a href={`mailto:${address}`} className="prose-link break-words">
      {address}
    </a>
  );
}
