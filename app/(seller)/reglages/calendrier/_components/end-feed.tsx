import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/app/_components/ui/action-form";
import { Section } from "@/app/_components/ui/card";
import { SubmitButton } from "@/app/_components/ui/submit-button";
import { revokeFeedAction, rotateFeedAction } from "../actions";

/** A new address, or none: either way the one given out ends at once. */
export async function EndFeed() {
  const t = await getTranslations("calendar");
  const reasons = { feed_not_open: t("reasons.feed_not_open") };
  return (
    <Section id="fin" title={t("end.title")} lead={t("end.lead")}>
      <div className="grid gap-6 md:grid-cols-2">
        <ActionForm id="form-renouveler" action={rotateFeedAction} reasons={reasons} done={t("end.rotated")}>
          <p className="mb-2">{t("end.rotate_text")}</p>
          <SubmitButton variant="secondary">{t("end.rotate")}</SubmitButton>
        </ActionForm>
        <ActionForm id="form-revoquer" action={revokeFeedAction} reasons={reasons}>
          <p className="mb-2">{t("end.revoke_text")}</p>
          <SubmitButton variant="danger">{t("end.revoke")}</SubmitButton>
        </ActionForm>
      </div>
    </Section>
  );
}
