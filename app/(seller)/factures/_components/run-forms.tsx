"use client";
import { FilePlus2, Square } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { z } from "zod";
import { ActionForm } from "@/app/_components/ui/action-form";
import { ProgressBar } from "@/app/_components/ui/progress-bar";
import { SubmitButton } from "@/app/_components/ui/submit-button";
import { cancelRunAction, startRunAction } from "../actions";

const PAUSE_MS = 1000;
const progressSchema = z.object({ status: z.string(), issuedCount: z.number(), refusedCount: z.number() });

/** Issues what a month lacks: each invoice draws its number. */
export function StartRun({ month, count }: { readonly month: string; readonly count: number }) {
  const t = useTranslations("invoices.run");
  const reasons = { already_running: t("reasons.already_running"), nothing_to_issue: t("reasons.nothing_to_issue") };
  return (
    <ActionForm id="emettre" action={startRunAction} reasons={reasons} className="grid gap-2">
      <input type="hidden" name="month" value={month} />
      <SubmitButton variant="secondary" className="justify-self-start">
        <FilePlus2 aria-hidden />
        {t("start", { count })}
      </SubmitButton>
    </ActionForm>
  );
}

export function CancelRun({ runId }: { readonly runId: string }) {
  const t = useTranslations("invoices.run");
  return (
    <ActionForm id="arreter" action={cancelRunAction} reasons={{ not_running: t("reasons.not_running") }}>
      <input type="hidden" name="runId" value={runId} />
      <SubmitButton variant="quiet">
        <Square aria-hidden />
        {t("cancel")}
      </SubmitButton>
    </ActionForm>
  );
}

/** The bar moves by itself; when the run has ended the page is asked for again. Without script, reloading tells. */
export function RunProgress({ done, total }: { readonly done: number; readonly total: number }) {
  const t = useTranslations("invoices.run");
  const router = useRouter();
  const [count, setCount] = useState(done);
  useEffect(() => {
    const timer = setInterval(async () => {
      const progress = await readProgress();
      if (!progress) return;
      setCount(progress.issuedCount + progress.refusedCount);
      if (progress.status === "running") return;
      clearInterval(timer);
      router.refresh();
    }, PAUSE_MS);
    return () => clearInterval(timer);
  }, [router]);
  return (
    <ProgressBar
      id="avancement"
      label={t("progress")}
      value={count}
      max={total}
      words={t("words", { done: count, total })}
    />
  );
}

/** Undefined while the connection is down: the next second asks again. */
async function readProgress() {
  try {
    const response = await fetch("/api/factures/emission");
    return response.ok ? progressSchema.parse(await response.json()) : undefined;
  } catch {
    return undefined;
  }
}
