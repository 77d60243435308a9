"use client";
import { Send } from "lucide-react";
import { useTranslations } from "next-intl";
import { SubmitButton } from "@/app/_components/ui/submit-button";
import type { Solution } from "@/lib/replies/solution";
import type { ComposerData } from "./composer-data";
import type { DraftState } from "./use-draft";

type Props = { readonly data: ComposerData; readonly solution: Solution; readonly draft: DraftState };

/** Sends the answer, after issuing its invoice where that is all that lacks. */
export function SendBar({ data, solution, draft }: Props) {
  const t = useTranslations("reply");
  const issues = data.mayIssueInvoice && solution === "send_invoice";
  return (
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
  );
}
