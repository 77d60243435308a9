import { getTranslations } from "next-intl/server";
import { OriginBadge } from "@/app/_components/origin-badge";
import { Section } from "@/app/_components/ui/card";
import { PROOF_REASONS, type ProofReasonCode } from "@/lib/evidence/proof-verdict";
import { CHECK_REFERENCE, CHECK_RULES } from "@/lib/invoices/checker/check-rules";
import { GUIDES, type GuideSituation } from "@/lib/policy/guide";

/** The papers that carry weight, and, for a delivery or an invoice, what each is compared with. */
export async function GuidePapers({ situation }: { readonly situation: GuideSituation }) {
  const t = await getTranslations("guide");
  return (
    <Section id="pieces" title={t("papers_title")}>
      <ul className="list-disc space-y-2 ps-5">
        {GUIDES[situation].papers.map((paper) => (
          <li key={paper}>{t(`papers.${paper}`)}</li>
        ))}
      </ul>
      {situation === "parcel_not_received" && <DeliveryProofs />}
      {situation === "invoice_request" && <InvoiceMentions />}
    </Section>
  );
}

/** What strengthens a proof of delivery and what contradicts it: the comparison every uploaded proof goes through. */
async function DeliveryProofs() {
  const [t, words] = await Promise.all([getTranslations("guide"), getTranslations("verdict.reasons")]);
  const codes = Object.keys(PROOF_REASONS).filter((code): code is ProofReasonCode => code in PROOF_REASONS);
  const lists = [
    { title: t("proof_for"), codes: codes.filter((code) => PROOF_REASONS[code] === "ok") },
    { title: t("proof_against"), codes: codes.filter((code) => PROOF_REASONS[code] === "bad") },
  ];
  return (
    <div className="mt-5 grid gap-6 md:grid-cols-2">
      {lists.map((list) => (
        <div key={list.title}>
          <h3 className="mb-1 font-bold">{list.title}</h3>
          <ul className="list-disc space-y-1 ps-5">
            {list.codes.map((code) => (
              <li key={code}>{words(code)}</li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  );
}

const MENTIONS = Object.keys(CHECK_RULES).filter(
  (name): name is keyof typeof CHECK_RULES => name in CHECK_RULES && !/^(order|structured)_/.test(name),
);

/** Every mention an uploaded invoice is searched for, with the official page. */
async function InvoiceMentions() {
  const [t, words] = await Promise.all([getTranslations("guide"), getTranslations("invoices.check.rules")]);
  const bySource = Map.groupBy(MENTIONS, (name) => CHECK_RULES[name].source);
  return (
    <>
      <p className="mt-4">
        <a href={CHECK_REFERENCE.url} rel="noreferrer" className="prose-link">
          {t("sheet", { sheet: CHECK_REFERENCE.sheet, site: CHECK_REFERENCE.site })}
        </a>
      </p>
      <h3 className="mt-4 mb-1 font-bold">{t("mentions")}</h3>
      <div className="grid gap-x-8 gap-y-3 md:grid-cols-2">
        {[...bySource].map(([source, names]) => (
          <div key={source} className="break-inside-avoid">
            <ul className="mb-1 list-disc space-y-1 ps-5">
              {names.map((name) => (
                <li key={name}>{words(name)}</li>
              ))}
            </ul>
            <OriginBadge origin={source} />
          </div>
        ))}
      </div>
    </>
  );
}
