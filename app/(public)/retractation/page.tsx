import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { PublicShell } from "@/app/_components/public-shell";
import { Card } from "@/app/_components/ui/card";
import { PageHeader } from "@/app/_components/ui/page-header";
import { WithdrawalForm } from "./_components/withdrawal-form";
import { withdrawalAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("withdrawal"))("title") };
}

type Props = { readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>> };

/**
 * The function by which anyone withdraws from a contract: always there, nothing asked beyond the law.
 *
 * @see directive 2011/83/UE, art. 11 bis
 */
export default async function WithdrawalPage({ searchParams }: Props) {
  const [t, { commande }] = await Promise.all([getTranslations("withdrawal"), searchParams]);
  return (
    <PublicShell>
      <PageHeader title={t("title")} lead={t("lead")} />
      <div className="grid max-w-3xl gap-6 text-[1.0625rem]">
        <Card>
          <WithdrawalForm
            action={withdrawalAction}
            steps={[t("step", { step: 1 }), t("step", { step: 2 })]}
            orderNumber={typeof commande === "string" ? commande.slice(0, 100) : undefined}
            labels={{ name: t("name"), orderNumber: t("order_number"), email: t("email"), text: t("text") }}
            words={{
              step_one: t("step_one"),
              step_two: t("step_two"),
              name: t("name"),
              order_number_hint: t("order_number_hint"),
              email_hint: t("email_hint"),
              text_hint: t("text_hint"),
              submit_one: t("submit_one"),
              submit_two: t("submit_two"),
              back: t("back"),
              you_declare: t("you_declare"),
              not_sent_yet: t("not_sent_yet"),
              rate_limited: t("rate_limited"),
            }}
          />
        </Card>
        <p className="text-ink-muted">{t("law")}</p>
        <p>
          {t("other_problem")}{" "}
          <Link href="/reclamation" className="prose-link">
            {t("other_problem_link")}
          </Link>
          .
        </p>
      </div>
    </PublicShell>
  );
}
