import { getTranslations } from "next-intl/server";
import { Section } from "@/app/_components/ui/card";
import { MovedCases, MovedClaims, MovedSellers } from "@/app/(admin)/calendriers/apercu/_components/moved-tables";
import type { PolicySimulation } from "@/db/queries/policy-simulation";

/** What the claims now open would become under the draft; nothing of it happens. */
export async function Simulation({ simulation }: { readonly simulation: PolicySimulation }) {
  const t = await getTranslations("policy.simulation");
  const { moved, open, becomeOverdue: overdue } = simulation;
  return (
    <>
      <Section id="simulation" title={t("title")} lead={t("lead")}>
        <p className="max-w-prose text-lg">{t("summary", { moved, open, overdue })}</p>
      </Section>
      {moved > 0 && (
        <>
          <MovedCases preview={simulation} />
          <MovedSellers preview={simulation} />
          <MovedClaims preview={simulation} />
        </>
      )}
    </>
  );
}
