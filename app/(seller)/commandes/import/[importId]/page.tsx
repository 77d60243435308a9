import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { Breadcrumbs } from "@/app/_components/ui/breadcrumbs";
import { PageHeader } from "@/app/_components/ui/page-header";
import { findImport } from "@/db/queries/imports";
import { mayImportOrders } from "@/lib/orders/permissions";
import { requireSeller } from "@/lib/server/session";
import { ImportPreview } from "./_components/import-preview";
import { ImportProgress } from "./_components/import-progress";
import { ImportResult } from "./_components/import-result";
import { ProblemList } from "./_components/problem-list";

type Props = { readonly params: Promise<{ readonly importId: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("import"))("title") };
}

/** One file: what was found in it, how far its import is, what it did. */
export default async function ImportFilePage({ params }: Props) {
  const scope = await requireSeller();
  const importId = z.uuid().safeParse((await params).importId);
  const file = (importId.success ? await findImport(scope, importId.data) : undefined) ?? notFound();
  const t = await getTranslations("import");
  return (
    <>
      <PageHeader
        breadcrumbs={
          <Breadcrumbs
            crumbs={[
              { href: "/commandes", label: t("all_orders") },
              { href: "/commandes/import", label: t("title") },
            ]}
          />
        }
        title={<span className="break-all">{file.fileName}</span>}
      />
      <div className="grid gap-stack">
        {file.status === "previewed" && <ImportPreview file={file} mayStart={mayImportOrders(scope)} />}
        {file.status === "running" && (
          <ImportProgress importId={file.id} done={file.doneCount} total={file.orderCount} />
        )}
        {(file.status === "done" || file.status === "failed") && <ImportResult file={file} status={file.status} />}
        <ProblemList findings={file.findings} />
      </div>
    </>
  );
}
