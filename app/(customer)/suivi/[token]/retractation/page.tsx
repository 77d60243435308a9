import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Card } from "@/app/_components/ui/card";
import { PageHeader } from "@/app/_components/ui/page-header";
import { needsCode } from "@/lib/claims/permissions";
import { openCustomerPage } from "@/lib/server/customer-page";
import { CustomerFrame } from "../_components/customer-frame";
import { WithdrawForm } from "./_components/withdraw-form";
import { withdrawAction } from "./actions";
import { quantityField } from "./chosen-lines";

type Props = { readonly params: Promise<{ readonly token: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("withdrawal"))("title"), robots: { index: false, follow: false } };
}

/** Withdrawal by who holds the link: what of the order, and nothing that is known already. */
export default async function LinkWithdrawalPage({ params }: Props) {
  const { token } = await params;
  const page = await openCustomerPage(token);
  if (!page) notFound();
  const [t, own, code] = await Promise.all([
    getTranslations("withdrawal"),
    getTranslations("customer.withdraw"),
    getTranslations("customer.code"),
  ]);
  const { space, scope } = page;
  const { order } = space.order;
  const { audience } = scope.actor;
  const isKnown = audience !== "api";
  return (
    <CustomerFrame space={space}>
      <PageHeader eyebrow={own("order", { number: order.number })} title={t("title")} lead={t("lead")} />
      <div className="grid gap-6">
        {space.withdrawable.length === 0 ? (
          <div className="grid gap-2">
            <p>{own("nothing_left")}</p>
            <Link href="/retractation" className="prose-link inline-flex min-h-11 items-center">
              {own("declare_anyway")}
            </Link>
          </div>
        ) : (
          <Card>
            <WithdrawForm
              action={withdrawAction.bind(null, token)}
              lines={space.withdrawable.map(({ name, quantity }, index) => ({
                field: quantityField(index),
                name,
                quantity,
                label: own("quantity", { name }),
              }))}
              known={{ name: isKnown ? order.customerName : "", email: isKnown ? (order.customerEmail ?? "") : "" }}
              isEmailAsked={audience !== "letter"}
              isCodeAsked={needsCode(scope)}
              words={{
                step1: t("step", { step: 1 }),
                step2: t("step", { step: 2 }),
                step_one: own("step_one"),
                step_two: t("step_two"),
                all_hint: own("all_hint"),
                name: t("name"),
                email: t("email"),
                email_hint: audience === "letter" ? own("email_optional") : own("email_hint"),
                submit_one: t("submit_one"),
                submit_two: t("submit_two"),
                back: t("back"),
                you_declare: t("you_declare"),
                acknowledged_to: t("email"),
                not_sent_yet: t("not_sent_yet"),
                nothing_chosen: own("nothing_chosen"),
                link_dead: own("link_dead"),
                code: code("label"),
                code_hint: code("hint"),
                code_sent: code("code_sent"),
                code_wrong: code("code_wrong"),
                code_no_address: code("code_no_address"),
                too_many_codes: code("too_many_codes"),
              }}
            />
          </Card>
        )}
        <p className="text-ink-muted">{t("law")}</p>
        <Link href={`/suivi/${token}`} prefetch={false} className="prose-link inline-flex min-h-11 items-center">
          {own("back_to_claims")}
        </Link>
      </div>
    </CustomerFrame>
  );
}
