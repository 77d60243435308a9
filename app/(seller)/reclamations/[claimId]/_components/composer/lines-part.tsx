"use client";
import { Fieldset } from "@/app/_components/ui/fieldset";
import { firstText, useFieldState } from "@/app/_components/ui/form-state";
import type { ReplyFormValues } from "@/lib/replies/form-values";
import type { ComposerData } from "./composer-data";

type Props = { readonly data: ComposerData; readonly values: ReplyFormValues };

/** Which items are sent, and how many of each; nothing written means that the answer does not say. */
export function LinesPart({ data, values }: Props) {
  const { id, errors } = useFieldState("lines");
  const { lines } = data.context.order;
  return (
    <Fieldset id={id} legend={data.words.fields.lines.label} errors={errors} required={false} className="sm:col-span-2">
      <ul className="grid gap-2">
        {lines.map((line) => (
          <Line key={line.lineId} line={line} value={String(values[`lines.${line.lineId}`] ?? "")} />
        ))}
      </ul>
    </Fieldset>
  );
}

function Line({
  line,
  value,
}: {
  readonly line: ComposerData["context"]["order"]["lines"][number];
  readonly value: string;
}) {
  const { id, typed } = useFieldState(`lines.${line.lineId}`);
  return (
    <li className="flex items-center gap-3">
      <input
        id={id}
        type="number"
        name={`lines.${line.lineId}`}
        min={0}
        max={line.quantity}
        defaultValue={firstText(typed) ?? value}
        className="control tabular max-w-20"
      />
      <label htmlFor={id} className="min-w-0">
        {line.name} <span className="text-ink-muted">/ {line.quantity}</span>
      </label>
    </li>
  );
}
