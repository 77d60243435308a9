"use client";
import { LoaderCircle } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { useFormStatus } from "react-dom";
import { type ButtonLook, buttonClass } from "./button";

type Props = Omit<ComponentProps<"button">, "type"> & ButtonLook;

/** Sends its form. While the answer is awaited it stays focusable and says so, and a second press does nothing. */
export function SubmitButton({ variant, size, className, children, onClick, ...rest }: Props) {
  const { pending } = useFormStatus();
  const t = useTranslations("ui.form");
  return (
    <button
      type="submit"
      className={buttonClass({ variant, size }, className)}
      aria-disabled={pending || undefined}
      onClick={(event) => (pending ? event.preventDefault() : onClick?.(event))}
      {...rest}
    >
      {pending && <LoaderCircle aria-hidden className="animate-spin" />}
      {children}
      {pending && <span className="sr-only">{t("sending")}</span>}
    </button>
  );
}
