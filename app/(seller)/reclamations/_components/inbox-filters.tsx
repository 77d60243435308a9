import { Search } from "lucide-react";
import { getLocale, getTranslations } from "next-intl/server";
import { LinkButton } from "@/app/_components/ui/link-button";
import { SelectField } from "@/app/_components/ui/select-field";
import { SubmitButton } from "@/app/_components/ui/submit-button";
import { TextField } from "@/app/_components/ui/text-field";
import { SITUATIONS } from "@/lib/claims/claim";
import { situationTitle } from "@/lib/policy/situations";
import { DUE_FILTERS, type InboxSearch, inboxHref, isFiltered } from "./inbox-search";

/** A plain form: every list it leads to has its own address. */
export async function InboxFilters({ search }: { readonly search: InboxSearch }) {
  const [t, locale] = await Promise.all([getTranslations("inbox"), getLocale()]);
  return (
    <search>
      <form
        action="/reclamations"
        className="mb-stack grid grid-cols-2 items-end gap-3 lg:grid-cols-[minmax(0,2fr)_minmax(0,1.5fr)_minmax(0,1fr)_auto]"
      >
        {search.vue !== "a-traiter" && <input type="hidden" name="vue" value={search.vue} />}
        <TextField
          key={search.q}
          type="search"
          name="q"
          label={t("search")}
          defaultValue={search.q}
          placeholder={t("search_example")}
          maxLength={200}
          className="max-lg:col-span-2"
          hideOptional
        />
        <SelectField
          name="situation"
          label={t("situation")}
          defaultValue={search.situation ?? ""}
          placeholder={t("all_situations")}
          options={SITUATIONS.map((value) => ({
            value,
            label: situationTitle(value)[locale],
          }))}
          hideOptional
        />
        <SelectField
          name="echeance"
          label={t("due")}
          defaultValue={search.echeance ?? ""}
          placeholder={t("any_due")}
          options={DUE_FILTERS.map((value) => ({ value, label: t(`due_filters.${value}`) }))}
          hideOptional
        />
        <div className="flex flex-wrap gap-2">
          <SubmitButton variant="secondary">
            <Search aria-hidden />
            {t("apply")}
          </SubmitButton>
          {isFiltered(search) && (
            <LinkButton
              href={inboxHref(search, { situation: undefined, echeance: undefined, q: undefined })}
              variant="quiet"
            >
              {t("reset")}
            </LinkButton>
          )}
        </div>
      </form>
    </search>
  );
}
