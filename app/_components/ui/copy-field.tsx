"use client";
import { Copy } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useId, useRef } from "react";
import { Button } from "./button";
import { describedBy, Field } from "./field";
import { useNotify } from "./toast";
import { useIsLive } from "./use-is-live";

type Props = { readonly label: ReactNode; readonly hint?: ReactNode; readonly value: string };

/** A text to take elsewhere, whole. Where the browser does not copy by itself, it is left selected. */
export function CopyField({ label, hint, value }: Props) {
  const t = useTranslations("ui.copy");
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const notify = useNotify();
  const isLive = useIsLive();
  const copy = async () => {
    field.current?.select();
    try {
      await navigator.clipboard.writeText(value);
      notify({ words: t("copied"), tone: "fine", leavesAfter: 4000 });
    } catch {
      notify({ words: t("selected"), tone: "info" });
    }
  };
  return (
    <Field id={id} label={label} hint={hint} hideOptional>
      <div className="flex flex-wrap gap-2">
        <input
          ref={field}
          id={id}
          value={value}
          readOnly
          spellCheck={false}
          autoComplete="off"
          aria-describedby={describedBy(id, hint, [])}
          onFocus={(event) => event.currentTarget.select()}
          className="control tabular min-w-60 flex-1"
        />
        {isLive && (
          <Button variant="secondary" onClick={copy}>
            <Copy aria-hidden />
            {t("copy")}
          </Button>
        )}
      </div>
    </Field>
  );
}
