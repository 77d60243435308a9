import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/app/_components/ui/action-form";
import { Alert } from "@/app/_components/ui/alert";
import { Card } from "@/app/_components/ui/card";
import { PageHeader } from "@/app/_components/ui/page-header";
import { SubmitButton } from "@/app/_components/ui/submit-button";
import { TextField } from "@/app/_components/ui/text-field";
import { safePath } from "@/lib/auth/safe-path";
import { currentViewer, homePath } from "@/lib/server/session";
import { signInAction } from "./actions";

type Props = { readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("auth.sign_in"))("title") };
}

export default async function SignInPage({ searchParams }: Props) {
  const [t, query, viewer] = await Promise.all([getTranslations("auth"), searchParams, currentViewer()]);
  const next = safePath(query.suite);
  if (viewer) redirect(next ?? homePath(viewer));
  return (
    <>
      <PageHeader title={t("sign_in.title")} lead={t("sign_in.lead")} />
      {query.etat === "deconnecte" && <Notice words={t("sign_in.signed_out")} />}
      {query.etat === "mot-de-passe" && <Notice words={t("sign_in.password_set")} />}
      <Card>
        <ActionForm
          id="connexion"
          action={signInAction}
          labels={{ email: t("email"), password: t("password") }}
          reasons={{
            wrong_credentials: t("sign_in.reasons.wrong_credentials"),
            locked: t("sign_in.reasons.locked"),
          }}
          className="grid gap-stack"
        >
          {next && <input type="hidden" name="suite" value={next} />}
          <TextField name="email" type="email" label={t("email")} autoComplete="username" required />
          <TextField
            name="password"
            type="password"
            label={t("password")}
            autoComplete="current-password"
            maxLength={200}
            required
          />
          <div className="flex flex-wrap items-center justify-between gap-3">
            <SubmitButton>{t("sign_in.submit")}</SubmitButton>
            <Link href="/mot-de-passe-oublie" className="prose-link inline-flex min-h-11 items-center">
              {t("sign_in.forgotten")}
            </Link>
          </div>
        </ActionForm>
      </Card>
      <p className="mt-6">
        <Link href="/reclamation" className="prose-link inline-flex min-h-11 items-center">
          {t("sign_in.customer")}
        </Link>
      </p>
    </>
  );
}

function Notice({ words }: { readonly words: string }) {
  return (
    <Alert kind="success" className="mb-stack">
      {words}
    </Alert>
  );
}
