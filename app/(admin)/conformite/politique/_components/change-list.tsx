import { useTranslations } from "next-intl";
import type { PolicyChange } from "@/lib/policy/diff";
import { changeWords } from "./change-words";

/** What a version changes, in both languages side by side: sellers read either. */
export function ChangeList({ changes }: { readonly changes: readonly PolicyChange[] }) {
  const t = useTranslations("policy.changes");
  if (changes.length === 0) return <p className="text-ink-muted">{t("none")}</p>;
  const list = (locale: "fr" | "en", title: string) => (
    <div lang={locale} className="min-w-0">
      <h3 className="mb-1 font-bold" lang={undefined}>
        {title}
      </h3>
      <ul className="list-disc space-y-1 ps-5">
        {changes.map((change) => (
          <li key={JSON.stringify(change)}>{changeWords(change, locale)}</li>
        ))}
      </ul>
    </div>
  );
  return (
    <div className="grid gap-stack md:grid-cols-2">
      {list("fr", t("french"))}
      {list("en", t("english"))}
    </div>
  );
}
