import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { PublicShell } from "@/app/_components/public-shell";
import { ActionForm } from "@/app/_components/ui/action-form";
import { Card } from "@/app/_components/ui/card";
import { RadioGroup } from "@/app/_components/ui/choice-field";
import { PageHeader } from "@/app/_components/ui/page-header";
import { SubmitButton } from "@/app/_components/ui/submit-button";
import { TextareaField, TextField } from "@/app/_components/ui/text-field";
import { SITUATIONS } from "@/lib/claims/claim";
import { CarriedField } from "../_components/carried-field";
import { IdentityFields } from "../_components/identity-fields";
import { WhatNext } from "./_components/what-next";
import { submitClaimAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("publicClaim"))("title") };
}

type Props = { readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>> };

/** Where a customer without a link reports a problem. One page, in the order one would tell it. */
export default async function PublicClaimPage({ searchParams }: Props) {
  const [t, { commande }] = await Promise.all([getTranslations("publicClaim"), searchParams]);
  return (
    <PublicShell>
      <PageHeader title={t("title")} lead={t("lead")} />
      <div className="grid items-start gap-8 text-[1.0625rem] lg:grid-cols-[minmax(0,1fr)_20rem]">
        <Card>
          <ActionForm
            id="reclamation"
            action={submitClaimAction}
            reasons={{ rate_limited: t("rate_limited") }}
            labels={{
              situation: t("situation"),
              orderNumber: t("order_number"),
              email: t("email"),
              name: t("name"),
              postcode: t("postcode"),
              message: t("message"),
            }}
            className="grid gap-8"
          >
            <CarriedField name="opened" />
            <RadioGroup
              name="situation"
              legend={t("situation")}
              look="cards"
              choices={SITUATIONS.map((situation) => ({
                value: situation,
                label: t(`situations.${situation}.title`),
                hint: t(`situations.${situation}.hint`),
              }))}
            />
            <TextField
              name="orderNumber"
              label={t("order_number")}
              hint={t("order_number_hint")}
              defaultValue={typeof commande === "string" ? commande.slice(0, 100) : undefined}
              maxLength={100}
              autoComplete="off"
              width="half"
              required
            />
            <IdentityFields />
            <TextareaField name="message" label={t("message")} hint={t("message_hint")} rows={7} required />
            <div className="grid gap-3">
              <p className="text-ink-muted">
                {t("privacy")}{" "}
                <Link href="/confidentialite" className="prose-link">
                  {t("privacy_link")}
                </Link>
              </p>
              <div>
                <SubmitButton size="large">{t("submit")}</SubmitButton>
              </div>
            </div>
          </ActionForm>
        </Card>
        <WhatNext />
      </div>
    </PublicShell>
  );
}
