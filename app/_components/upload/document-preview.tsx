import { getTranslations } from "next-intl/server";
import { Disclosure } from "@/app/_components/ui/disclosure";

type Props = {
  readonly document: {
    readonly fileName: string;
    readonly pageCount: number | null;
    readonly verifiedType: string | null;
  };
  /** Of a picture this installation drew itself, served in a sandbox. */
  readonly address: string;
};

/** A picture of the document, without leaving the page: loaded when it is opened. */
export async function DocumentPreview({ document, address }: Props) {
  const t = await getTranslations("upload.documents");
  const { fileName: name, pageCount } = document;
  return (
    <Disclosure
      summary={
        <>
          {t("preview")} <span className="sr-only">{t("preview_of", { name })}</span>
        </>
      }
    >
      {/* biome-ignore lint/performance/noImgElement: next/image would fetch a private address without the reader's cookie. */}
      <img
        src={address}
        alt={t("preview_file", { name })}
        loading="lazy"
        className="max-h-[32rem] max-w-full rounded-sm border border-line bg-raised object-contain"
      />
      <p className="mt-1.5 flex flex-wrap gap-x-4 text-sm">
        {pageCount !== null && pageCount > 1 && <span>{t("preview_first", { count: pageCount })}</span>}
        <a href={address} target="_blank" rel="noreferrer" className="prose-link">
          {t("preview_open")} <span className="sr-only">{t("preview_new_tab")}</span>
        </a>
      </p>
    </Disclosure>
  );
}
