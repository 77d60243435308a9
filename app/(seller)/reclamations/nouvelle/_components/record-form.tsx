"use client";
import { useTranslations } from "next-intl";
import { LineQuantities } from "@/app/_components/line-quantities";
import { ActionForm } from "@/app/_components/ui/action-form";
import { RadioGroup } from "@/app/_components/ui/choice-field";
import { type Option, SelectField } from "@/app/_components/ui/select-field";
import { SubmitButton } from "@/app/_components/ui/submit-button";
import { TextareaField, TextField } from "@/app/_components/ui/text-field";
import { recordClaimAction } from "../actions";

type Props = {
  readonly orderNumber: string;
  /** Zone in which the two instants are typed. */
  readonly zone: string;
  /** This minute, as a form holds it. */
  readonly today: string;
  readonly channels: readonly Option[];
  readonly situations: readonly Option[];
  readonly lines: readonly { readonly lineId: string; readonly name: string; readonly quantity: number }[];
};

const REFUSALS = [
  "order_not_found",
  "unknown_channel",
  "unknown_line",
  "quantity_above_order",
  "sent_in_future",
  "sent_before_order",
  "received_before_sent",
  "external_id_taken",
  "delivery_before_dispatch",
] as const;

/** What the customer said, when they sent it, and when the seller heard of it. */
export function RecordForm({ orderNumber, zone, today, channels, situations, lines }: Props) {
  const t = useTranslations("claim.record");
  const words = Object.fromEntries(REFUSALS.map((reason) => [reason, t(`refusals.${reason}`)]));
  return (
    <ActionForm
      id="saisie"
      action={recordClaimAction}
      reasons={words}
      sentences={words}
      labels={{
        situation: t("situation"),
        message: t("message"),
        statementSentAt: t("sent_at"),
        receivedAt: t("received_at"),
        lines: t("lines"),
      }}
      className="mt-4 grid gap-5"
    >
      <input type="hidden" name="orderNumber" value={orderNumber} />
      <input type="hidden" name="zone" value={zone} />
      <SelectField name="situation" label={t("situation")} options={situations} placeholder={t("choose")} required />
      <TextareaField name="message" label={t("message")} hint={t("message_hint")} rows={4} required />
      <RadioGroup
        name="channel"
        legend={t("channel")}
        choices={channels.map(({ value, label }) => ({ value, label }))}
        defaultValue="phone"
        className="[&>div>div]:sm:grid-cols-2"
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          name="statementSentAt"
          type="datetime-local"
          label={t("sent_at")}
          hint={t("sent_at_hint")}
          max={today}
          defaultValue={today}
          required
        />
        <TextField
          name="receivedAt"
          type="datetime-local"
          label={t("received_at")}
          hint={t("received_at_hint")}
          max={today}
          defaultValue={today}
          required
        />
      </div>
      <LineQuantities
        legend={t("lines")}
        hint={t("lines_hint")}
        lines={lines.map(({ lineId, ...line }) => ({ ...line, id: lineId }))}
        isOptional
      />
      <SubmitButton size="large" className="justify-self-start max-md:w-full">
        {t("save")}
      </SubmitButton>
    </ActionForm>
  );
}
