import { StatusBadge } from "@/app/_components/ui/badge";
import { Section } from "@/app/_components/ui/card";
import { Pagination } from "@/app/_components/ui/pagination";
import { type Column, Table } from "@/app/_components/ui/table";
import { Tabs } from "@/app/_components/ui/tabs";
import { TimeLeft } from "@/app/_components/ui/time-left";
import type { Tone } from "@/app/_components/ui/tone";

type Row = {
  readonly id: string;
  readonly customer: string;
  readonly tone: Tone;
  readonly left: string;
  readonly date: string;
  readonly amount: string;
};

const ROWS: readonly Row[] = [
  {
    id: "R-000123",
    customer: "Jeanne M.",
    tone: "late",
    left: "en retard de 3 h",
    date: "vendredi 20 novembre, minuit",
    amount: "49,90 €",
  },
  {
    id: "R-000124",
    customer: "Karim B.",
    tone: "urgent",
    left: "dans 5 h",
    date: "lundi 23 novembre, minuit",
    amount: "1 234,50 €",
  },
  {
    id: "R-000125",
    customer: "Anne-Sophie de L.",
    tone: "fine",
    left: "dans 6 jours",
    date: "lundi 30 novembre, minuit",
    amount: "12,00 €",
  },
];

const COLUMNS: readonly Column<Row>[] = [
  {
    key: "id",
    header: "Référence",
    isRowHeader: true,
    cell: (row) => (
      <a href="#listes" className="prose-link">
        {row.id}
      </a>
    ),
  },
  {
    key: "left",
    header: "Temps restant",
    cell: (row) => <TimeLeft tone={row.tone} words={row.left} date={row.date} dateTime="2026-11-24" />,
  },
  { key: "customer", header: "Client", cell: (row) => row.customer },
  { key: "state", header: "État", cell: (row) => <StatusBadge tone={row.tone}>À traiter</StatusBadge> },
  { key: "amount", header: "Montant", align: "end", cell: (row) => row.amount },
];

export function Lists() {
  return (
    <Section id="listes" title="Listes">
      <Tabs
        label="Vues"
        tabs={[
          { href: "#listes", label: "À traiter", isCurrent: true, count: { value: 12, words: "12 réclamations" } },
          {
            href: "#attente",
            label: "En attente du client",
            isCurrent: false,
            count: { value: 4, words: "4 réclamations" },
          },
          { href: "#closes", label: "Closes", isCurrent: false },
        ]}
      />
      <Table caption="Réclamations à traiter" hideCaption columns={COLUMNS} rows={ROWS} rowKey={(row) => row.id} />
      <Pagination label="Réclamations" previousHref="#listes" nextHref="#listes" position="51 à 100 sur 214" />
      <div className="mt-6">
        <Table caption="Chiffres côte à côte" narrow="scroll" columns={COLUMNS} rows={ROWS} rowKey={(row) => row.id} />
      </div>
    </Section>
  );
}
