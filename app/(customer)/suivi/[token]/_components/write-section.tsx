import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/_components/client-messages";
import { Disclosure } from "@/app/_components/ui/disclosure";
import { SubmitButton } from "@/app/_components/ui/submit-button";
import { TextareaField } from "@/app/_components/ui/text-field";
import { UploadZone } from "@/app/_components/upload/upload-zone";
import type { CustomerClaim } from "@/db/queries/customer-space";
import type { CustomerPage } from "@/lib/server/customer-page";
import { sendMessageAction } from "../actions";
import { ActForm } from "./act-form";

type Props = { readonly page: CustomerPage; readonly shown: CustomerClaim };

/** A message to the seller, and photos. Two forms: each works by itself without JavaScript. */
export async function WriteSection({ page, shown }: Props) {
  const t = await getTranslations("customer.write");
  const { space, token } = page;
  const { claim } = shown;
  const email = space.seller.contact?.email;
  return (
    <section aria-labelledby={`ecrire-${claim.reference}`} className="no-print grid gap-3">
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
      <Disclosure summary={t("photos")}>
        <p className="mb-2 text-ink-muted">{t("photos_hint")}</p>
        <ClientMessages namespaces={["upload"]}>
          <UploadZone token={token} claimId={claim.id} kinds={["photo", "proof_of_return", "attestation", "other"]} />
        </ClientMessages>
      </Disclosure>
      {email && <p className="text-sm text-ink-muted">{t("mail", { email })}</p>}
    </section>
  );
}
