import { getTranslations } from "next-intl/server";
import { Alert } from "@/app/_components/ui/alert";
import { IDENTITY_FIELDS, missingIdentityMentions, type SellerIdentity } from "@/lib/sellers/legal-identity";

/** What an invoice would still lack, by the law; nothing filled in at all counts as a company with nothing. */
export async function MissingMentions({ identity }: { readonly identity: SellerIdentity | null }) {
  const t = await getTranslations("settings.identity");
  const problems = identity ? missingIdentityMentions(identity) : missingOfNobody();
  if (problems.length === 0) {
    return (
      <Alert kind="success" className="mb-stack">
        {t("complete")}
      </Alert>
    );
  }
  return (
    <Alert kind="warning" title={t("missing_title")} className="mb-stack">
      <p>{t("missing")}</p>
      <ul className="list-disc ps-5">
        {problems.map(({ field, problem }) => (
          <li key={`${field} ${problem}`}>{problem === "invalid" ? t("invalid", { field: t(field) }) : t(field)}</li>
        ))}
      </ul>
    </Alert>
  );
}

function missingOfNobody() {
  const first = IDENTITY_FIELDS.filter((field) => field === "name" || field === "address" || field === "siren");
  return first.map((field) => ({ field, problem: "missing" as const }));
}
