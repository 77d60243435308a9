"use client";
import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { refreshQuietly } from "./quiet-refresh";

const PERIOD_MS = 2_000;
const PATIENCE_MS = 60_000;

/** Asks for the page again while something on it is about to change, for a minute at most. */
export function RefreshWhile({ isPending }: { readonly isPending: boolean }) {
  const router = useRouter();
  useEffect(() => {
    if (!isPending) return;
    const period = setInterval(() => void refreshQuietly(router), PERIOD_MS);
    const patience = setTimeout(() => clearInterval(period), PATIENCE_MS);
    return () => {
      clearInterval(period);
      clearTimeout(patience);
    };
  }, [isPending, router]);
  return null;
}
