import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { PublicShell } from "@/app/_components/public-shell";
import { ActionForm } from "@/app/_components/ui/action-form";
import { Card } from "@/app/_components/ui/card";
import { PageHeader } from "@/app/_components/ui/page-header";
import { SubmitButton } from "@/app/_components/ui/submit-button";
import { TextField } from "@/app/_components/ui/text-field";
import { openLetterAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("letterCode"))("title"), robots: { index: false } };
}

/** Where the code of a letter is typed, by who was given no link by mail. */
export default async function LetterPage() {
  const t = await getTranslations("letterCode");
  return (
    <PublicShell>
      <div className="max-w-3xl text-[1.0625rem]">
        <PageHeader title={t("title")} lead={t("lead")} />
        <Card>
          <ActionForm
            id="lettre"
            action={openLetterAction}
            labels={{ code: t("code") }}
            reasons={{ rate_limited: t("rate_limited"), code_unknown: t("code_unknown") }}
            sentences={{ code_unknown: t("code_check") }}
            className="grid gap-6"
          >
            <TextField
              name="code"
              label={t("code")}
              hint={t("code_hint")}
              autoComplete="off"
              autoCapitalize="characters"
              spellCheck={false}
              maxLength={40}
              width="half"
              required
            />
            <div>
              <SubmitButton size="large">{t("submit")}</SubmitButton>
            </div>
          </ActionForm>
        </Card>
        <p className="mt-6">
          <Link href="/lien-perdu" className="prose-link inline-flex min-h-11 items-center">
            {t("by_mail")}
          </Link>
        </p>
      </div>
    </PublicShell>
  );
}
