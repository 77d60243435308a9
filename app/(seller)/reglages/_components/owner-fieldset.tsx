import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { SubmitButton } from "@/app/_components/ui/submit-button";

type Props = { readonly mayWrite: boolean; readonly children: ReactNode };

/** The fields of a settings form: to be changed by who may, to be read by everyone else. */
export async function OwnerFieldset({ mayWrite, children }: Props) {
  const t = await getTranslations("settings");
  return (
    <fieldset disabled={!mayWrite} className="grid min-w-0 gap-6">
      {children}
      {mayWrite && (
        <div>
          <SubmitButton>{t("save")}</SubmitButton>
        </div>
      )}
    </fieldset>
  );
}
