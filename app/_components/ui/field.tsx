"use client";
import clsx from "clsx";
import { CircleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

type Props = {
  readonly id: string;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly errors?: readonly string[];
  readonly required?: boolean | undefined;
  /** A filter or a search is always optional: saying so at each field would be noise. */
  readonly hideOptional?: boolean | undefined;
  readonly className?: string | undefined;
  readonly children: ReactNode;
};

/** Identifiers of what describes a control, for its `aria-describedby`; undefined when nothing does. */
export function describedBy(id: string, hint: ReactNode, errors: readonly string[]): string | undefined {
  const ids = [hint ? `${id}-aide` : "", errors.length > 0 ? `${id}-erreur` : ""].filter(Boolean);
  return ids.length > 0 ? ids.join(" ") : undefined;
}

/** Label, hint and error around one control. */
export function Field({ id, label, hint, errors = [], required, hideOptional, className, children }: Props) {
  return (
    <div className={clsx("grid content-start gap-1", errors.length > 0 && "border-s-4 border-late ps-3", className)}>
      <label htmlFor={id} className="font-semibold">
        {label}
        {!required && !hideOptional && <OptionalMark />}
      </label>
      {hint && (
        <p id={`${id}-aide`} className="text-sm text-ink-muted">
          {hint}
        </p>
      )}
      <FieldError id={id} errors={errors} />
      {children}
    </div>
  );
}

export function OptionalMark() {
  const t = useTranslations("ui.form");
  return <span className="ms-1.5 text-sm font-normal text-ink-muted">{t("optional")}</span>;
}

export function FieldError({ id, errors }: { readonly id: string; readonly errors: readonly string[] }) {
  const t = useTranslations("ui.form");
  if (errors.length === 0) return null;
  return (
    <p id={`${id}-erreur`} className="flex gap-1.5 font-semibold text-late">
      <CircleAlert aria-hidden className="mt-0.5 size-[1.1em] shrink-0" />
      <span>
        <span className="sr-only">{t("error_prefix")} </span>
        {errors.join(" ")}
      </span>
    </p>
  );
}
