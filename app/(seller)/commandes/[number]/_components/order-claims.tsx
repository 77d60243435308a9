import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { Section } from "@/app/_components/ui/card";
import type { OrderDetails } from "@/db/queries/orders";
import { formatInstant } from "@/lib/i18n/format";
import { situationTitles } from "../../../reclamations/_components/situation-title";
import type { Reader } from "../../../reclamations/[claimId]/_components/reader";

type Props = { readonly details: OrderDetails; readonly reader: Reader };

/** Claims on the order, latest first. */
export async function OrderClaims({ details: { claims }, reader: { locale, zone } }: Props) {
  const [t, states, titleOf] = await Promise.all([
    getTranslations("orders.page.claims"),
    getTranslations("claim.states"),
    situationTitles(),
  ]);
  return (
    <Section id="reclamations" title={t("title")}>
      {claims.length === 0 && <p className="text-ink-muted">{t("none")}</p>}
      <ul className="space-y-3">
        {claims.map(({ id, situation, phase, state, receivedAt, reference }) => {
          const words = titleOf(situation, phase);
          return (
            <li key={id}>
              <Link href={`/reclamations/${id}`} className="prose-link font-semibold">
                {words.title}
              </Link>
              {words.phase && <span className="text-ink-muted"> {words.phase}</span>}
              <p className="text-sm text-ink-muted">
                {[states(state), formatInstant(new Date(receivedAt), zone, locale, "numeric"), reference].join(" · ")}
              </p>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
