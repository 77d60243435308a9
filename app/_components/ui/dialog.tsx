"use client";
import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useId, useRef } from "react";
import { type ButtonLook, buttonClass } from "./button";

type Props = {
  /** Words of the button that opens it. */
  readonly trigger: ReactNode;
  readonly triggerLook?: ButtonLook;
  readonly title: string;
  readonly children: ReactNode;
};

/**
 * The browser's own modal: it keeps the focus, closes on Escape and gives the focus back. It needs JavaScript,
 * so never put there what a page without it must offer: use a Disclosure or a page.
 */
export function Dialog({ trigger, triggerLook = { variant: "secondary" }, title, children }: Props) {
  const t = useTranslations("ui.dialog");
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  return (
    <>
      <button type="button" className={buttonClass(triggerLook)} onClick={() => dialog.current?.showModal()}>
        {trigger}
      </button>
      <dialog
        ref={dialog}
        aria-labelledby={titleId}
        className="m-auto w-[min(36rem,calc(100vw-2rem))] rounded-lg border border-line bg-raised p-0 text-ink shadow-raised"
      >
        <div className="flex items-center justify-between gap-4 border-b border-line px-5 py-2.5">
          <h2 id={titleId} className="text-lg font-bold">
            {title}
          </h2>
          <button
            type="button"
            aria-label={t("close")}
            className="-me-2 grid size-11 place-items-center rounded-md hover:bg-primary-soft"
            onClick={() => dialog.current?.close()}
          >
            <X aria-hidden className="size-5" />
          </button>
        </div>
        <div className="px-5 py-4">{children}</div>
      </dialog>
    </>
  );
}
