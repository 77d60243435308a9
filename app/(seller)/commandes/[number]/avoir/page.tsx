import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Alert } from "@/app/_components/ui/alert";
import { Breadcrumbs } from "@/app/_components/ui/breadcrumbs";
import { PageHeader } from "@/app/_components/ui/page-header";
import { findCreditable } from "@/db/queries/creditable";
import { mayHandleClaims } from "@/lib/claims/permissions";
import { type CreditQuery, readCreditQuery, textOf } from "@/lib/invoices/credit-form";
import { orderNumberSchema } from "@/lib/orders/schema";
import { currentTime } from "@/lib/server/clock";
import { requireSeller } from "@/lib/server/session";
import { invoiceRefusalWords } from "../../../_components/invoice-refusal-words";
import { LackingList } from "../../../_components/lacking-list";
import { readerAt } from "../../../reclamations/[claimId]/_components/reader";
import { orderNumberOf } from "../_components/order-number";
import { CreditForm } from "./_components/credit-form";
import { CreditPreview } from "./_components/credit-preview";

type Props = {
  readonly params: Promise<{ readonly number: string }>;
  readonly searchParams: Promise<CreditQuery>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("invoices.credit"))("title") };
}

/** A credit note in two steps: what is taken back, as an address; then the note as it will read, and its issue. */
export default async function CreditPage({ params, searchParams }: Props) {
  const scope = await requireSeller("agent");
  if (!mayHandleClaims(scope)) notFound();
  const number = orderNumberSchema.safeParse(orderNumberOf((await params).number));
  const found = (number.success && (await findCreditable(scope, number.data))) || notFound();
  const [t, words, refusals, query, reader] = await Promise.all([
    getTranslations("invoices.credit"),
    getTranslations("reply.invoice"),
    getTranslations("invoices.refusals"),
    searchParams,
    readerAt(currentTime()),
  ]);
  const { creditables, order } = found;
  const { sentences } = invoiceRefusalWords(words, found.lines);
  const list = creditables.ok ? creditables.value : [];
  const creditable = list.find(({ invoiceId }) => invoiceId === textOf(query.facture)) ?? list[0];
  const orderHref = `/commandes/${encodeURIComponent(order.number)}`;
  const { asked, invalid } = readCreditQuery(query, creditable?.remainder.lines ?? []);
  return (
    <>
      <PageHeader
        breadcrumbs={
          <Breadcrumbs
            crumbs={[
              { href: "/commandes", label: t("orders") },
              { href: `${orderHref}#factures`, label: t("order", { number: order.number }) },
            ]}
          />
        }
        title={creditable ? t("title_on", { number: creditable.invoice.number }) : t("title")}
        lead={t("lead")}
      />
      <div className="grid max-w-3xl gap-6">
        {!creditable && (
          <Alert kind="warning">
            <p>{creditables.ok ? t("no_invoice") : refusals(creditables.reason)}</p>
            {!creditables.ok && <LackingList sentences={sentences} fields={creditables.fields} />}
          </Alert>
        )}
        {creditable && (
          <CreditForm
            creditable={creditable}
            query={query}
            invalid={invalid}
            uncreditedCents={found.uncreditedCents}
            reader={reader}
          />
        )}
        {creditable && asked && (
          <CreditPreview
            found={found}
            creditable={creditable}
            asked={asked}
            claimId={textOf(query.reclamation)}
            reader={reader}
          />
        )}
      </div>
    </>
  );
}
