import { getTranslations } from "next-intl/server";
import { OriginBadge } from "@/app/_components/origin-badge";
import { Section } from "@/app/_components/ui/card";
import type { ClaimPage } from "@/db/queries/claim-page";
import { guideAddress } from "@/lib/policy/guide";
import { situationRow, situationTable } from "@/lib/policy/situations";
import type { Reader } from "./reader";

/** What the marketplace expects of an answer in this situation, and what the law adds. */
export async function GoodPractice({ page, reader }: { readonly page: ClaimPage; readonly reader: Reader }) {
  const t = await getTranslations("claim.practice");
  const table = situationTable(page.policy.content.deadlines.rules);
  const row = situationRow(page.claim.situation, page.claim.phase, table);
  if (!row) return null;
  const { locale } = reader;
  return (
    <Section id="bonnes-pratiques" title={t("title")}>
      <ul className="space-y-3">
        {[...row.practices, ...row.law].map((cell) => (
          <li key={cell.text.fr}>
            <p className="mb-1">{cell.text[locale]}</p>
            <OriginBadge origin={cell.origin} />
          </li>
        ))}
      </ul>
      {row.link && (
        <a href={row.link.href} rel="noreferrer" target="_blank" className="prose-link mt-3 inline-block">
          {row.link.text[locale]}
        </a>
      )}
      {page.claim.situation === "invoice_request" && (
        <p className="mt-3">
          <a href={`/factures/verifier?commande=${encodeURIComponent(page.order.order.number)}`} className="prose-link">
            {t("check_invoice")}
          </a>
        </p>
      )}
      <p className="mt-3">
        <a href={guideAddress(row.situation)} className="prose-link font-semibold">
          {t("guide")}
        </a>
      </p>
      <p className="mt-3">
        <a href={`/situations#${row.code}`} className="prose-link">
          {t("all")}
        </a>
      </p>
    </Section>
  );
}
