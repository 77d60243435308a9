import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/app/_components/ui/action-form";
import { Card } from "@/app/_components/ui/card";
import { SubmitButton } from "@/app/_components/ui/submit-button";
import { TextField } from "@/app/_components/ui/text-field";
import { IdentityFields } from "@/app/(public)/_components/identity-fields";
import { resendLinkAction } from "../actions";

/** Asks for the link again, by the same facts as the first time. */
export async function LostLinkForm() {
  const [t, words] = await Promise.all([getTranslations("lostLink"), getTranslations("publicClaim")]);
  return (
    <Card>
      <ActionForm
        id="lien"
        action={resendLinkAction}
        reasons={{ rate_limited: words("rate_limited") }}
        labels={{
          orderNumber: words("order_number"),
          email: words("email"),
          name: words("name"),
          postcode: words("postcode"),
        }}
        done={
          <>
            <strong>{t("sent_title")}</strong> {t("sent")}
          </>
        }
        className="grid gap-6"
      >
        <TextField
          name="orderNumber"
          label={words("order_number")}
          hint={words("order_number_hint")}
          maxLength={100}
          autoComplete="off"
          width="half"
          required
        />
        <IdentityFields />
        <div>
          <SubmitButton size="large">{t("submit")}</SubmitButton>
        </div>
      </ActionForm>
    </Card>
  );
}
