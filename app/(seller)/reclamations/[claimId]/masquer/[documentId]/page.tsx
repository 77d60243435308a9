import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { ClientMessages } from "@/app/_components/client-messages";
import { Alert } from "@/app/_components/ui/alert";
import { Breadcrumbs } from "@/app/_components/ui/breadcrumbs";
import { Section } from "@/app/_components/ui/card";
import { PageHeader } from "@/app/_components/ui/page-header";
import { findPicture } from "@/db/queries/documents";
import { type Area, areasText, blackOutRefusal, parseAreas, rowsOfColumns } from "@/lib/evidence/black-out";
import { mayAddDocument } from "@/lib/evidence/permissions";
import { requireSeller } from "@/lib/server/session";
import { AreaEditor } from "./_components/area-editor";
import { KeepForm } from "./_components/keep-form";

type Search = Readonly<Record<string, string | readonly string[] | undefined>>;
type Props = {
  readonly params: Promise<{ readonly claimId: string; readonly documentId: string }>;
  readonly searchParams: Promise<Search>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("blackOut"))("title") };
}

/** Names of third persons are painted over on a picture, and the result is looked at before it is kept. */
export default async function BlackOutPage({ params, searchParams }: Props) {
  const [scope, { claimId, documentId }, search, t] = await Promise.all([
    requireSeller(),
    params,
    searchParams,
    getTranslations("blackOut"),
  ]);
  const id = z.uuid().safeParse(documentId);
  const document = id.success ? await findPicture(scope, id.data) : null;
  if (document?.claimId !== claimId || !mayAddDocument(scope, "proof_of_delivery")) notFound();
  const typed = typedRows(search);
  const areas = typed.length > 0 ? parseAreas(areasText(typed)) : undefined;
  const refusal = blackOutRefusal(document);
  return (
    <>
      <PageHeader
        breadcrumbs={<Breadcrumbs crumbs={[{ href: `/reclamations/${claimId}#documents`, label: t("claim") }]} />}
        title={t("title")}
        lead={t("lead")}
      />
      {refusal ? (
        <Alert kind="info">{t(`refused.${refusal}`)}</Alert>
      ) : (
        <ClientMessages namespaces={["blackOut"]}>
          <Section id="zones" title={document.fileName} lead={t("how")}>
            {typed.length > 0 && !areas && (
              <Alert kind="danger" announce className="mb-3">
                {t("unreadable")}
              </Alert>
            )}
            <AreaEditor key={areasText(typed)} picture={`/api/documents/${document.id}?apercu`} first={typed} />
          </Section>
          {areas && (
            <Section id="resultat" title={t("result")} lead={t("result_lead")} className="mt-5">
              {/* biome-ignore lint/performance/noImgElement: next/image would fetch a private address without the reader's cookie. */}
              <img
                src={`/api/documents/${document.id}/masque?zones=${areasText(areas)}`}
                alt={t("result_alt", { count: areas.length, name: document.fileName })}
                className="max-h-[40rem] max-w-full rounded-sm border border-line bg-raised object-contain"
              />
              <KeepForm claimId={claimId} documentId={document.id} zones={areasText(areas)} />
            </Section>
          )}
        </ClientMessages>
      )}
    </>
  );
}

/** What the form's columns say, right or wrong; nothing before it was sent. */
function typedRows(search: Search): readonly Area[] {
  const column = (name: string) => [search[name] ?? []].flat();
  return rowsOfColumns({
    left: column("gauche"),
    top: column("haut"),
    width: column("largeur"),
    height: column("hauteur"),
  });
}
