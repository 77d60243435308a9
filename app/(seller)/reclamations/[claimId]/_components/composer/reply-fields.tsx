"use client";
import clsx from "clsx";
import { ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useContext, useState } from "react";
import { Badge, StatusBadge } from "@/app/_components/ui/badge";
import { FormAnswerContext } from "@/app/_components/ui/form-state";
import { askedFields } from "@/lib/replies/asked-fields";
import type { FieldName } from "@/lib/replies/field";
import type { ReplyFormValues } from "@/lib/replies/form-values";
import type { Solution } from "@/lib/replies/solution";
import type { Missing } from "@/lib/replies/verdict";
import type { ComposerData } from "./composer-data";
import { FIELD_GROUPS, type FieldGroup } from "./field-groups";
import { ReplyField } from "./reply-field";

type Props = {
  readonly data: ComposerData;
  readonly solution: Solution;
  readonly values: ReplyFormValues;
  readonly missing: readonly Missing[];
};

/** The form of a solution, made from the list of its fields. */
export function ReplyFields({ data, solution, values, missing }: Props) {
  const asked = askedFields(solution, data.context);
  return (
    <>
      {FIELD_GROUPS.map((group) => {
        const names = group.fields.filter((name) => asked.includes(name));
        if (names.length === 0) return null;
        const lacking = missing.filter(({ field }) => names.some((name) => name === field)).length;
        return (
          <Group key={group.id} group={group} lacking={lacking}>
            {names.map((name) => (
              <ReplyField key={name} name={name} data={data} values={values} />
            ))}
          </Group>
        );
      })}
    </>
  );
}

type GroupProps = { readonly group: FieldGroup; readonly lacking: number; readonly children: ReactNode };

function Group({ group, lacking, children }: GroupProps) {
  const t = useTranslations("reply.groups");
  const grid = (
    <div className={clsx("grid gap-4 sm:grid-cols-2", group.id === "return" && "group/return")}>{children}</div>
  );
  if (!group.folded) return grid;
  return (
    <Folded title={t(group.id)} lacking={lacking} names={group.fields}>
      {grid}
    </Folded>
  );
}

type FoldedProps = {
  readonly title: string;
  readonly lacking: number;
  readonly names: readonly FieldName[];
  readonly children: ReactNode;
};

/** Open from the start when something is missing in it, and after a refusal that names one of its fields. */
function Folded({ title, lacking, names, children }: FoldedProps) {
  const t = useTranslations("reply.groups");
  const { fields } = useContext(FormAnswerContext);
  const [openedFirst] = useState(lacking > 0);
  const isRefused = Object.keys(fields).some((field) => names.some((name) => field.startsWith(name)));
  return (
    <details open={openedFirst || isRefused} className="group rounded-md border border-line">
      <summary className="flex min-h-control flex-wrap items-center gap-2 px-3.5 py-2 font-bold">
        <ChevronRight aria-hidden className="size-5 shrink-0 transition-transform group-open:rotate-90" />
        <span className="grow">{title}</span>
        {lacking > 0 ? (
          <StatusBadge tone="soon">{t("lacking", { count: lacking })}</StatusBadge>
        ) : (
          <Badge>{t("prefilled")}</Badge>
        )}
      </summary>
      <div className="border-t border-line p-3.5">{children}</div>
    </details>
  );
}
