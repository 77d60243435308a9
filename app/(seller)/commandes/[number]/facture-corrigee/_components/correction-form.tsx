"use client";
import { Files } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ActionForm } from "@/app/_components/ui/action-form";
import { RadioGroup } from "@/app/_components/ui/choice-field";
import { SubmitButton } from "@/app/_components/ui/submit-button";
import { TextField } from "@/app/_components/ui/text-field";
import { CUSTOMER_KINDS } from "@/lib/orders/order";
import { correctInvoiceAction } from "../actions";

type Props = {
  readonly orderNumber: string;
  readonly claimId: string;
  readonly buyer: Readonly<Record<"name" | "siren" | "vatNumber" | "purchaseOrder", string>>;
  /** Words of every refusal: they live in namespaces the browser does not get. */
  readonly reasons: Readonly<Record<string, string>>;
  readonly sentences: Readonly<Record<string, string>>;
  readonly elsewhere: readonly string[];
  /** The fields of the address. */
  readonly children: ReactNode;
};

/** Whom the new invoice is addressed to; sending it draws two numbers, or none. */
export function CorrectionForm({ orderNumber, claimId, buyer, children, ...refusal }: Props) {
  const t = useTranslations("invoices.correction");
  return (
    <ActionForm
      id="correction"
      action={correctInvoiceAction}
      {...refusal}
      sentences={{
        ...refusal.sentences,
        invalid_siren: t("invalid_siren"),
        invalid_vat_number: t("invalid_vat_number"),
      }}
      className="grid gap-stack"
    >
      <input type="hidden" name="orderNumber" value={orderNumber} />
      <input type="hidden" name="claimId" value={claimId} />
      <RadioGroup
        name="buyer.kind"
        legend={t("kind")}
        defaultValue="professional"
        choices={CUSTOMER_KINDS.toReversed().map((value) => ({ value, label: t(`kinds.${value}`) }))}
      />
      <TextField name="buyer.name" label={t("name")} defaultValue={buyer.name} maxLength={200} required />
      {children}
      <div className="grid gap-stack md:grid-cols-3">
        <TextField name="buyer.siren" label={t("siren")} defaultValue={buyer.siren} inputMode="numeric" />
        <TextField name="buyer.vatNumber" label={t("vat_number")} defaultValue={buyer.vatNumber} />
        <TextField
          name="buyer.purchaseOrder"
          label={t("purchase_order")}
          defaultValue={buyer.purchaseOrder}
          maxLength={80}
        />
      </div>
      <p className="max-w-prose text-sm text-ink-muted">{t("hint")}</p>
      <SubmitButton className="justify-self-start">
        <Files aria-hidden />
        {t("issue")}
      </SubmitButton>
    </ActionForm>
  );
}
