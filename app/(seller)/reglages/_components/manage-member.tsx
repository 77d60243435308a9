import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/app/_components/ui/action-form";
import { Disclosure } from "@/app/_components/ui/disclosure";
import { SelectField } from "@/app/_components/ui/select-field";
import { SubmitButton } from "@/app/_components/ui/submit-button";
import type { Member } from "@/db/queries/memberships";
import { MEMBER_ROLES } from "@/lib/auth/role";
import { changeMemberAction, revokeMemberAction } from "../membres/actions";

/** Another role, or none. */
export async function ManageMember({ member }: { readonly member: Member }) {
  const [t, auth] = await Promise.all([getTranslations("members"), getTranslations("auth")]);
  const { userId, name, role } = member;
  const reasons = { last_owner: t("reasons.last_owner"), member_not_found: t("reasons.member_not_found") };
  return (
    <Disclosure
      name="membre"
      className="text-start"
      summary={
        <>
          <span aria-hidden>{t("manage")}</span>
          <span className="sr-only">{t("manage_named", { name })}</span>
        </>
      }
    >
      <ActionForm id={`role-${userId}`} action={changeMemberAction} reasons={reasons} className="grid gap-2">
        <input type="hidden" name="userId" value={userId} />
        <SelectField
          name="role"
          label={t("role")}
          options={MEMBER_ROLES.map((value) => ({ value, label: auth(`roles.${value}`) }))}
          defaultValue={role}
          required
        />
        <div>
          <SubmitButton variant="secondary" size="small" aria-label={t("change_named", { name })}>
            {t("apply")}
          </SubmitButton>
        </div>
      </ActionForm>
      <ActionForm id={`retrait-${userId}`} action={revokeMemberAction} reasons={reasons} className="mt-3">
        <input type="hidden" name="userId" value={userId} />
        <SubmitButton variant="danger" size="small" aria-label={t("remove_named", { name })}>
          {t("remove")}
        </SubmitButton>
      </ActionForm>
    </Disclosure>
  );
}
