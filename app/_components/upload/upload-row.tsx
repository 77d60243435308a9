"use client";
import { RotateCw, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { StatusBadge } from "@/app/_components/ui/badge";
import { Button } from "@/app/_components/ui/button";
import type { Tone } from "@/app/_components/ui/tone";
import type { Upload, UploadState } from "./use-uploads";

const TONES: Record<UploadState["kind"], Tone> = {
  waiting: "neutral",
  sending: "info",
  cut: "soon",
  paused: "urgent",
  received: "fine",
  refused: "late",
};

type Props = { readonly upload: Upload; readonly onResume: () => void; readonly onRemove: () => void };

/** One file on its way: its name, how far it is, and what can be done about it. */
export function UploadRow({ upload, onResume, onRemove }: Props) {
  const t = useTranslations("upload");
  const { file, state } = upload;
  const isOver = state.kind === "received" || state.kind === "refused";
  return (
    <li className="grid gap-1.5 border-b border-line py-2.5 last:border-b-0">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="min-w-0 grow basis-64 break-words font-semibold">{file.name}</span>
        <StatusBadge tone={TONES[state.kind]}>{t(`state.${state.kind}`)}</StatusBadge>
        {state.kind === "paused" && (
          <Button variant="secondary" size="small" onClick={onResume} aria-label={t("retry_file", { name: file.name })}>
            <RotateCw aria-hidden />
            {t("retry")}
          </Button>
        )}
        <Button
          variant="quiet"
          size="small"
          onClick={onRemove}
          aria-label={t(isOver ? "dismiss_file" : "cancel_file", { name: file.name })}
        >
          <X aria-hidden />
          {t(isOver ? "dismiss" : "cancel")}
        </Button>
      </div>
      {"percent" in state && (
        <div className="flex items-center gap-3">
          <progress value={state.percent} max={100} className="progress-bar flex-1" aria-label={file.name} />
          <span className="tabular text-sm text-ink-muted">{t("percent", { value: Math.floor(state.percent) })}</span>
        </div>
      )}
      {state.kind === "refused" && <p className="text-late">{t(`reasons.${state.reason}`)}</p>}
    </li>
  );
}
