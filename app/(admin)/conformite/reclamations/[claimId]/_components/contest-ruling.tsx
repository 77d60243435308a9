import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/_components/client-messages";
import { Section } from "@/app/_components/ui/card";
import { ContestFacts } from "@/app/(seller)/reclamations/[claimId]/_components/contest-facts";
import type { Reader } from "@/app/(seller)/reclamations/[claimId]/_components/reader";
import type { ClaimPage } from "@/db/queries/claim-page";
import { RulingForm } from "./ruling-form";

type Props = { readonly page: ClaimPage; readonly reader: Reader; readonly mayRule: boolean };

/** The contested deliveries of the claim, and the ruling where one is awaited. */
export async function ContestRuling({ page, reader, mayRule }: Props) {
  const t = await getTranslations("claim.contest");
  if (page.contests.length === 0) return null;
  const isOpen = page.contests.some(({ ruling }) => ruling === null) && page.claim.state !== "closed";
  return (
    <Section id="livraison-contestee" title={t("title")} {...(isOpen ? { tone: "urgent" as const } : {})}>
      <div className="grid gap-5">
        {page.contests.map((contest) => (
          <ContestFacts key={contest.id} contest={contest} reader={reader} />
        ))}
        {isOpen && mayRule && (
          <ClientMessages namespaces={["admin"]}>
            <RulingForm claimId={page.claim.id} />
          </ClientMessages>
        )}
      </div>
    </Section>
  );
}
