"use client";
import { Undo2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { ActionForm } from "@/app/_components/ui/action-form";
import { SubmitButton } from "@/app/_components/ui/submit-button";
import { undoReplyAction } from "../[claimId]/actions";

type Props = { readonly claimId: string; readonly replyId: string; readonly secondsLeft: number };

/** Takes the answer back; it goes away by itself once that is no longer possible. */
export function UndoForm({ claimId, replyId, secondsLeft }: Props) {
  const t = useTranslations("reply.sent");
  const left = useCountdown(secondsLeft);
  if (left <= 0) return null;
  return (
    <ActionForm
      id="annuler"
      action={undoReplyAction}
      reasons={{ too_late: t("too_late"), not_found: t("too_late") }}
      className="flex flex-wrap items-center gap-3"
    >
      <input type="hidden" name="claimId" value={claimId} />
      <input type="hidden" name="replyId" value={replyId} />
      <SubmitButton variant="secondary" size="small">
        <Undo2 aria-hidden />
        {t("undo")}
      </SubmitButton>
      {/* Not read aloud each second: the number of seconds is in the button's sentence once. */}
      <span className="tabular text-sm text-ink-muted" aria-live="off">
        {t("seconds_left", { seconds: left })}
      </span>
    </ActionForm>
  );
}

function useCountdown(from: number): number {
  const [left, setLeft] = useState(from);
  useEffect(() => {
    const tick = setInterval(() => setLeft((seconds) => Math.max(0, seconds - 1)), 1000);
    return () => clearInterval(tick);
  }, []);
  return left;
}
