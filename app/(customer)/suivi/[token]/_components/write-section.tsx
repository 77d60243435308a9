import { Camera } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { LinkButton } from "@/app/_components/ui/link-button";
import { SubmitButton } from "@/app/_components/ui/submit-button";
import { TextareaField } from "@/app/_components/ui/text-field";
import type { CustomerClaim } from "@/db/queries/customer-space";
import type { CustomerPage } from "@/lib/server/customer-page";
import { sendMessageAction } from "../actions";
import { ActForm } from "./act-form";

type Props = { readonly page: CustomerPage; readonly shown: CustomerClaim };

/** A message to the seller; photos are given on a page of their own, which keeps this one light. */
export async function WriteSection({ page, shown }: Props) {
  const t = await getTranslations("customer.write");
  const { space, token } = page;
  const { claim } = shown;
  const email = space.seller.contact?.email;
  return (
    <section aria-labelledby={`ecrire-${claim.reference}`} className="no-print grid grid-cols-1 gap-3">
      <h3 id={`ecrire-${claim.reference}`} className="text-lg font-bold">
        {t("title", { seller: space.seller.name })}
      </h3>
      <ActForm
        id={`message-${claim.reference}`}
        action={sendMessageAction.bind(null, token)}
        claimId={claim.id}
        labels={{ body: t("label") }}
      >
        <TextareaField name="body" label={t("label")} hint={t("hint")} rows={5} required />
        <div>
          <SubmitButton size="large">{t("submit")}</SubmitButton>
        </div>
      </ActForm>
      <div>
        <LinkButton href={`/suivi/${token}/fichiers/${claim.id}`} variant="secondary" prefetch={false}>
          <Camera aria-hidden />
          {t("photos")}
        </LinkButton>
      </div>
      {email && <p className="text-sm text-ink-muted">{t("mail", { email })}</p>}
    </section>
  );
}
