import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { findMarketplace } from "@/db/queries/marketplace";
import { entryScope } from "@/lib/server/scope";

/** What follows once the form is sent, and the two other ways that may be the right one. */
export async function WhatNext() {
  const t = await getTranslations("publicClaim");
  const marketplace = (await findMarketplace(entryScope()))?.name ?? "";
  return (
    <aside aria-labelledby="et-apres" className="grid gap-6">
      <section>
        <h2 id="et-apres" className="text-xl font-bold">
          {t("after")}
        </h2>
        <ol className="mt-2 list-decimal space-y-2 ps-5 text-ink-muted marker:font-bold marker:text-ink">
          <li>{t("after_steps.one")}</li>
          <li>{t("after_steps.two")}</li>
          <li>{t("after_steps.three", { marketplace })}</li>
        </ol>
      </section>
      <p className="border-t border-line pt-4">
        {t("withdraw")}
        <Link href="/retractation" className="prose-link flex min-h-11 items-center font-semibold">
          {t("withdraw_link")}
        </Link>
      </p>
      <p className="border-t border-line pt-4">
        {t("has_link")}
        <Link href="/lien-perdu" className="prose-link flex min-h-11 items-center font-semibold">
          {t("has_link_action")}
        </Link>
      </p>
    </aside>
  );
}
