import { Search } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { Alert } from "@/app/_components/ui/alert";
import { Section } from "@/app/_components/ui/card";
import { SubmitButton } from "@/app/_components/ui/submit-button";
import { TextField } from "@/app/_components/ui/text-field";

type Props = { readonly number: string; readonly isFound: boolean };

/** Which order it is about: asked first, so that the rest can be checked against it. */
export async function OrderLookup({ number, isFound }: Props) {
  const t = await getTranslations("claim.record");
  return (
    <Section id="commande-concernee" title={t("order_title")}>
      <form className="flex flex-wrap items-end gap-3">
        <TextField
          key={number}
          name="commande"
          label={t("order_number")}
          defaultValue={number}
          maxLength={100}
          autoComplete="off"
          className="min-w-[min(14rem,100%)] grow sm:max-w-sm"
          required
        />
        <SubmitButton variant={isFound ? "secondary" : "primary"}>
          <Search aria-hidden />
          {t("find")}
        </SubmitButton>
      </form>
      {number !== "" && !isFound && (
        <Alert kind="warning" announce className="mt-3" title={t("not_found", { number })}>
          <p>{t("not_found_hint")}</p>
        </Alert>
      )}
    </Section>
  );
}
