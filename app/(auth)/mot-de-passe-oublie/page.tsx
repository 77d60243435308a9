import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/app/_components/ui/action-form";
import { Card } from "@/app/_components/ui/card";
import { PageHeader } from "@/app/_components/ui/page-header";
import { SubmitButton } from "@/app/_components/ui/submit-button";
import { TextField } from "@/app/_components/ui/text-field";
import { forgottenPasswordAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("auth.forgotten"))("title") };
}

export default async function ForgottenPasswordPage() {
  const t = await getTranslations("auth");
  return (
    <>
      <PageHeader title={t("forgotten.title")} lead={t("forgotten.lead")} />
      <Card>
        <ActionForm
          id="oubli"
          action={forgottenPasswordAction}
          labels={{ email: t("email") }}
          done={t("forgotten.sent")}
          className="grid gap-stack"
        >
          <TextField name="email" type="email" label={t("email")} autoComplete="username" required />
          <div>
            <SubmitButton>{t("forgotten.submit")}</SubmitButton>
          </div>
        </ActionForm>
      </Card>
      <p className="mt-6">
        <Link href="/connexion" className="prose-link inline-flex min-h-11 items-center">
          {t("forgotten.back")}
        </Link>
      </p>
    </>
  );
}
