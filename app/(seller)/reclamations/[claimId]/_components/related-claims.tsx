import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { listRelations } from "@/db/queries/claim-relations";
import type { AdminScope, SellerScope } from "@/lib/auth/scope";
import { toDate } from "@/lib/calendar/instant";
import { formatInstant } from "@/lib/i18n/format";
import { situationNames } from "../../_components/situation-title";
import type { Reader } from "./reader";

type Props = {
  readonly scope: SellerScope | AdminScope;
  readonly claimId: string;
  readonly reader: Reader;
  /** Address of a claim's page for who reads. */
  readonly base: "/reclamations" | "/conformite/reclamations";
};

/** The demands that joined this claim, and the claims it was split into, read in or taken from. */
export async function RelatedClaims({ scope, claimId, reader, base }: Props) {
  const [t, nameOf, relations] = await Promise.all([
    getTranslations("claim.related"),
    situationNames(),
    listRelations(scope, claimId),
  ]);
  if (relations.length === 0) return null;
  return (
    <ul className="grid gap-1 text-sm text-ink-muted" aria-label={t("title")}>
      {relations.map((relation) => {
        const at = formatInstant(toDate(relation.at), reader.zone, reader.locale, "long_without_year");
        if (relation.kind === "joined") {
          const channel = relation.externalId ? ` (${relation.externalId})` : "";
          return <li key={relation.at}>{t("joined", { at, situation: nameOf(relation.situation) }) + channel}</li>;
        }
        const { id, reference, situation } = relation.claim;
        return (
          <li key={id}>
            {t(relation.kind, { at })}{" "}
            <Link href={`${base}/${id}`} className="prose-link">
              {reference} · {nameOf(situation)}
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
