"use client";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { z } from "zod";
import { Alert } from "@/app/_components/ui/alert";
import { ProgressBar } from "@/app/_components/ui/progress-bar";

const lineSchema = z.object({ done: z.number(), total: z.number() });

type Props = {
  /** Where the count is told, one line of JSON after each part. */
  readonly source: string;
  /** The page that shows the result. */
  readonly next: string;
  readonly total: number;
};

/** The bar follows the count; when it has ended, the page of the result takes its place. */
export function LiveCount({ source, next, total }: Props) {
  const t = useTranslations("calendars.preview.live");
  const [done, setDone] = useState(0);
  const [hasFailed, setFailed] = useState(false);
  useEffect(() => {
    const stop = new AbortController();
    follow(source, stop.signal, setDone).then(
      () => window.location.replace(next),
      () => setFailed(!stop.signal.aborted),
    );
    return () => stop.abort();
  }, [source, next]);
  if (hasFailed) return <Alert kind="danger" title={t("failed")} announce />;
  const isDone = done >= total;
  return (
    <ProgressBar
      id="avancement"
      label={t("label")}
      value={Math.min(done, total)}
      max={total}
      words={isDone ? t("done") : t("words", { done, total })}
    />
  );
}

async function follow(source: string, signal: AbortSignal, tell: (done: number) => void): Promise<void> {
  const response = await fetch(source, { signal });
  if (!response.ok || !response.body) throw new Error(String(response.status));
  let rest = "";
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    const lines = (rest + part.value).split("\n");
    rest = lines.pop() ?? "";
    const last = lines.at(-1);
    if (last) tell(lineSchema.parse(JSON.parse(last)).done);
  }
}
