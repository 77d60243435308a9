"use client";
import { useTranslations } from "next-intl";
import { useIsLive } from "@/app/_components/ui/use-is-live";

/** Ticks every order of the page; without script there is nothing to tick them with, and it is not shown. */
export function ChooseAll() {
  const t = useTranslations("orders.list.chosen");
  if (!useIsLive()) return null;
  return (
    <label className="mr-2 flex min-h-control items-center gap-3 font-semibold">
      <input
        type="checkbox"
        className="size-6"
        onChange={({ target: { form, checked } }) => {
          for (const box of form?.querySelectorAll<HTMLInputElement>("input[name=commande]") ?? []) {
            box.checked = checked;
          }
        }}
      />
      {t("all")}
    </label>
  );
}
