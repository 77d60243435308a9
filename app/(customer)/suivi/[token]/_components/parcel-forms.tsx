import { getTranslations } from "next-intl/server";
import { Disclosure } from "@/app/_components/ui/disclosure";
import { SubmitButton } from "@/app/_components/ui/submit-button";
import { TextareaField, TextField } from "@/app/_components/ui/text-field";
import type { CustomerClaim } from "@/db/queries/customer-space";
import { toDate } from "@/lib/calendar/instant";
import { formatDay, formatInstant } from "@/lib/i18n/format";
import type { CustomerPage } from "@/lib/server/customer-page";
import { contestAction, parcelAction } from "../actions";
import { ActForm } from "./act-form";
import { Attestation } from "./attestation";
import { CodeField } from "./code-field";

type Props = { readonly page: CustomerPage; readonly shown: CustomerClaim };

/** For a parcel that was not received: it came after all, or it is not the customer who took it. */
export async function ParcelForms({ page, shown }: Props) {
  if (shown.claim.situation !== "parcel_not_received" || shown.claim.state === "closed") return null;
  const got = shown.acts.find((act) => act.type === "parcel_confirmed");
  return (
    <div className="no-print grid grid-cols-1 gap-1">
      {!got && <NotMe page={page} shown={shown} />}
      {got ? <Got page={page} receivedOn={got.receivedOn} /> : <GotForm page={page} shown={shown} />}
    </div>
  );
}

async function Got({ page, receivedOn }: { readonly page: CustomerPage; readonly receivedOn: string | null }) {
  const t = await getTranslations("customer.parcel");
  return <p className="font-semibold">{t("got_done", { day: formatDay(receivedOn ?? "", page.reader.locale) })}</p>;
}

async function GotForm({ page, shown }: Props) {
  const t = await getTranslations("customer.parcel");
  return (
    <Disclosure summary={t("got_title")}>
      <ActForm
        id={`colis-${shown.claim.reference}`}
        action={parcelAction.bind(null, page.token)}
        claimId={shown.claim.id}
        labels={{ receivedOn: t("got_label") }}
      >
        <TextField
          name="receivedOn"
          type="date"
          label={t("got_label")}
          max={page.reader.today}
          defaultValue={page.reader.today}
          width="half"
          required
        />
        <p>{t("got_effect", { seller: page.space.seller.name })}</p>
        <CodeField scope={page.scope} />
        <div>
          <SubmitButton>{t("got_submit")}</SubmitButton>
        </div>
      </ActForm>
    </Disclosure>
  );
}

/** Offered where somebody says the parcel was handed over, and again for a proof that came since. */
async function NotMe({ page, shown }: Props) {
  const t = await getTranslations("customer.parcel");
  const { space, reader, token } = page;
  const { claim, acts, replies } = shown;
  const proofs = space.documents.filter(
    (document) => document.claimId === claim.id && document.kind === "proof_of_delivery",
  );
  const isSaid =
    proofs.length > 0 ||
    replies.some((reply) => reply.solution === "confirm_delivery") ||
    space.order.parcels.some((parcel) => parcel.deliveredAt);
  const contested = acts.findLast((act) => act.type === "proof_contested");
  if (!isSaid) return null;
  if (contested && !proofs.some((proof) => proof.contestedAt === null)) {
    const at = formatInstant(toDate(contested.at), reader.zone, reader.locale);
    return (
      <>
        <p className="font-semibold">{t("not_me_done", { at, seller: space.seller.name })}</p>
        <Attestation page={page} shown={shown} />
      </>
    );
  }
  return (
    <div id="ce-nest-pas-moi">
      <Disclosure summary={t("not_me_title")} open>
        <ActForm
          id={`contestation-${claim.reference}`}
          action={contestAction.bind(null, token)}
          claimId={claim.id}
          labels={{ body: t("not_me_label") }}
        >
          <TextareaField name="body" label={t("not_me_label")} hint={t("not_me_hint")} rows={4} />
          <div>
            <SubmitButton>{t("not_me_submit")}</SubmitButton>
          </div>
        </ActForm>
      </Disclosure>
    </div>
  );
}
