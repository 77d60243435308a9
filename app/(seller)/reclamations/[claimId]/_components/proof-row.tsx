import { getTranslations } from "next-intl/server";
import { StatusBadge } from "@/app/_components/ui/badge";
import { Disclosure } from "@/app/_components/ui/disclosure";
import { DocumentList } from "@/app/_components/upload/document-list";
import { ProofSheetLink } from "@/app/_components/upload/proof-sheet-link";
import type { ClaimPage } from "@/db/queries/claim-page";
import { proofFacts } from "@/lib/evidence/document-facts";
import { proofFormValues } from "@/lib/evidence/proof-form";
import { factsThatWereRead } from "@/lib/evidence/read-facts";
import { statedFacts } from "@/lib/evidence/stated-facts";
import { formatInstant } from "@/lib/i18n/format";
import { deliveryZone } from "./delivery-zone";
import { ProofFactsForm } from "./proof-facts-form";
import { ProofReasons } from "./proof-reasons";
import { ReadPageForm } from "./read-page-form";
import type { Reader } from "./reader";
import { VERDICT_TONES } from "./verdict-tones";

type Proof = ClaimPage["documents"][number];
type Props = {
  readonly proof: Proof;
  readonly page: ClaimPage;
  readonly reader: Reader;
  readonly canAnswer: boolean;
};

/** What one proof of delivery is worth against the order, line by line, and the way to say what it shows. */
export async function ProofRow({ proof, page, reader, canAnswer }: Props) {
  const [t, words] = await Promise.all([getTranslations("claim.documents"), getTranslations("verdict")]);
  const zone = deliveryZone(page.order.order);
  const values = valuesOf(proof, page);
  return (
    <div className="mt-3 grid gap-1.5 first:mt-0">
      <DocumentList
        documents={[proof]}
        address="/api/documents"
        blackOut={canAnswer ? `/reclamations/${page.claim.id}/masquer` : undefined}
      />
      {proof.verdict && (
        <p>
          <StatusBadge tone={VERDICT_TONES[proof.verdict]}>{words(`levels.${proof.verdict}`)}</StatusBadge>
        </p>
      )}
      <p className="text-sm text-ink-muted">{proof.verdict ? words(`levelHelp.${proof.verdict}`) : t("no_verdict")}</p>
      {proof.verdict && <ProofReasons verdictReasons={proof.verdictReasons} />}
      {proof.verdict && proof.status === "verified" && <ProofSheetLink address={`/api/documents/${proof.id}`} />}
      {proof.sentAt ? (
        <p className="text-sm">
          {t("sent", { at: formatInstant(new Date(proof.sentAt), reader.zone, reader.locale, "long_without_year") })}
        </p>
      ) : (
        canAnswer && (
          <Disclosure summary={t(proof.verdict ? "correct" : "confirm")} open={!proof.verdict}>
            <ReadPageForm documentId={proof.id} />
            <ProofFactsForm key={JSON.stringify(values)} documentId={proof.id} zone={zone} values={values} />
          </Disclosure>
        )
      )}
    </div>
  );
}

/** What was said of the proof; else what was read in it, and what the order knows of its parcel. A page pasted since leads. */
function valuesOf(proof: Proof, page: ClaimPage) {
  const zone = deliveryZone(page.order.order);
  const facts = proofFacts.safeParse(statedFacts(proof.facts));
  const pasted = factsThatWereRead(proof.facts, "page");
  if (proof.verdict && facts.success) return { ...proofFormValues(facts.data, zone), ...pasted };
  const parcel = page.order.parcels.find(({ deliveredAt }) => deliveredAt) ?? page.order.parcels[0];
  const read = { ...factsThatWereRead(proof.facts, "file"), ...pasted };
  if (!parcel) return read;
  const { carrier, trackingNumber, deliveredAt } = parcel;
  const known = proofFormValues({ carrier, trackingNumber, deliveredAt: deliveredAt ?? undefined }, zone);
  return { ...known, ...read };
}
