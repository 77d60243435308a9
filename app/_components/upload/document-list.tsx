import { Download } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { StatusBadge } from "@/app/_components/ui/badge";
import { Button } from "@/app/_components/ui/button";
import { LinkButton } from "@/app/_components/ui/link-button";
import type { ClaimDocument } from "@/db/queries/documents";
import { uploadReason } from "@/lib/evidence/upload-reason";
import { readerFormat } from "@/lib/i18n/reader-format";
import { BlackOutLink } from "./black-out-link";
import { DocumentPreview } from "./document-preview";
import { ProofSheetLink } from "./proof-sheet-link";
import { RefreshWhile } from "./refresh-while";

/** What is known to the seller and the operator alone. */
type OwnFacts = "uploadedBy" | "sentAt" | "replacedBy";
type Listed = Pick<
  ClaimDocument,
  | "id"
  | "fileName"
  | "status"
  | "refusalReason"
  | "kind"
  | "sizeBytes"
  | "pageCount"
  | "previewKey"
  | "verdict"
  | "uploadedAt"
  | "verifiedType"
> &
  Partial<Pick<ClaimDocument, OwnFacts>>;
type Props = {
  readonly documents: readonly Listed[];
  /** `/api/documents` for members and the operator, `/api/suivi/{token}/documents` for a link's holder. */
  readonly address: string;
  /** Opening one of them is noted, and so asked for by a form. */
  readonly isNoted?: boolean;
  /** Of the tool that blacks out names, for whoever may use it. */
  readonly blackOut?: string | undefined;
};

const TONES = { uploading: "neutral", uploaded: "info", verified: "fine", refused: "late" } as const;

/** The documents of a claim or an order, those being checked and those refused included. */
export async function DocumentList({ documents, address, isNoted = false, blackOut }: Props) {
  const t = await getTranslations("upload.documents");
  if (documents.length === 0) return <p className="text-ink-muted">{t("empty")}</p>;
  return (
    <>
      <ul className="divide-y divide-line rounded-md border border-line bg-surface">
        {documents.map((document) => (
          <DocumentRow
            key={document.id}
            document={document}
            href={`${address}/${document.id}`}
            isNoted={isNoted}
            blackOut={blackOut}
          />
        ))}
      </ul>
      <RefreshWhile isPending={documents.some(({ status }) => status === "uploaded")} />
    </>
  );
}

type RowProps = {
  readonly document: Listed;
  readonly href: string;
  readonly isNoted: boolean;
  readonly blackOut: string | undefined;
};

async function DocumentRow({ document, href, isNoted, blackOut }: RowProps) {
  const [t, format] = await Promise.all([getTranslations("upload"), readerFormat()]);
  const { fileName: name, status, refusalReason } = document;
  const reason = uploadReason(refusalReason);
  const facts = [
    t(`kinds.${document.kind}`),
    size(document.sizeBytes, t),
    document.pageCount ? t("documents.pages", { count: document.pageCount }) : undefined,
    format.instant(new Date(document.uploadedAt), "numeric"),
  ].filter((fact) => fact !== undefined);
  return (
    <li className="grid gap-1.5 p-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
        <div className="min-w-0 grow basis-64">
          <p className="break-words font-semibold">{name}</p>
          <p className="text-sm text-ink-muted">{facts.join(" · ")}</p>
        </div>
        {status !== "uploading" && <StatusBadge tone={TONES[status]}>{t(`documents.status.${status}`)}</StatusBadge>}
        {status === "verified" && isNoted && (
          <form method="post" action={href}>
            <Button type="submit" variant="secondary" size="small" aria-label={t("documents.download_file", { name })}>
              <Download aria-hidden />
              {t("documents.download")}
            </Button>
          </form>
        )}
        {status === "verified" && !isNoted && (
          <LinkButton
            href={href}
            download
            prefetch={false}
            variant="secondary"
            size="small"
            aria-label={t("documents.download_file", { name })}
          >
            <Download aria-hidden />
            {t("documents.download")}
          </LinkButton>
        )}
      </div>
      {status === "verified" && hasPicture(document) && (
        <DocumentPreview document={document} address={`${href}?apercu`} />
      )}
      {status === "verified" && isOwn(document) && <BlackOutLink document={document} tool={blackOut} />}
      {isNoted && status === "verified" && document.kind === "proof_of_delivery" && document.verdict && (
        <ProofSheetLink address={href} />
      )}
      {reason && <p className="text-late">{t(`reasons.${reason}`)}</p>}
    </li>
  );
}

/** Listed with what only its seller and the operator know of it. */
function isOwn(document: Listed): document is Listed & Pick<ClaimDocument, OwnFacts> {
  return document.uploadedBy !== undefined && document.sentAt !== undefined && document.replacedBy !== undefined;
}

/** Any photo, and a PDF whose first page could be drawn. */
function hasPicture({ previewKey, verifiedType }: Listed): boolean {
  return previewKey !== null || verifiedType?.startsWith("image/") === true;
}

type Words = Awaited<ReturnType<typeof getTranslations<"upload">>>;

function size(bytes: number, t: Words): string {
  const kilobytes = Math.max(1, Math.round(bytes / 1024));
  return kilobytes < 1024 ? t("kb", { value: kilobytes }) : t("mb", { value: bytes / 1024 / 1024 });
}
