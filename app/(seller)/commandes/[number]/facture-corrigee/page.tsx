import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { ClientMessages } from "@/app/_components/client-messages";
import { Alert } from "@/app/_components/ui/alert";
import { Breadcrumbs } from "@/app/_components/ui/breadcrumbs";
import { Section } from "@/app/_components/ui/card";
import { PageHeader } from "@/app/_components/ui/page-header";
import { AddressFields } from "@/app/(seller)/reglages/_components/address-fields";
import { findCreditable } from "@/db/queries/creditable";
import { mayHandleClaims } from "@/lib/claims/permissions";
import { orderNumberSchema } from "@/lib/orders/schema";
import { requireSeller } from "@/lib/server/session";
import { orderNumberOf } from "../_components/order-number";
import { CorrectionForm } from "./_components/correction-form";
import { correctionWords } from "./_components/correction-words";

type Props = {
  readonly params: Promise<{ readonly number: string }>;
  readonly searchParams: Promise<Readonly<Record<string, unknown>>>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("invoices.correction"))("title") };
}

/** « Facture au nom de ma société »: whom the new invoice is addressed to; the first one is cancelled by a credit note. */
export default async function CorrectedInvoicePage({ params, searchParams }: Props) {
  const scope = await requireSeller("agent");
  if (!mayHandleClaims(scope)) notFound();
  const number = orderNumberSchema.safeParse(orderNumberOf((await params).number));
  const found = (number.success && (await findCreditable(scope, number.data))) || notFound();
  const [t, { reclamation }] = await Promise.all([getTranslations("invoices.correction"), searchParams]);
  const { creditables, order } = found;
  const current = creditables.ok ? creditables.value.find(({ invoiceId }) => invoiceId !== null) : undefined;
  const claimId = z.uuid().safeParse(reclamation);
  return (
    <>
      <PageHeader
        breadcrumbs={
          <Breadcrumbs
            crumbs={[
              { href: "/commandes", label: t("orders") },
              {
                href: `/commandes/${encodeURIComponent(order.number)}#factures`,
                label: t("order", { number: order.number }),
              },
              ...(claimId.success ? [{ href: `/reclamations/${claimId.data}`, label: t("claim") }] : []),
            ]}
          />
        }
        title={t("title")}
        lead={t("lead")}
      />
      <div className="max-w-3xl">
        {current ? (
          <Section
            id="destinataire"
            title={t("buyer")}
            lead={t("current", { number: current.invoice.number, name: current.invoice.buyer.name })}
          >
            <ClientMessages namespaces={["invoices"]}>
              <CorrectionForm
                {...(await correctionWords())}
                orderNumber={order.number}
                claimId={claimId.success ? claimId.data : ""}
                buyer={{
                  name: current.invoice.buyer.name,
                  siren: order.companySiren ?? "",
                  vatNumber: order.companyVatNumber ?? "",
                  purchaseOrder: order.purchaseOrder ?? "",
                }}
              >
                <AddressFields prefix="buyer.address." address={current.invoice.buyer.address} />
              </CorrectionForm>
            </ClientMessages>
          </Section>
        ) : (
          <Alert kind="warning">{t("reasons.no_invoice_to_correct")}</Alert>
        )}
      </div>
    </>
  );
}
