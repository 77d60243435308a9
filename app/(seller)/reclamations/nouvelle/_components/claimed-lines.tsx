"use client";
import { useTranslations } from "next-intl";
import { Fieldset } from "@/app/_components/ui/fieldset";
import { firstText, useFieldState } from "@/app/_components/ui/form-state";

export type ClaimedLine = { readonly lineId: string; readonly name: string; readonly quantity: number };

/** The items it is about, with how many of each; none written means the whole order. */
export function ClaimedLines({ lines }: { readonly lines: readonly ClaimedLine[] }) {
  const t = useTranslations("claim.record");
  const { id, errors } = useFieldState("lines");
  return (
    <Fieldset id={id} legend={t("lines")} hint={t("lines_hint")} errors={errors} required={false}>
      <ul className="grid gap-2">
        {lines.map((line) => (
          <Line key={line.lineId} line={line} />
        ))}
      </ul>
    </Fieldset>
  );
}

function Line({ line }: { readonly line: ClaimedLine }) {
  const { id, typed } = useFieldState(`lines.${line.lineId}`);
  return (
    <li className="flex items-center gap-3">
      <input
        id={id}
        type="number"
        name={`lines.${line.lineId}`}
        min={0}
        max={line.quantity}
        defaultValue={firstText(typed)}
        className="control tabular max-w-20"
      />
      <label htmlFor={id} className="min-w-0">
        {line.name} <span className="text-ink-muted">/ {line.quantity}</span>
      </label>
    </li>
  );
}
