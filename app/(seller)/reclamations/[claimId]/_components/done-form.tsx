"use client";
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { ActionForm } from "@/app/_components/ui/action-form";
import { CheckboxField } from "@/app/_components/ui/choice-field";
import { SubmitButton } from "@/app/_components/ui/submit-button";
import { TextField } from "@/app/_components/ui/text-field";
import type { CommitmentDeed } from "@/lib/replies/commitment";
import type { ActionState } from "@/lib/server/action-state";
import { noteDoneAction, refundDoneAction, returnDoneAction, shipmentDoneAction } from "../promise-actions";

type Props = {
  readonly deed: Exclude<CommitmentDeed, "answer">;
  readonly claimId: string;
  readonly commitmentId: string;
  readonly orderNumber: string;
  readonly zone: string;
  /** This minute, as a form holds it. */
  readonly now: string;
  /** What was promised, as an amount is typed. */
  readonly amount: string;
  /** What the order cost, and what of it was given back. */
  readonly total: string;
  readonly refunded: string;
  /** The reader came for this promise: what is left to type has the keyboard. */
  readonly isAsked: boolean;
  /** The order is invoiced, and its price goes down: the refund has its credit note. */
  readonly hasCreditNote?: boolean;
};

type Action = (previous: unknown, form: FormData) => Promise<ActionState>;

const ACTIONS: Readonly<Record<Props["deed"], Action>> = {
  refund: refundDoneAction,
  shipment: shipmentDoneAction,
  return: returnDoneAction,
  note: noteDoneAction,
};

const REFUSALS = [
  "order_not_found",
  "not_found",
  "not_open",
  "done_in_future",
  "in_the_future",
  "less_than_promised",
] as const;

/** Says that a promise was kept, with what shows it: the money, the parcel, the goods back. */
export function DoneForm(props: Props) {
  const { deed, claimId, commitmentId, orderNumber, zone, now, amount, total, refunded, hasCreditNote, isAsked } =
    props;
  const t = useTranslations("claim.done");
  const words = {
    ...Object.fromEntries(REFUSALS.map((reason) => [reason, t(`reasons.${reason}`)])),
    refund_above_paid: t("reasons.refund_above_paid", { total, refunded }),
  };
  const id = `fait-${commitmentId}`;
  useEffect(() => {
    if (isAsked) focusFirstEmpty(id);
  }, [isAsked, id]);
  return (
    <ActionForm id={id} action={ACTIONS[deed]} reasons={words} sentences={words} className="grid gap-3 py-1">
      <input type="hidden" name="claimId" value={claimId} />
      <input type="hidden" name="commitmentId" value={commitmentId} />
      <input type="hidden" name="orderNumber" value={orderNumber} />
      <input type="hidden" name="zone" value={zone} />
      {deed === "refund" && (
        <>
          <TextField name="amountCents" label={t("amount")} defaultValue={amount} inputMode="decimal" required />
          <TextField name="method" label={t("method")} defaultValue={t("method_default")} maxLength={60} required />
        </>
      )}
      {deed === "shipment" && (
        <>
          <TextField name="carrier" label={t("carrier")} maxLength={80} required />
          <TextField name="trackingNumber" label={t("tracking_number")} maxLength={50} required />
        </>
      )}
      <TextField name="at" type="datetime-local" label={t(`at.${deed}`)} defaultValue={now} max={now} required />
      {deed !== "shipment" && (
        <TextField
          name="reference"
          label={t("reference")}
          hint={t(`reference_hint.${deed}`)}
          maxLength={120}
          required
        />
      )}
      {hasCreditNote && (
        <CheckboxField name="creditNote" label={t("credit_note")} hint={t("credit_note_hint")} defaultChecked />
      )}
      <SubmitButton variant="secondary" className="justify-self-start">
        {t("save")}
      </SubmitButton>
    </ActionForm>
  );
}

function focusFirstEmpty(formId: string): void {
  const inputs = document.getElementById(formId)?.querySelectorAll<HTMLInputElement>("input[required]") ?? [];
  [...inputs].find((input) => input.value === "")?.focus({ preventScroll: true });
}
