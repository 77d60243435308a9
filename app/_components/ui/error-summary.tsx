"use client";
import { OctagonX } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";

/** `fieldId` is undefined for a value that is corrected elsewhere: nothing on the page to go to. */
export type SummaryLine = { readonly fieldId: string | undefined; readonly words: string };

type Props = {
  /** The answer it tells: each new one takes the focus. */
  readonly state: object;
  /** Why, in one sentence; without it the title counts the fields to correct. */
  readonly reason?: string | undefined;
  readonly lines: readonly SummaryLine[];
  /** Says that what was typed is still there. */
  readonly kept?: boolean;
};

/** What went wrong, at the top of the form, with a link to each field. Takes the focus when it appears. */
export function ErrorSummary({ state, reason, lines, kept = true }: Props) {
  const t = useTranslations("ui.form");
  const box = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the answer itself is what the effect waits for
  useEffect(() => {
    box.current?.focus();
  }, [state]);
  return (
    <div
      ref={box}
      role="alert"
      tabIndex={-1}
      // biome-ignore lint/a11y/noAutofocus: without JavaScript this is what brings the reader to the summary
      autoFocus
      className="mb-stack flex gap-3 rounded-md border-2 border-late bg-surface p-4 outline-offset-2 focus:outline-3 focus:outline-late"
    >
      <OctagonX aria-hidden className="mt-0.5 size-6 shrink-0 text-late" />
      <div>
        <p className="text-lg font-bold text-late">{reason ?? t("summary_title", { count: lines.length })}</p>
        {lines.length > 0 && (
          <ul className="mt-1 list-disc space-y-0.5 ps-5">
            {lines.map((line) => (
              <li key={`${line.fieldId} ${line.words}`}>
                {line.fieldId === undefined ? (
                  line.words
                ) : (
                  <a href={`#${line.fieldId}`} className="prose-link font-semibold leading-7">
                    {line.words}
                  </a>
                )}
              </li>
            ))}
          </ul>
        )}
        {kept && <p className="mt-1 text-ink-muted">{t("kept")}</p>}
      </div>
    </div>
  );
}
