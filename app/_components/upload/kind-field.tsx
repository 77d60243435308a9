"use client";
import { useTranslations } from "next-intl";
import { Field } from "@/app/_components/ui/field";
import type { DocumentKind } from "@/lib/evidence/document";

/** What the files are; not asked when there is one answer. */
export function KindField({ id, kinds }: { readonly id: string; readonly kinds: readonly DocumentKind[] }) {
  const t = useTranslations("upload");
  if (kinds.length === 1) return <input type="hidden" name="kind" value={kinds[0]} />;
  return (
    <Field id={id} label={t("kind")} required>
      <select id={id} name="kind" className="control pe-8">
        {kinds.map((kind) => (
          <option key={kind} value={kind}>
            {t(`kinds.${kind}`)}
          </option>
        ))}
      </select>
    </Field>
  );
}
