"use client";
import { useRouter } from "next/navigation";
import { useEffect } from "react";

const PAUSE_MS = 1000;

/** Asks for the page again every second, as long as it is shown. */
export function RefreshEverySecond() {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => router.refresh(), PAUSE_MS);
    return () => clearInterval(timer);
  }, [router]);
  return null;
}
