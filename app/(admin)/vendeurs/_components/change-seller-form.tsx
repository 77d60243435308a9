import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/app/_components/ui/action-form";
import { RadioGroup } from "@/app/_components/ui/choice-field";
import { SubmitButton } from "@/app/_components/ui/submit-button";
import { TextField } from "@/app/_components/ui/text-field";
import { SELLER_STATUSES, type SellerStatus } from "@/lib/sellers/seller";
import { changeSellerAction } from "../actions";

type Props = {
  readonly seller: { readonly id: string; readonly name: string; readonly status: SellerStatus };
  readonly mayWrite: boolean;
};

/** The name the seller is shown under, and whether it may work. */
export async function ChangeSellerForm({ seller, mayWrite }: Props) {
  const [t, common] = await Promise.all([getTranslations("admin.sellers"), getTranslations("admin")]);
  const statuses = SELLER_STATUSES.filter((value) => value !== "invited" || seller.status === "invited");
  return (
    <ActionForm
      id="form-etat"
      action={changeSellerAction}
      done={common("saved")}
      labels={{ name: t("name") }}
      reasons={{
        seller_not_found: t("reasons.seller_not_found"),
        not_back_to_invited: t("reasons.not_back_to_invited"),
      }}
    >
      <fieldset disabled={!mayWrite} className="grid min-w-0 gap-stack">
        <input type="hidden" name="sellerId" value={seller.id} />
        <TextField name="name" label={t("name")} defaultValue={seller.name} maxLength={120} required />
        <RadioGroup
          name="status"
          legend={t("status")}
          defaultValue={seller.status}
          choices={statuses.map((value) => ({
            value,
            label: t(`statuses.${value}`),
            hint: t(`status_hints.${value}`),
          }))}
        />
        {mayWrite && (
          <div>
            <SubmitButton>{common("save")}</SubmitButton>
          </div>
        )}
      </fieldset>
    </ActionForm>
  );
}
