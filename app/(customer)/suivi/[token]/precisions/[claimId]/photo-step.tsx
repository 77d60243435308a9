import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/_components/client-messages";
import { LinkButton } from "@/app/_components/ui/link-button";
import { DocumentList } from "@/app/_components/upload/document-list";
import { UploadResult } from "@/app/_components/upload/upload-result";
import { UploadZone } from "@/app/_components/upload/upload-zone";
import type { CustomerClaim } from "@/db/queries/customer-space";
import { INTAKE_QUESTIONS, type IntakeQuestionId, isIntakeField } from "@/lib/claims/intake";
import type { CustomerPage } from "@/lib/server/customer-page";
import { intakeOf } from "../../_components/intake-of";

type Props = {
  readonly page: CustomerPage;
  readonly shown: CustomerClaim;
  readonly question: Exclude<IntakeQuestionId, "wish">;
  readonly nextHref: string;
  readonly result: string | readonly string[] | undefined;
};

/** Photos of one thing, by the one upload path: each is checked like any other file. */
export async function PhotoStep({ page, shown, question, nextHref, result }: Props) {
  const t = await getTranslations("intake");
  const asked = INTAKE_QUESTIONS[question];
  if (isIntakeField(question) || asked.kind !== "photo") return null;
  const { photos } = intakeOf(page, shown);
  const own = photos.filter((photo) => photo.question === question).map(({ document }) => document);
  return (
    <>
      <UploadResult result={result} />
      <ClientMessages namespaces={["upload"]}>
        <UploadZone token={page.token} claimId={shown.claim.id} subject={asked.subject} kinds={["photo"]} />
      </ClientMessages>
      {own.length > 0 && <DocumentList documents={own} address={`/api/suivi/${page.token}/documents`} />}
      {/* Always there: a page that could not be refreshed must not keep who has just sent a photo. */}
      <div>
        <LinkButton href={nextHref} prefetch={false}>
          {t("continue")}
        </LinkButton>
      </div>
    </>
  );
}
