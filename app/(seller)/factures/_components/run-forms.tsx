"use client";
import { FilePlus2, RotateCcw, Square } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useState } from "react";
import { z } from "zod";
import { ActionForm, type FormAction } from "@/app/_components/ui/action-form";
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

type RunFormProps<Value, Reason extends string> = {
  readonly id: string;
  readonly action: FormAction<Value, Reason>;
  readonly icon: ReactNode;
  readonly label: string;
  readonly variant?: "secondary" | "quiet";
  readonly hidden?: Readonly<Record<string, string>>;
  readonly sentences?: Readonly<Record<string, string>>;
  readonly className?: string;
  readonly children?: ReactNode;
};

/** What every form about a run shares: why it is refused, and one button. */
function RunForm<Value, Reason extends string>(props: RunFormProps<Value, Reason>) {
  const { icon, label, variant = "secondary", hidden = {}, className = "grid gap-2", children, ...form } = props;
  return (
    <ActionForm {...form} reasons={useReasons()} className={className}>
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
      <SubmitButton variant={variant} className="justify-self-start">
        {icon}
        {label}
      </SubmitButton>
    </ActionForm>
  );
}

/** Issues what a month lacks: each invoice draws its number. */
export function StartRun({ month, count }: { readonly month: string; readonly count: number }) {
  const t = useTranslations("invoices.run");
  return (
    <RunForm
      id="emettre"
      action={startRunAction}
      hidden={{ month }}
      icon={<FilePlus2 aria-hidden />}
      label={t("start", { count })}
    />
  );
}

/** Any days: a fortnight, a quarter. */
export function StartPeriodRun({ first, last }: { readonly first: string; readonly last: string }) {
  const t = useTranslations("invoices.run");
  return (
    <RunForm
      id="emettre-periode"
      action={startRunAction}
      icon={<FilePlus2 aria-hidden />}
      label={t("start_period")}
      sentences={{ "au.invalid_period": t("invalid_period") }}
      className="grid max-w-lg items-end gap-3 sm:grid-cols-2"
    >
      <TextField type="date" name="du" label={t("from")} defaultValue={first} required hideOptional />
      <TextField type="date" name="au" label={t("until")} defaultValue={last} required hideOptional />
    </RunForm>
  );
}

export function CancelRun({ runId }: { readonly runId: string }) {
  const t = useTranslations("invoices.run");
  return (
    <RunForm
      id="arreter"
      action={cancelRunAction}
      hidden={{ runId }}
      icon={<Square aria-hidden />}
      label={t("cancel")}
      variant="quiet"
    />
  );
}

/** Goes on with what was not reached, and tries again what was refused. */
export function ResumeRun({ runId }: { readonly runId: string }) {
  const t = useTranslations("invoices.run");
  return (
    <RunForm
      id="reprendre"
      action={resumeRunAction}
      hidden={{ runId }}
      icon={<RotateCcw aria-hidden />}
      label={t("resume")}
    />
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
