import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/_components/client-messages";
import { ActionForm } from "@/app/_components/ui/action-form";
import { Section } from "@/app/_components/ui/card";
import { SubmitButton } from "@/app/_components/ui/submit-button";
import { Table } from "@/app/_components/ui/table";
import type { ApiKeyRow } from "@/db/queries/api-keys";
import { toDate } from "@/lib/calendar/instant";
import { readerFormat } from "@/lib/i18n/reader-format";
import type { ActionState } from "@/lib/server/action-state";
import { NewKeyForm } from "./new-key-form";
import { RotateKeyForm } from "./rotate-key-form";

type Action<Value> = (previous: unknown, form: FormData) => Promise<ActionState<Value>>;

type Props = {
  readonly lead: string;
  readonly keys: readonly ApiKeyRow[];
  readonly zone: string;
  readonly create: Action<{ readonly key: string }>;
  readonly revoke: Action<null>;
  readonly rotate: Action<{ readonly key: string }>;
};

/** The API keys that work, what each may do and when it was last used; ways to make, to replace and to end one. */
export async function ApiKeySection({ lead, keys, zone, create, revoke, rotate }: Props) {
  const [t, format] = await Promise.all([getTranslations("members.api_keys"), readerFormat(zone)]);
  return (
    <Section id="cles" title={t("title")} lead={lead}>
      <div className="grid gap-6">
        <Table
          caption={t("table")}
          hideCaption
          rows={keys}
          rowKey={({ id }) => id}
          empty={<p className="text-ink-muted">{t("empty")}</p>}
          columns={[
            { key: "label", header: t("label"), isRowHeader: true, cell: ({ label }) => label },
            { key: "ending", header: t("ending"), cell: ({ lastFour }) => <code>…{lastFour}</code> },
            { key: "access", header: t("access"), cell: ({ access }) => t(`accesses.${access}`) },
            {
              key: "created",
              header: t("createdAt"),
              cell: ({ createdAt }) => format.day(toDate(createdAt), "numeric"),
            },
            {
              key: "used",
              header: t("lastUsedAt"),
              cell: ({ lastUsedAt }) => (lastUsedAt ? format.instant(toDate(lastUsedAt), "numeric") : t("never_used")),
            },
            {
              key: "action",
              header: t("action"),
              cell: (key) => (
                <>
                  {key.expiresAt && (
                    <p className="mb-2">{t("expires", { at: format.instant(toDate(key.expiresAt), "numeric") })}</p>
                  )}
                  <RevokeKey apiKey={key} revoke={revoke} />
                  {!key.expiresAt && (
                    <ClientMessages namespaces={["members"]}>
                      <RotateKeyForm apiKey={key} action={rotate} />
                    </ClientMessages>
                  )}
                </>
              ),
            },
          ]}
        />
        <ClientMessages namespaces={["members"]}>
          <NewKeyForm action={create} />
        </ClientMessages>
      </div>
    </Section>
  );
}

async function RevokeKey({ apiKey, revoke }: { readonly apiKey: ApiKeyRow; readonly revoke: Action<null> }) {
  const t = await getTranslations("members.api_keys");
  const { id, label } = apiKey;
  return (
    <ActionForm id={`cle-${id}`} action={revoke} reasons={{ key_not_found: t("reasons.key_not_found") }}>
      <input type="hidden" name="keyId" value={id} />
      <SubmitButton variant="danger" size="small" aria-label={t("revoke_named", { label })}>
        {t("revoke")}
      </SubmitButton>
    </ActionForm>
  );
}
