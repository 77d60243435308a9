import { getTranslations } from "next-intl/server";
import { Alert } from "@/app/_components/ui/alert";
import { Section } from "@/app/_components/ui/card";
import { LinkButton } from "@/app/_components/ui/link-button";
import { currentTime } from "@/lib/server/clock";
import { openIntakeTicket } from "@/lib/server/intake-ticket";
import { firstHref } from "../precisions/[ticket]/steps";

/** A few questions right after the form, for whoever just sent it. */
export async function IntakeOffer({ ticket }: { readonly ticket: string }) {
  const opened = await openIntakeTicket(ticket, currentTime());
  const href = opened && firstHref(ticket, opened);
  if (!opened || !href) return null;
  const t = await getTranslations("intake.sent");
  return (
    <Section id="precisions" title={t("title")}>
      <p className="mb-3">{t("lead", { count: opened.questions.length })}</p>
      <LinkButton href={href} prefetch={false}>
        {t("start")}
      </LinkButton>
    </Section>
  );
}

/** Said once something was answered; photos are given on the link, where they have an order to belong to. */
export async function IntakeThanks() {
  const t = await getTranslations("intake.sent");
  return (
    <Alert kind="success" title={t("thanks")}>
      {t("thanks_more")}
    </Alert>
  );
}
