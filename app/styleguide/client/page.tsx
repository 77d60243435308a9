import { notFound } from "next/navigation";
import { CustomerShell } from "@/app/_components/customer-shell";
import { ActionForm } from "@/app/_components/ui/action-form";
import { Alert } from "@/app/_components/ui/alert";
import { Section } from "@/app/_components/ui/card";
import { PageHeader } from "@/app/_components/ui/page-header";
import { SubmitButton } from "@/app/_components/ui/submit-button";
import { TextareaField } from "@/app/_components/ui/text-field";
import { sampleAction } from "../actions";

export const metadata = { title: "Pages du client", robots: { index: false } };

/** The frame of the customer's pages. Development only; its sample words are not translated. */
export default function CustomerStyleguidePage() {
  if (process.env.NODE_ENV === "production") notFound();
  return (
    <CustomerShell
      marketplaceName="Place des Artisans"
      contact="Maison Durand, 12 rue des Lilas, 75011 Paris · 01 23 45 67 89"
      footerLinks={[
        { href: "/mentions", label: "Mentions légales" },
        { href: "/retractation", label: "Me rétracter" },
      ]}
    >
      <PageHeader
        eyebrow="R-2026-000123"
        title="Votre colis n’est pas arrivé"
        lead="Le vendeur doit vous répondre au plus tard vendredi 27 novembre."
      />
      <div className="grid gap-5">
        <Alert kind="info" title="Prochaine étape">
          Le vendeur vous répond, ou la place de marché prend le relais.
        </Alert>
        <Section id="repondre" title="Écrire au vendeur">
          <ActionForm id="message" action={sampleAction} className="grid gap-stack">
            <TextareaField name="text" label="Votre message" required />
            <div>
              <SubmitButton size="large">Envoyer</SubmitButton>
            </div>
          </ActionForm>
        </Section>
      </div>
    </CustomerShell>
  );
}
