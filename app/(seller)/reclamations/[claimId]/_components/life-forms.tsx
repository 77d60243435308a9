"use client";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ActionForm } from "@/app/_components/ui/action-form";
import { Disclosure } from "@/app/_components/ui/disclosure";
import { SelectField } from "@/app/_components/ui/select-field";
import { SubmitButton } from "@/app/_components/ui/submit-button";
import { TextareaField } from "@/app/_components/ui/text-field";
import { assignClaimAction, closeClaimAction, escalateClaimAction, reopenClaimAction } from "../actions";

const REASONS = [
  "not_found",
  "claim_closed",
  "claim_open",
  "already_escalated",
  "clock_running",
  "promise_open",
  "unknown_member",
] as const;

function useReasons(): Readonly<Record<string, string>> {
  const t = useTranslations("claim.life.reasons");
  return Object.fromEntries(REASONS.map((reason) => [reason, t(reason)]));
}

type AssignProps = {
  readonly claimId: string;
  readonly assignedTo: string | null;
  readonly members: readonly { readonly userId: string; readonly name: string }[];
};

export function AssignForm({ claimId, assignedTo, members }: AssignProps) {
  const t = useTranslations("claim.life");
  return (
    <ActionForm
      id="confier"
      action={assignClaimAction}
      reasons={useReasons()}
      done={t("assigned_done")}
      className="flex flex-wrap items-end gap-2"
    >
      <input type="hidden" name="claimId" value={claimId} />
      <SelectField
        name="userId"
        label={t("assigned")}
        defaultValue={assignedTo ?? ""}
        placeholder={t("nobody")}
        options={members.map(({ userId, name }) => ({ value: userId, label: name }))}
        className="min-w-[min(10rem,100%)] grow"
        hideOptional
      />
      <SubmitButton variant="secondary">{t("assign")}</SubmitButton>
    </ActionForm>
  );
}

export function CloseForm({ claimId }: { readonly claimId: string }) {
  const t = useTranslations("claim.life");
  return (
    <Disclosure summary={t("close")}>
      <ActionForm id="clore" action={closeClaimAction} reasons={useReasons()} className="grid gap-3">
        <input type="hidden" name="claimId" value={claimId} />
        <SelectField
          name="reason"
          label={t("close_reason")}
          options={(["settled", "customer_satisfied", "silent"] as const).map((value) => ({
            value,
            label: t(`close_reasons.${value}`),
          }))}
          required
        />
        <SubmitButton variant="secondary" className="justify-self-start">
          {t("close")}
        </SubmitButton>
      </ActionForm>
    </Disclosure>
  );
}

export function ReopenForm({ claimId }: { readonly claimId: string }) {
  const t = useTranslations("claim.life");
  return (
    <WithMessage
      id="rouvrir"
      action={reopenClaimAction}
      claimId={claimId}
      lead={t("reopen_lead")}
      label={t("reopen")}
    />
  );
}

export function EscalateForm({ claimId }: { readonly claimId: string }) {
  const t = useTranslations("claim.life");
  return (
    <Disclosure summary={t("escalate")}>
      <WithMessage
        id="remonter"
        action={escalateClaimAction}
        claimId={claimId}
        lead={t("escalate_lead")}
        label={t("escalate")}
      />
    </Disclosure>
  );
}

type WithMessageProps = {
  readonly id: string;
  readonly action: typeof reopenClaimAction | typeof escalateClaimAction;
  readonly claimId: string;
  readonly lead: ReactNode;
  readonly label: string;
};

function WithMessage({ id, action, claimId, lead, label }: WithMessageProps) {
  const t = useTranslations("claim.life");
  return (
    <ActionForm id={id} action={action} reasons={useReasons()} className="grid gap-3">
      <input type="hidden" name="claimId" value={claimId} />
      <p className="text-sm text-ink-muted">{lead}</p>
      <TextareaField name="message" label={t("message")} rows={3} />
      <SubmitButton variant="secondary" className="justify-self-start">
        {label}
      </SubmitButton>
    </ActionForm>
  );
}
