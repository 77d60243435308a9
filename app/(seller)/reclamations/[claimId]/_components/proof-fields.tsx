"use client";
import { useTranslations } from "next-intl";
import { SelectField } from "@/app/_components/ui/select-field";
import { TextField } from "@/app/_components/ui/text-field";
import { PROOF_EVIDENCE_KINDS, STATED_STATUSES } from "@/lib/evidence/document-facts";

type Values = Readonly<Record<string, string | readonly string[]>>;

type Props = {
  readonly values: Values;
  /** Asked elsewhere on the page: the parcel that the answer speaks of. */
  readonly isParcelKnown?: boolean;
};

/** What a proof of delivery shows, as it is read on it. */
export function ProofFields({ values, isParcelKnown = false }: Props) {
  const facts = useTranslations("verdict.facts");
  const kinds = useTranslations("verdict.evidenceKinds");
  const statuses = useTranslations("verdict.statedStatuses");
  const t = useTranslations("reply");
  const text = (name: string) => String(values[name] ?? "");
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      <SelectField
        name="evidenceKind"
        label={facts("evidenceKind")}
        defaultValue={text("evidenceKind")}
        placeholder={t("choose_one")}
        options={PROOF_EVIDENCE_KINDS.map((value) => ({ value, label: kinds(value) }))}
        className="sm:col-span-2"
        hideOptional
      />
      <SelectField
        name="status"
        label={facts("status")}
        defaultValue={text("status")}
        placeholder={t("choose_one")}
        options={STATED_STATUSES.map((value) => ({ value, label: statuses(value) }))}
        className="sm:col-span-2"
        hideOptional
      />
      {!isParcelKnown && <ParcelFields values={values} />}
      <TextField name="recipient" label={facts("recipient")} defaultValue={text("recipient")} hideOptional />
      <TextField name="signatory" label={facts("signatory")} defaultValue={text("signatory")} hideOptional />
      <TextField
        name="place.postcode"
        label={facts("placePostcode")}
        defaultValue={text("place.postcode")}
        hideOptional
      />
      <TextField name="place.city" label={facts("placeCity")} defaultValue={text("place.city")} hideOptional />
    </div>
  );
}

function ParcelFields({ values }: Pick<Props, "values">) {
  const facts = useTranslations("verdict.facts");
  const text = (name: string) => String(values[name] ?? "");
  return (
    <>
      <TextField name="carrier" label={facts("carrier")} defaultValue={text("carrier")} hideOptional />
      <TextField
        name="trackingNumber"
        label={facts("trackingNumber")}
        defaultValue={text("trackingNumber")}
        hideOptional
      />
      <TextField
        name="deliveredAt"
        type="datetime-local"
        label={facts("deliveredAt")}
        defaultValue={text("deliveredAt")}
        width="half"
        className="sm:col-span-2"
        hideOptional
      />
    </>
  );
}
