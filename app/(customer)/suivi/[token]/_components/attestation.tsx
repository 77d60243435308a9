import { getTranslations } from "next-intl/server";
import { CheckboxField } from "@/app/_components/ui/choice-field";
import { Disclosure } from "@/app/_components/ui/disclosure";
import { SubmitButton } from "@/app/_components/ui/submit-button";
import { TextField } from "@/app/_components/ui/text-field";
import type { CustomerClaim } from "@/db/queries/customer-space";
import { toDate } from "@/lib/calendar/instant";
import { formatInstant } from "@/lib/i18n/format";
import type { CustomerPage } from "@/lib/server/customer-page";
import { attestAction } from "../actions";
import { ActForm } from "./act-form";
import { CodeField } from "./code-field";

type Props = { readonly page: CustomerPage; readonly shown: CustomerClaim };

/** The statement on one's honour that the parcel never came: asked for once the delivery is contested. */
export async function Attestation({ page, shown }: Props) {
  const t = await getTranslations("customer.attestation");
  const contest = shown.contests.at(-1);
  if (!contest) return null;
  const { reader, space, token, scope } = page;
  if (contest.ruling) return <p>{t(`ruled.${contest.ruling}`, { marketplace: space.marketplace.name })}</p>;
  if (contest.attestedAt) {
    return <p>{t("done", { at: formatInstant(toDate(contest.attestedAt), reader.zone, reader.locale) })}</p>;
  }
  return (
    <Disclosure summary={t("title")} open>
      <ActForm
        id={`attestation-${shown.claim.reference}`}
        action={attestAction.bind(null, token)}
        claimId={shown.claim.id}
        labels={{ signatory: t("name"), sworn: t("sworn_short") }}
      >
        <p>{t("why", { seller: space.seller.name })}</p>
        <TextField name="signatory" label={t("name")} autoComplete="name" maxLength={120} required />
        <CheckboxField
          name="sworn"
          value="oui"
          label={t("sworn", { order: space.order.order.number })}
          hint={t("warning")}
          required
        />
        <CodeField scope={scope} />
        <div>
          <SubmitButton>{t("submit")}</SubmitButton>
        </div>
      </ActForm>
    </Disclosure>
  );
}
