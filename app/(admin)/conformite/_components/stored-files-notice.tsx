import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Alert } from "@/app/_components/ui/alert";
import { Table } from "@/app/_components/ui/table";
import { formatBytes, formatInstant, formatNumber } from "@/lib/i18n/format";
import type { StoredFiles } from "./read-stored-files";

type Props = { readonly files: StoredFiles; readonly zone: string };

/** Stored documents that are no longer what was received, and a disk that fills up; else when all was last compared. */
export function StoredFilesNotice({ files, zone }: Props) {
  const { check, disk } = files;
  const t = useTranslations("compliance.files");
  const locale = useLocale();
  const at = check ? formatInstant(new Date(check.startedAt), zone, locale, "short") : "";
  return (
    <>
      {disk.level !== "enough" && (
        <Alert
          kind={disk.level === "full" ? "danger" : "warning"}
          title={t(`disk.${disk.level}_title`)}
          className="mb-6"
        >
          {t(`disk.${disk.level}`, { free: formatBytes(disk.free, locale) })}
        </Alert>
      )}
      {!check && <p className="mt-2 text-sm text-ink-muted">{t("never")}</p>}
      {check?.isSound && (
        <p className="mt-2 text-sm text-ink-muted">
          {t("sound", { at, count: check.files, size: formatBytes(check.bytes, locale) })}
        </p>
      )}
      {check && !check.isSound && <Faults files={files} at={at} count={check.faults.length} />}
    </>
  );
}

function Faults({ files, at, count }: { readonly files: StoredFiles; readonly at: string; readonly count: number }) {
  const t = useTranslations("compliance.files");
  const locale = useLocale();
  return (
    <div className="mb-6">
      <Alert kind="danger" title={t("faults_title")}>
        {t("faults", { at, count, formatted: formatNumber(count, locale) })}
      </Alert>
      <div className="mt-3">
        <Table
          caption={t("list")}
          narrow="cards"
          rows={files.faults}
          rowKey={(row) => `${row.documentId} ${row.part}`}
          columns={[
            { key: "document", header: t("document"), isRowHeader: true, cell: (row) => <DocumentName row={row} /> },
            { key: "seller", header: t("seller"), cell: (row) => row.document?.seller ?? "" },
            { key: "fault", header: t("fault"), cell: (row) => t(`what.${row.part}_${row.fault}`) },
          ]}
        />
      </div>
    </div>
  );
}

function DocumentName({ row }: { readonly row: StoredFiles["faults"][number] }) {
  const { document, documentId } = row;
  if (!document) return <span className="break-all">{documentId}</span>;
  if (!document.claimId) return <span className="break-words">{document.fileName}</span>;
  return (
    <Link href={`/conformite/reclamations/${document.claimId}`} className="prose-link break-words">
      {document.reference} · {document.fileName}
    </Link>
  );
}
