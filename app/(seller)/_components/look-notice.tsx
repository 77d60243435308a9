import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/app/_components/ui/action-form";
import { Alert } from "@/app/_components/ui/alert";
import { SubmitButton } from "@/app/_components/ui/submit-button";
import { endViewingAction } from "@/app/(admin)/vendeurs/actions";

/** On every page while the operator looks at the product as a seller: whose pages they are, and the way out. */
export async function LookNotice({ seller }: { readonly seller: string }) {
  const t = await getTranslations("admin.look");
  return (
    <Alert kind="warning" title={t("banner", { seller })}>
      <p className="mb-2">{t("banner_lead")}</p>
      <ActionForm id="form-fin-consultation" action={endViewingAction}>
        <SubmitButton variant="secondary" size="small">
          {t("end")}
        </SubmitButton>
      </ActionForm>
    </Alert>
  );
}
