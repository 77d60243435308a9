import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { PublicShell } from "@/app/_components/public-shell";
import { Alert } from "@/app/_components/ui/alert";
import { Section } from "@/app/_components/ui/card";
import { LinkButton } from "@/app/_components/ui/link-button";
import { PageHeader } from "@/app/_components/ui/page-header";
import { findMarketplace } from "@/db/queries/marketplace";
import { toDate } from "@/lib/calendar/instant";
import { formatInstant } from "@/lib/i18n/format";
import { readSigned } from "@/lib/server/first-submission";
import { STATEMENT_ZONE } from "@/lib/server/public-claim";
import { entryScope } from "@/lib/server/scope";
import { IntakeOffer, IntakeThanks } from "../_components/intake-offer";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("publicClaim.sent"))("title"), robots: { index: false } };
}

type Props = { readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>> };

/** The same words whether or not the order exists: they are all a stranger learns from the form. */
export default async function ClaimSentPage({ searchParams }: Props) {
  const [t, locale, { recu, suite, fait }, marketplace] = await Promise.all([
    getTranslations("publicClaim.sent"),
    getLocale(),
    searchParams,
    findMarketplace(entryScope()),
  ]);
  const sentAt = readSigned(recu);
  const name = marketplace?.name ?? "";
  return (
    <PublicShell>
      <PageHeader title={t("title")} />
      <div className="grid max-w-3xl gap-6 text-[1.0625rem]">
        <Alert kind="success">
          {sentAt && (
            <p className="font-semibold">{t("at", { at: formatInstant(toDate(sentAt), STATEMENT_ZONE, locale) })}</p>
          )}
          <p>{t("mail")}</p>
        </Alert>
        {fait === "precisions" && <IntakeThanks />}
        {typeof suite === "string" && <IntakeOffer ticket={suite} />}
        <Section id="rien-recu" title={t("nothing")}>
          <ul className="list-disc space-y-2 ps-5">
            <li>{t("nothing_steps.spam")}</li>
            <li>{t("nothing_steps.address")}</li>
            <li>{t("nothing_steps.wait", { marketplace: name })}</li>
            <li>{t("nothing_steps.again")}</li>
          </ul>
          {marketplace && (
            <p className="mt-3">{t("contact", { marketplace: name, contact: marketplace.contactEmail })}</p>
          )}
          <p className="mt-stack flex flex-wrap gap-3">
            <LinkButton href="/reclamation" variant="secondary">
              {t("again")}
            </LinkButton>
            <LinkButton href="/" variant="quiet">
              {t("home")}
            </LinkButton>
          </p>
        </Section>
      </div>
    </PublicShell>
  );
}
