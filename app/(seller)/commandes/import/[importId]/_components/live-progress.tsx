"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { z } from "zod";
import { ProgressBar } from "@/app/_components/ui/progress-bar";

const PAUSE_MS = 1000;
const progressSchema = z.object({ status: z.string(), doneCount: z.number(), orderCount: z.number() });

type Props = { readonly importId: string; readonly done: number; readonly total: number };

/** The bar moves by itself; when the import has ended the page is asked for again. */
export function LiveProgress({ importId, done, total }: Props) {
  const t = useTranslations("import.progress");
  const router = useRouter();
  const [count, setCount] = useState(done);
  useEffect(() => {
    const timer = setInterval(async () => {
      const progress = await readProgress(importId);
      if (!progress) return;
      setCount(progress.doneCount);
      if (progress.status !== "running") {
        clearInterval(timer);
        router.refresh();
      }
    }, PAUSE_MS);
    return () => clearInterval(timer);
  }, [importId, router]);
  return (
    <ProgressBar
      id="avancement"
      label={t("label")}
      value={count}
      max={total}
      words={t("words", { done: count, total })}
    />
  );
}

/** Undefined while the connection is down: the next second asks again. */
async function readProgress(importId: string) {
  try {
    const response = await fetch(`/api/imports/${importId}`);
    return response.ok ? progressSchema.parse(await response.json()) : undefined;
  } catch {
    return undefined;
  }
}
