import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Card } from "@/app/_components/ui/card";
import { LinkButton } from "@/app/_components/ui/link-button";
import { PageHeader } from "@/app/_components/ui/page-header";
import type { IntakeQuestionId } from "@/lib/claims/intake";

type Props = {
  readonly question: IntakeQuestionId;
  /** From 1, among those of the situation. */
  readonly place: number;
  readonly total: number;
  readonly skipHref: string;
  readonly endHref: string;
  readonly children: ReactNode;
};

/** One question on one screen: what is asked and why, the answer, and two ways to leave it aside. */
export async function StepFrame({ question, place, total, skipHref, endHref, children }: Props) {
  const t = await getTranslations("intake");
  return (
    <div className="max-w-2xl">
      <PageHeader
        eyebrow={t("step", { place, total })}
        title={t(`questions.${question}`)}
        lead={t(`why.${question}`)}
      />
      <Card className="grid grid-cols-1 gap-6 text-[1.0625rem]">{children}</Card>
      <div className="mt-4 flex flex-wrap gap-3">
        {skipHref !== endHref && (
          <LinkButton href={skipHref} variant="secondary" prefetch={false}>
            {t("skip")}
          </LinkButton>
        )}
        <LinkButton href={endHref} variant="quiet" prefetch={false}>
          {t("end")}
        </LinkButton>
      </div>
      <p className="mt-4 text-ink-muted">{t("optional")}</p>
    </div>
  );
}
