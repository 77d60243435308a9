import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/app/_components/ui/action-form";
import { Section } from "@/app/_components/ui/card";
import { SubmitButton } from "@/app/_components/ui/submit-button";
import { TextField } from "@/app/_components/ui/text-field";
import { startViewingAction } from "../actions";

/** See the product as this seller does: read-only, journaled, and told to the seller. */
export async function LookSection({ sellerId }: { readonly sellerId: string }) {
  const t = await getTranslations("admin.look");
  return (
    <Section id="consulter" title={t("title")} lead={t("lead")}>
      <ActionForm
        id="form-consulter"
        action={startViewingAction}
        labels={{ reason: t("reason") }}
        reasons={{ seller_not_found: t("not_found") }}
        className="grid gap-stack"
      >
        <input type="hidden" name="sellerId" value={sellerId} />
        <TextField name="reason" label={t("reason")} hint={t("reason_hint")} maxLength={300} required />
        <div>
          <SubmitButton variant="secondary">{t("start")}</SubmitButton>
        </div>
      </ActionForm>
    </Section>
  );
}
