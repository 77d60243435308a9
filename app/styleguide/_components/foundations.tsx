import { Download } from "lucide-react";
import { Button, type ButtonVariant } from "@/app/_components/ui/button";
import { Section } from "@/app/_components/ui/card";
import { LinkButton } from "@/app/_components/ui/link-button";

const SWATCHES = [
  ["page", "bg-page"],
  ["surface", "bg-surface"],
  ["sunken", "bg-sunken"],
  ["primary", "bg-primary"],
  ["primary-soft", "bg-primary-soft"],
  ["band", "bg-band"],
  ["accent", "bg-accent"],
  ["late", "bg-late"],
  ["urgent", "bg-urgent"],
  ["soon", "bg-soon"],
  ["fine", "bg-fine"],
  ["info", "bg-info"],
] as const;

const VARIANTS: readonly ButtonVariant[] = ["primary", "secondary", "quiet", "danger"];

export function Foundations() {
  return (
    <>
      <Section
        id="couleurs"
        title="Couleurs et lettres"
        lead="Les couleurs sont des jetons ; aucune ne porte seule un sens."
      >
        <ul className="grid grid-cols-2 gap-3 sm:grid-cols-4 lg:grid-cols-6">
          {SWATCHES.map(([name, look]) => (
            <li key={name}>
              <span className={`block h-12 rounded-md border border-line ${look}`} />
              <span className="text-sm">{name}</span>
            </li>
          ))}
        </ul>
        <p className="mt-4 text-4xl font-bold tracking-tight">Délai échu à minuit</p>
        <p className="text-2xl font-bold">Cœur, œuvre, Noël, Ærøskøbing, Łódź, Žižkov</p>
        <p>
          Texte courant avec{" "}
          <a href="#couleurs" className="prose-link">
            un lien
          </a>
          , 1 234,50 €, « guillemets », 24/11/2026.
        </p>
        <p className="text-ink-muted">Texte secondaire</p>
        <p className="text-sm text-ink-subtle">Texte discret</p>
      </Section>
      <Section
        id="boutons"
        title="Boutons"
        actions={
          <Button size="small" variant="secondary">
            Petit
          </Button>
        }
      >
        <div className="grid gap-3">
          {VARIANTS.map((variant) => (
            <div key={variant} className="flex flex-wrap items-center gap-3">
              <Button variant={variant}>Envoyer la réponse</Button>
              <Button variant={variant}>
                <Download aria-hidden />
                Avec icône
              </Button>
              <Button variant={variant} disabled>
                Indisponible
              </Button>
              <Button variant={variant} size="small">
                Petit
              </Button>
            </div>
          ))}
          <div className="flex flex-wrap gap-3">
            <Button size="large">Grand</Button>
            <LinkButton href="/situations" variant="secondary">
              Lien en bouton
            </LinkButton>
          </div>
        </div>
      </Section>
    </>
  );
}
