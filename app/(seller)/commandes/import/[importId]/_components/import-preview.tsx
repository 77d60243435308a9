import { getTranslations } from "next-intl/server";
import { Alert } from "@/app/_components/ui/alert";
import { Section } from "@/app/_components/ui/card";
import { LinkButton } from "@/app/_components/ui/link-button";
import type { ImportDetails } from "@/db/queries/imports";
import { StartImport } from "./start-import";

type Props = { readonly file: ImportDetails; readonly mayStart: boolean };

const START_REASONS = ["not_found", "already_started", "nothing_to_import"] as const;

/** What would be imported, before it is. */
export async function ImportPreview({ file, mayStart }: Props) {
  const t = await getTranslations("import.preview");
  const { orderCount, findings } = file;
  const reasons = Object.fromEntries(START_REASONS.map((reason) => [reason, t(`reasons.${reason}`)]));
  const faulty = findings.fileOrderCount - orderCount;
  return (
    <Section id="apercu" title={t("title")}>
      <div className="grid gap-stack">
        {orderCount === 0 ? (
          <Alert kind="danger" title={t("nothing.title")}>
            <p>{t("nothing.text")}</p>
          </Alert>
        ) : (
          <>
            <p className="text-lg">{t("ready", { orders: orderCount, rows: findings.rowCount })}</p>
            {faulty > 0 && (
              <Alert kind="warning">
                <p>{t("faulty", { count: faulty })}</p>
              </Alert>
            )}
            <p className="text-ink-muted">{t("nothing_written")}</p>
          </>
        )}
        <div className="flex flex-wrap items-start gap-3">
          {orderCount > 0 && mayStart && (
            <StartImport importId={file.id} label={t("start", { orders: orderCount })} reasons={reasons} />
          )}
          <LinkButton href="/commandes/import" variant={orderCount > 0 ? "quiet" : "secondary"}>
            {t("other_file")}
          </LinkButton>
        </div>
      </div>
    </Section>
  );
}
