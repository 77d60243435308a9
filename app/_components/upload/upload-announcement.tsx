"use client";
import { useTranslations } from "next-intl";
import type { Upload } from "./use-uploads";

/** What became of the last file that came to an end, for who listens. */
export function UploadAnnouncement({ upload }: { readonly upload: Upload | undefined }) {
  const t = useTranslations("upload");
  return (
    <p role="status" className="sr-only">
      {upload?.state.kind === "received" && t("received_file", { name: upload.file.name })}
      {upload?.state.kind === "refused" &&
        t("refused_file", { name: upload.file.name, reason: t(`reasons.${upload.state.reason}`) })}
    </p>
  );
}
