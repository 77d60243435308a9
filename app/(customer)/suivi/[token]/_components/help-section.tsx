import { getTranslations } from "next-intl/server";
import { Disclosure } from "@/app/_components/ui/disclosure";
import { SubmitButton } from "@/app/_components/ui/submit-button";
import { TextareaField } from "@/app/_components/ui/text-field";
import type { CustomerClaim } from "@/db/queries/customer-space";
import type { CustomerPage } from "@/lib/server/customer-page";
import { helpAction, reopenAction } from "../actions";
import { ActForm } from "./act-form";

type Props = { readonly page: CustomerPage; readonly shown: CustomerClaim };

/** The operator's help while the claim is open, the way back in when it is closed, and the mediator. */
export async function HelpSection({ page, shown }: Props) {
  const t = await getTranslations("customer.help");
  const { seller, marketplace } = page.space;
  const names = { seller: seller.name, marketplace: marketplace.name };
  const mediator = seller.mediator ?? marketplace.mediator;
  const { state } = shown.claim;
  return (
    <div className="no-print grid grid-cols-1 gap-1">
      {state === "closed" && <Reopen page={page} shown={shown} />}
      {state === "escalated" && <p>{t("asked", names)}</p>}
      {state !== "closed" && state !== "escalated" && (
        <Disclosure summary={t("title", names)}>
          <p className="mb-2">{t("lead", names)}</p>
          <ActForm
            id={`aide-${shown.claim.reference}`}
            action={helpAction.bind(null, page.token)}
            claimId={shown.claim.id}
            labels={{ message: t("label") }}
          >
            <TextareaField name="message" label={t("label")} rows={4} required />
            <div>
              <SubmitButton>{t("submit")}</SubmitButton>
            </div>
          </ActForm>
          {mediator && (
            <p className="mt-3 text-sm text-ink-muted">
              {t("mediator", { name: mediator.name, address: mediator.postalAddress, website: mediator.website })}
            </p>
          )}
        </Disclosure>
      )}
    </div>
  );
}

async function Reopen({ page, shown }: Props) {
  const t = await getTranslations("customer.reopen");
  return (
    <Disclosure summary={t("title")}>
      <ActForm
        id={`rouvrir-${shown.claim.reference}`}
        action={reopenAction.bind(null, page.token)}
        claimId={shown.claim.id}
        labels={{ message: t("label") }}
      >
        <TextareaField name="message" label={t("label")} rows={4} required />
        <div>
          <SubmitButton>{t("submit")}</SubmitButton>
        </div>
      </ActForm>
    </Disclosure>
  );
}
