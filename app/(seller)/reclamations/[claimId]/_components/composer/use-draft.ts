"use client";
import { type RefObject, useCallback, useEffect, useRef, useState } from "react";
import { useFormStatus } from "react-dom";
import type { ComposerData } from "./composer-data";

const PAUSE_MS = 1_500;

export type DraftState =
  | { readonly kind: "idle" | "saving" | "failed" | "signed_out" }
  | { readonly kind: "saved"; readonly at: string };

/** Keeps what is being written: a moment after the last key, and when the page is left. Sending ends it, a refusal begins it anew. */
export function useDraft(root: RefObject<HTMLElement | null>, data: ComposerData) {
  const [state, setState] = useState<DraftState>({ kind: "idle" });
  const pause = useRef<ReturnType<typeof setTimeout>>(undefined);
  const address = `/reclamations/${data.claimId}/brouillon`;

  const save = useCallback(async () => {
    pause.current = undefined;
    const form = root.current?.closest("form");
    if (!form) return;
    setState({ kind: "saving" });
    setState(await saved(address, new FormData(form)));
  }, [root, address]);

  const touch = useCallback(() => {
    clearTimeout(pause.current);
    pause.current = setTimeout(() => void save(), PAUSE_MS);
  }, [save]);

  const { pending } = useFormStatus();
  const isSending = useRef(false);
  useEffect(() => {
    // Sent, the page is another one: still here, the answer was refused, and what is in the form is a draft again.
    if (isSending.current && !pending) void save();
    isSending.current = pending;
  }, [pending, save]);

  useEffect(() => {
    const form = root.current?.closest("form");
    const forget = () => {
      clearTimeout(pause.current);
      pause.current = undefined;
    };
    const leave = () => {
      if (!pause.current || !form) return;
      forget();
      navigator.sendBeacon(address, new FormData(form));
    };
    form?.addEventListener("submit", forget);
    window.addEventListener("pagehide", leave);
    return () => {
      leave();
      form?.removeEventListener("submit", forget);
      window.removeEventListener("pagehide", leave);
    };
  }, [root, address]);

  return { state, touch };
}

async function saved(address: string, form: FormData): Promise<DraftState> {
  try {
    const response = await fetch(address, { method: "POST", body: form });
    if (response.status === 401) return { kind: "signed_out" };
    if (!response.ok) return { kind: "failed" };
    const at = new Intl.DateTimeFormat(document.documentElement.lang, { timeStyle: "short" }).format(new Date());
    return { kind: "saved", at };
  } catch {
    return { kind: "failed" };
  }
}
