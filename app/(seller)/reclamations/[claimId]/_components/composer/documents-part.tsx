"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { StatusBadge } from "@/app/_components/ui/badge";
import { Fieldset } from "@/app/_components/ui/fieldset";
import { allTexts, useFieldState } from "@/app/_components/ui/form-state";
import type { ReplyFormValues } from "@/lib/replies/form-values";
import { VERDICT_TONES } from "../verdict-tones";
import type { Attachable, ComposerData } from "./composer-data";

type Props = { readonly data: ComposerData; readonly values: ReplyFormValues };

/** Files that leave with the answer. One that arrives while the page is open is ticked by itself. */
export function DocumentsPart({ data, values }: Props) {
  const t = useTranslations("reply.attachments");
  const { id, errors, typed } = useFieldState("documentIds");
  const [firstSeen] = useState(() => data.attachable.map((file) => file.id));
  const kept = typed ?? values.documentIds;
  const isTicked = (file: Attachable) => {
    if (file.verdict === "contradictory" || isOutdone(file, data.attachable)) return false;
    return kept === undefined || !firstSeen.includes(file.id) || allTexts(kept).includes(file.id);
  };
  return (
    <Fieldset
      id={id}
      legend={data.words.fields.documentIds.label}
      hint={t(data.attachable.length === 0 ? "none" : "hint")}
      errors={errors}
      required={false}
      className="sm:col-span-2"
    >
      <input type="hidden" name="documentIds" value="" />
      <ul className="grid gap-1">
        {data.attachable.map((file) => (
          <FileLine
            key={`${file.id} ${file.state} ${file.verdict} ${isTicked(file)}`}
            file={file}
            ticked={isTicked(file)}
          />
        ))}
      </ul>
    </Fieldset>
  );
}

/** A weak proof beside a better one adds nothing to it: it leaves only when it is ticked by hand. */
function isOutdone({ verdict }: Attachable, all: readonly Attachable[]): boolean {
  return verdict === "weak" && all.some((other) => other.verdict === "strong" || other.verdict === "fair");
}

function FileLine({ file, ticked }: { readonly file: Attachable; readonly ticked: boolean }) {
  const t = useTranslations("reply.attachments");
  const levels = useTranslations("verdict.levels");
  const kinds = useTranslations("upload.kinds");
  const isReady = file.state === "ready";
  return (
    <li>
      <label className="flex min-h-control flex-wrap items-center gap-x-3 gap-y-1 py-1">
        <input
          type="checkbox"
          name="documentIds"
          value={file.id}
          defaultChecked={isReady && ticked}
          disabled={!isReady}
          className="size-6 shrink-0"
        />
        <span className="min-w-0 grow break-words">
          {file.name} <span className="text-sm text-ink-muted">{kinds(file.kind)}</span>
        </span>
        {!isReady && <StatusBadge tone="info">{t("checking")}</StatusBadge>}
        {file.verdict && <StatusBadge tone={VERDICT_TONES[file.verdict]}>{levels(file.verdict)}</StatusBadge>}
      </label>
    </li>
  );
}
