"use client";
import { Send } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { SubmitButton } from "@/app/_components/ui/submit-button";
import { formatDay, formatMoney } from "@/lib/i18n/format";
import type { CommitmentDraft } from "@/lib/replies/promises";
import type { Solution } from "@/lib/replies/solution";
import type { ComposerData } from "./composer-data";
import type { DraftState } from "./use-draft";

type Props = {
  readonly data: ComposerData;
  readonly solution: Solution;
  readonly draft: DraftState;
  readonly promises: readonly CommitmentDraft[];
};

/** Sends the answer, after issuing its invoice where that is all that lacks; what it promises is told before. */
export function SendBar({ data, solution, draft, promises }: Props) {
  const t = useTranslations("reply");
  const issues = data.mayIssueInvoice && solution === "send_invoice";
  return (
    <div className="grid gap-2">
      <Promised data={data} solution={solution} promises={promises} />
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        {issues ? (
          <SubmitButton size="large" name="intent" value="issue_and_send" className="max-md:w-full">
            <Send aria-hidden />
            {t("issue_and_send")}
          </SubmitButton>
        ) : (
          <SubmitButton size="large" className="max-md:w-full">
            <Send aria-hidden />
            {t("send")}
          </SubmitButton>
        )}
        <span role="status" className="text-sm text-ink-muted">
          {draft.kind !== "idle" && t(`draft.${draft.kind}`, { at: "at" in draft ? draft.at : "" })}
        </span>
      </div>
    </div>
  );
}

function Promised({ data, solution, promises }: Pick<Props, "data" | "solution" | "promises">) {
  const t = useTranslations("reply.promised");
  const kinds = useTranslations("claim.commitments.kinds");
  const locale = useLocale();
  const { currency } = data.context.order;
  const name = data.solutions.find(({ value }) => value === solution)?.name ?? "";
  const told = promises.map(({ kind, dueOn, amountCents }) =>
    t("one", {
      kind: kinds(kind),
      amount: amountCents === null ? "" : `\u00a0: ${formatMoney(amountCents, locale, currency)}`,
      day: formatDay(dueOn, locale, "long_without_year"),
    }),
  );
  if (told.length === 0) return null;
  return (
    <div className="max-w-prose text-sm">
      <p className="font-semibold">{t("title", { solution: name })}</p>
      <ul className="list-disc ps-5">
        {told.map((promise) => (
          <li key={promise}>{promise}</li>
        ))}
      </ul>
    </div>
  );
}
