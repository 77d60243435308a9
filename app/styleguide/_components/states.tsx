import { Inbox, MessageSquareWarning } from "lucide-react";
import { OriginBadge } from "@/app/_components/origin-badge";
import { Alert } from "@/app/_components/ui/alert";
import { Badge, Count, StatusBadge } from "@/app/_components/ui/badge";
import { Button } from "@/app/_components/ui/button";
import { Card, Section } from "@/app/_components/ui/card";
import { Dialog } from "@/app/_components/ui/dialog";
import { Disclosure } from "@/app/_components/ui/disclosure";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { Figure, FigureGrid } from "@/app/_components/ui/figure";
import { ProgressBar } from "@/app/_components/ui/progress-bar";
import { Skeleton } from "@/app/_components/ui/skeleton";
import { TONES } from "@/app/_components/ui/tone";
import { ToastSamples } from "./toast-samples";

const WORDS = {
  late: "En retard",
  urgent: "Aujourd’hui",
  soon: "Demain",
  fine: "À l’heure",
  info: "Suspendu",
  neutral: "Clos",
};

export function States() {
  return (
    <>
      <Section id="etats" title="États">
        <div className="flex flex-wrap items-center gap-2">
          {TONES.map((tone) => (
            <StatusBadge key={tone} tone={tone}>
              {WORDS[tone]}
            </StatusBadge>
          ))}
          <StatusBadge tone="urgent" icon={MessageSquareWarning}>
            Contesté
          </StatusBadge>
          <Badge>Agent</Badge>
          <Count value={12} words="12 réclamations" />
        </div>
        <div className="mt-3 flex flex-wrap gap-2">
          <OriginBadge origin="law:C. conso. L221-18" />
          <OriginBadge origin="contract:situations" />
          <OriginBadge origin="assumed:situations" />
        </div>
        <div className="mt-4 grid gap-3 md:grid-cols-3">
          {TONES.map((tone) => (
            <Card key={tone} tone={tone}>
              Carte « {WORDS[tone].toLowerCase()} »
            </Card>
          ))}
        </div>
      </Section>
      <Section id="messages" title="Messages">
        <div className="grid gap-3">
          <Alert title="Pour information">Le délai est suspendu jusqu’au retour du produit.</Alert>
          <Alert kind="success" title="Réponse envoyée">
            Le délai est tenu.
          </Alert>
          <Alert
            kind="warning"
            title="La preuve contredit la commande"
            actions={<Button size="small">Comparer</Button>}
          >
            Le numéro de colis n’est pas celui de la commande.
          </Alert>
          <Alert kind="danger" title="Rien n’a été envoyé">
            Le service de courrier ne répond pas.
          </Alert>
          <ToastSamples />
        </div>
      </Section>
      <Section id="chiffres" title="Chiffres et progrès">
        <FigureGrid>
          <Figure
            label="Réponses à temps"
            value="97,5 %"
            sample="sur 118 délais échus"
            hint="entre 93 et 99 %"
            tone="fine"
            toneWords="en hausse"
          />
          <Figure
            label="En retard"
            value="3"
            sample="dont 1 depuis plus de 2 jours"
            tone="late"
            toneWords="à traiter"
          />
          <Figure label="Temps de réponse médian" value="3 h 20" sample="118 réponses" />
          <Figure label="Sans donnée" value="–" sample="aucun délai échu" />
        </FigureGrid>
        <div className="mt-4 grid gap-4">
          <ProgressBar id="progres" label="Import des commandes" value={4200} max={10000} words="4 200 sur 10 000" />
          <ProgressBar id="attente" label="Lecture du fichier" words="durée inconnue" tone="neutral" />
        </div>
      </Section>
      <Section id="vides" title="Attente, vide, détails">
        <div className="grid gap-4 md:grid-cols-2">
          <Skeleton lines={5} />
          <EmptyState
            icon={Inbox}
            title="Aucune réclamation à traiter"
            actions={<Button variant="secondary">Voir les closes</Button>}
          >
            Les nouvelles demandes arrivent ici, la plus pressante en premier.
          </EmptyState>
        </div>
        <Disclosure summary="Comment ce délai est compté">Le jour de la demande ne compte pas.</Disclosure>
        <Dialog trigger="Ouvrir une fenêtre" title="Clore la réclamation">
          <p>Le client pourra la rouvrir.</p>
        </Dialog>
      </Section>
    </>
  );
}
