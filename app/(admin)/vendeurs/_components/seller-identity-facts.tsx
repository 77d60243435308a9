import { getLocale, getTranslations } from "next-intl/server";
import { DescriptionList } from "@/app/_components/ui/description-list";
import { countryName } from "@/lib/orders/country-name";
import { missingIdentityMentions, type SellerIdentity } from "@/lib/sellers/legal-identity";

/** The seller's identity as it filled it in, and what an invoice would still lack. */
export async function SellerIdentityFacts({ identity }: { readonly identity: SellerIdentity | null }) {
  const [t, admin] = await Promise.all([getTranslations("settings.identity"), getTranslations("admin.sellers")]);
  if (!identity) return <p className="text-ink-muted">{admin("identity_missing")}</p>;
  const { line1, line2, postcode, city, country } = identity.address;
  const address = [line1, line2, `${postcode} ${city}`, countryName(country, await getLocale())]
    .filter(Boolean)
    .join(", ");
  const missing = missingIdentityMentions(identity).map(({ field }) => t(field));
  const facts = [
    { term: t("status"), value: t(`statuses.${identity.status}`) },
    { term: t("name"), value: identity.name },
    { term: t("address"), value: address },
    { term: t("siren"), value: identity.siren ?? identity.siret ?? "–" },
    { term: t("vatRegime"), value: t(`vatRegimes.${identity.vatRegime}`) },
    { term: t("vatNumber"), value: identity.vatNumber ?? "–" },
  ];
  const lacking = missing.length > 0 ? [{ term: t("missing"), value: missing.join(", ") }] : [];
  return <DescriptionList facts={[...facts, ...lacking]} />;
}
