"use client";
import { FilePlus2, RotateCcw, Square } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { z } from "zod";
import { ActionForm } from "@/app/_components/ui/action-form";
import { ProgressBar } from "@/app/_components/ui/progress-bar";
import { SubmitButton } from "@/app/_components/ui/submit-button";
import { TextField } from "@/app/_components/ui/text-field";
import { cancelRunAction, resumeRunAction, startRunAction } from "../actions";

const PAUSE_MS = 1000;
const progressSchema = z.object({ status: z.string(), issuedCount: z.number(), refusedCount: z.number() });

function useReasons() {
  const t = useTranslations("invoices.run.reasons");
  return {
    already_running: t("already_running"),
    nothing_to_issue: t("nothing_to_issue"),
    not_running: t("not_running"),
    not_resumable: t("not_resumable"),
  };
}

/** Issues what a month lacks: each invoice draws its number. */
export function StartRun({ month, count }: { readonly month: string; readonly count: number }) {
  const t = useTranslations("invoices.run");
  return (
    <ActionForm id="emettre" action={startRunAction} reasons={useReasons()} className="grid gap-2">
      <input type="hidden" name="month" value={month} />
      <SubmitButton variant="secondary" className="justify-self-start">
        <FilePlus2 aria-hidden />
        {t("start", { count })}
      </SubmitButton>
    </ActionForm>
  );
}

/** Any days: a fortnight, a quarter. */
export function StartPeriodRun({ first, last }: { readonly first: string; readonly last: string }) {
  const t = useTranslations("invoices.run");
  return (
    <ActionForm
      id="emettre-periode"
      action={startRunAction}
      reasons={useReasons()}
      sentences={{ "au.invalid_period": t("invalid_period") }}
      className="grid max-w-lg items-end gap-3 sm:grid-cols-2"
    >
      <TextField type="date" name="du" label={t("from")} defaultValue={first} required hideOptional />
      <TextField type="date" name="au" label={t("until")} defaultValue={last} required hideOptional />
      <SubmitButton variant="secondary" className="justify-self-start">
        <FilePlus2 aria-hidden />
        {t("start_period")}
      </SubmitButton>
    </ActionForm>
  );
}

export function CancelRun({ runId }: { readonly runId: string }) {
  const t = useTranslations("invoices.run");
  return (
    <ActionForm id="arreter" action={cancelRunAction} reasons={useReasons()}>
      <input type="hidden" name="runId" value={runId} />
      <SubmitButton variant="quiet">
        <Square aria-hidden />
        {t("cancel")}
      </SubmitButton>
    </ActionForm>
  );
}

/** Goes on with what was not reached, and tries again what was refused. */
export function ResumeRun({ runId }: { readonly runId: string }) {
  const t = useTranslations("invoices.run");
  return (
    <ActionForm id="reprendre" action={resumeRunAction} reasons={useReasons()}>
      <input type="hidden" name="runId" value={runId} />
      <SubmitButton variant="secondary">
        <RotateCcw aria-hidden />
        {t("resume")}
      </SubmitButton>
    </ActionForm>
  );
}

type Progress = { readonly runId: string; readonly done: number; readonly total: number };

/** The bar moves by itself; when the run has ended the page is asked for again. Without script, reloading tells. */
export function RunProgress({ runId, done, total }: Progress) {
  const t = useTranslations("invoices.run");
  const router = useRouter();
  const [count, setCount] = useState(done);
  useEffect(() => {
    const timer = setInterval(async () => {
      const progress = await readProgress(runId);
      if (!progress) return;
      setCount(progress.issuedCount + progress.refusedCount);
      if (progress.status === "running") return;
      clearInterval(timer);
      router.refresh();
    }, PAUSE_MS);
    return () => clearInterval(timer);
  }, [router, runId]);
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
async function readProgress(runId: string) {
  try {
    const response = await fetch(`/api/factures/emission?id=${runId}`);
    return response.ok ? progressSchema.parse(await response.json()) : undefined;
  } catch {
    return undefined;
  }
}
