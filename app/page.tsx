import { ArrowRight, FileCheck2, ListChecks, Scale, Store, UserRound } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { CountedDays } from "./_components/counted-days";
import { PublicShell } from "./_components/public-shell";
import { Card } from "./_components/ui/card";
import { LinkButton } from "./_components/ui/link-button";

export default async function HomePage() {
  const t = await getTranslations("landing");
  return (
    <PublicShell>
      <div className="grid items-start gap-x-12 gap-y-8 lg:grid-cols-[1.05fr_1fr]">
        <div className="lg:pt-4">
          <h1 className="text-4xl font-bold tracking-tight text-balance md:text-5xl">{t("title")}</h1>
          <p className="mt-4 max-w-prose text-xl text-ink-muted">{t("lead")}</p>
          <div className="mt-7 grid gap-4 sm:grid-cols-2">
            <section aria-labelledby="client" className="border-t-4 border-accent pt-3">
              <h2 id="client" className="flex items-center gap-2 text-xl font-bold">
                <UserRound aria-hidden className="size-5 text-primary" />
                {t("customer.title")}
              </h2>
              <p className="mt-1 mb-4 text-ink-muted">{t("customer.text")}</p>
              <LinkButton href="/reclamation" size="large">
                {t("customer.action")}
              </LinkButton>
            </section>
            <section aria-labelledby="vendeur" className="border-t-4 border-primary pt-3">
              <h2 id="vendeur" className="flex items-center gap-2 text-xl font-bold">
                <Store aria-hidden className="size-5 text-primary" />
                {t("seller.title")}
              </h2>
              <p className="mt-1 mb-4 text-ink-muted">{t("seller.text")}</p>
              <LinkButton href="/connexion" variant="secondary" size="large">
                {t("seller.action")}
              </LinkButton>
            </section>
          </div>
        </div>
        <CountedDays />
      </div>
      <section aria-labelledby="principes" className="mt-14">
        <h2 id="principes" className="mb-4 text-2xl font-bold">
          {t("principles.title")}
        </h2>
        <ul className="grid gap-4 md:grid-cols-3">
          <Principle icon={ListChecks} title={t("principles.checked.title")} text={t("principles.checked.text")} />
          <Principle icon={FileCheck2} title={t("principles.proven.title")} text={t("principles.proven.text")} />
          <Principle icon={Scale} title={t("principles.sourced.title")} text={t("principles.sourced.text")} />
        </ul>
        <p className="mt-6">
          <LinkButton href="/situations" variant="quiet" className="-ms-4">
            {t("situations")}
            <ArrowRight aria-hidden />
          </LinkButton>
        </p>
      </section>
    </PublicShell>
  );
}

type PrincipleProps = { readonly icon: typeof Scale; readonly title: string; readonly text: string };

function Principle({ icon: Icon, title, text }: PrincipleProps) {
  return (
    <li>
      <Card className="h-full">
        <Icon aria-hidden className="mb-2 size-6 text-primary" />
        <h3 className="text-lg font-bold">{title}</h3>
        <p className="mt-1 text-ink-muted">{text}</p>
      </Card>
    </li>
  );
}
