"use client";
import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { createContext, type ReactNode, useCallback, useContext, useRef, useState } from "react";
import { ToneIcon } from "./badge";
import { TEXT, type Tone } from "./tone";

export type Toast = {
  readonly words: string;
  readonly tone?: Tone;
  /** One thing to do about it, such as undo. */
  readonly action?: { readonly label: string; readonly run: () => void };
  /** Milliseconds before it leaves by itself; without it the reader dismisses it. */
  readonly leavesAfter?: number;
};

type Notify = (toast: Toast) => void;
const NotifyContext = createContext<Notify>(() => {});

/** Says something at the edge of the screen, politely read aloud. Never the only trace of an error. */
export function useNotify(): Notify {
  return useContext(NotifyContext);
}

export function ToastProvider({ children }: { readonly children: ReactNode }) {
  const [toasts, setToasts] = useState<readonly (Toast & { readonly id: number })[]>([]);
  const lastId = useRef(0);
  const dismiss = useCallback((id: number) => setToasts((all) => all.filter((toast) => toast.id !== id)), []);
  const notify = useCallback<Notify>(
    (toast) => {
      lastId.current += 1;
      const id = lastId.current;
      setToasts((all) => [...all.slice(-2), { ...toast, id }]);
      if (toast.leavesAfter) setTimeout(() => dismiss(id), toast.leavesAfter);
    },
    [dismiss],
  );
  return (
    <NotifyContext value={notify}>
      {children}
      <output
        aria-live="polite"
        className="no-print pointer-events-none fixed inset-x-3 bottom-20 z-40 flex flex-col items-end gap-2 md:inset-x-auto md:right-6 md:bottom-6"
      >
        {toasts.map((toast) => (
          <ToastCard key={toast.id} toast={toast} onDismiss={() => dismiss(toast.id)} />
        ))}
      </output>
    </NotifyContext>
  );
}

function ToastCard({ toast, onDismiss }: { readonly toast: Toast; readonly onDismiss: () => void }) {
  const t = useTranslations("ui.toast");
  const tone = toast.tone ?? "fine";
  return (
    <div className="pointer-events-auto flex w-full max-w-md items-center gap-3 rounded-md border border-line bg-raised p-3 shadow-raised">
      <ToneIcon tone={tone} className={TEXT[tone]} />
      <p className="min-w-0 flex-1">{toast.words}</p>
      {toast.action && (
        <button
          type="button"
          className="min-h-8 px-2 font-bold text-link underline"
          onClick={() => {
            toast.action?.run();
            onDismiss();
          }}
        >
          {toast.action.label}
        </button>
      )}
      <button type="button" aria-label={t("dismiss")} className="grid size-8 place-items-center" onClick={onDismiss}>
        <X aria-hidden className="size-5" />
      </button>
    </div>
  );
}
