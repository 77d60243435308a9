import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/_components/client-messages";
import { Section } from "@/app/_components/ui/card";
import { countUninvoiced } from "@/db/queries/invoice-runs";
import type { SellerScope } from "@/lib/auth/scope";
import { mayHandleClaims } from "@/lib/claims/permissions";
import { monthPeriod } from "@/lib/invoices/period";
import { StartRun } from "./run-forms";

/** The invoices a month lacks, issued in one go. */
export async function MonthRun({ scope, month }: { readonly scope: SellerScope; readonly month: string }) {
  const period = monthPeriod(month);
  if (!period || !mayHandleClaims(scope)) return null;
  const [t, lacking] = await Promise.all([getTranslations("invoices.run"), countUninvoiced(scope, { period })]);
  if (lacking === 0) return null;
  return (
    <Section id="emission" title={t("title")} lead={t("lead", { count: lacking })} className="mb-stack">
      <ClientMessages namespaces={["invoices"]}>
        <StartRun month={month} count={lacking} />
      </ClientMessages>
    </Section>
  );
}
