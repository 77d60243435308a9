import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/app/_components/ui/action-form";
import { Badge } from "@/app/_components/ui/badge";
import { Section } from "@/app/_components/ui/card";
import { DescriptionList } from "@/app/_components/ui/description-list";
import { Disclosure } from "@/app/_components/ui/disclosure";
import { LinkButton } from "@/app/_components/ui/link-button";
import { SubmitButton } from "@/app/_components/ui/submit-button";
import type { ReturnProfile } from "@/db/queries/sellers";
import { deleteReturnProfileAction } from "../retours/actions";

type Props = { readonly profile: ReturnProfile; readonly mayWrite: boolean };

/** One way to send goods back to this seller. */
export async function ReturnProfileCard({ profile, mayWrite }: Props) {
  const t = await getTranslations("settings.returns");
  const { id, name, address, means, withdrawalCostBearer, packing, isDefault } = profile;
  return (
    <Section
      id={`profil-${id}`}
      title={name}
      level={3}
      actions={
        <>
          {isDefault && <Badge>{t("default")}</Badge>}
          {mayWrite && (
            <LinkButton
              href={`/reglages/retours/${id}`}
              variant="secondary"
              size="small"
              aria-label={t("edit_named", { name })}
            >
              {t("edit")}
            </LinkButton>
          )}
        </>
      }
    >
      <DescriptionList
        facts={[
          { term: t("recipient"), value: linesOf(address).join(", ") },
          { term: t("means"), value: t(`means_names.${means}`) },
          { term: t("bearer"), value: t(`bearers.${withdrawalCostBearer}`) },
          { term: t("packing"), value: packing },
        ]}
      />
      {mayWrite && (
        <Disclosure summary={t("delete")} className="mt-2">
          <ActionForm
            id={`supprimer-${id}`}
            action={deleteReturnProfileAction}
            reasons={{
              profile_not_found: t("reasons.profile_not_found"),
              default_profile: t("reasons.default_profile"),
            }}
          >
            <input type="hidden" name="profileId" value={id} />
            <SubmitButton variant="danger" size="small">
              {t("delete_confirm", { name })}
            </SubmitButton>
          </ActionForm>
        </Disclosure>
      )}
    </Section>
  );
}

function linesOf({ name, line1, line2, postcode, city, country }: ReturnProfile["address"]): readonly string[] {
  const lines = [name, line1, line2 ?? "", `${postcode} ${city}`, country === "FR" ? "" : country];
  return lines.filter((line) => line !== "");
}
