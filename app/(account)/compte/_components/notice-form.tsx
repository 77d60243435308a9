import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/app/_components/ui/action-form";
import { SelectField } from "@/app/_components/ui/select-field";
import { SubmitButton } from "@/app/_components/ui/submit-button";
import type { findNoticeReader } from "@/db/queries/notice-choices";
import { modeOf, NOTICE_MODES } from "@/lib/notifications/notice";
import { NOTICE_KINDS } from "@/lib/notifications/notice-kind";
import { changeNoticesAction } from "../actions";

type Props = { readonly reader: NonNullable<Awaited<ReturnType<typeof findNoticeReader>>> };

/** What one is told of by mail, kind by kind: at once, in the digest, or not at all. */
export async function NoticeForm({ reader }: Props) {
  const t = await getTranslations("account.notices");
  const options = NOTICE_MODES.map((value) => ({ value, label: t(`modes.${value}`) }));
  return (
    <ActionForm
      id="form-courriels"
      action={changeNoticesAction}
      done={t("saved")}
      reasons={{ not_found: t("not_found") }}
      className="grid gap-stack"
    >
      <div className="grid gap-stack sm:grid-cols-2">
        {NOTICE_KINDS.map((kind) => (
          <SelectField
            key={kind}
            name={kind}
            label={t(`kinds.${kind}`)}
            options={options}
            defaultValue={modeOf(kind, reader)}
            required
          />
        ))}
      </div>
      <div>
        <SubmitButton>{t("save")}</SubmitButton>
      </div>
    </ActionForm>
  );
}
