import { Mail, Package, StickyNote, UserRound } from "lucide-react";
import { getLocale } from "next-intl/server";
import type { CalendarDay } from "@/app/_components/ui/calendar-day";
import { Section } from "@/app/_components/ui/card";
import { DayStrip } from "@/app/_components/ui/day-strip";
import { DescriptionList } from "@/app/_components/ui/description-list";
import { MonthCalendar } from "@/app/_components/ui/month-calendar";
import { TimeLeft } from "@/app/_components/ui/time-left";
import { Timeline, type TimelineItem } from "@/app/_components/ui/timeline";

const DAYS: readonly CalendarDay[] = [
  { date: "2026-11-10", state: "start", note: "jour de la demande" },
  { date: "2026-11-11", state: "rest", note: "jour férié, ne compte pas" },
  { date: "2026-11-12", state: "counted", number: 1, note: "jour 1" },
  { date: "2026-11-13", state: "due", number: 2, note: "dernier jour" },
];

const ITEMS: readonly TimelineItem[] = [
  {
    id: "1",
    side: "other",
    icon: UserRound,
    who: "Jeanne M.",
    at: "2026-11-10T09:12:00Z",
    when: "mardi 10 novembre à 10 h 12",
    body: "Bonjour,\nje n’ai toujours pas reçu mon colis.",
  },
  {
    id: "2",
    side: "system",
    icon: Mail,
    who: "Accusé de réception envoyé",
    at: "2026-11-10T09:12:05Z",
    when: "mardi 10 novembre à 10 h 12",
  },
  {
    id: "3",
    side: "internal",
    icon: StickyNote,
    who: "Camille",
    at: "2026-11-10T10:00:00Z",
    when: "mardi 10 novembre à 11 h",
    badge: "Note interne",
    body: "Le transporteur a été appelé.",
  },
  {
    id: "4",
    side: "own",
    icon: Package,
    who: "Maison Durand",
    at: "2026-11-12T10:00:00Z",
    when: "jeudi 12 novembre à 11 h",
    body: "Votre colis a été remis le 9 novembre. La preuve est jointe.",
  },
];

export async function Moments() {
  const locale = await getLocale();
  return (
    <Section id="temps" title="Temps">
      <div className="grid gap-6 lg:grid-cols-2">
        <div className="grid content-start gap-4">
          <div className="flex flex-wrap gap-6">
            <TimeLeft
              tone="late"
              words="en retard de 3 h"
              date="vendredi 20 novembre, minuit"
              dateTime="2026-11-21T00:00:00+01:00"
            />
            <TimeLeft
              tone="urgent"
              words="dans 5 h"
              date="lundi 23 novembre, minuit"
              dateTime="2026-11-24T00:00:00+01:00"
            />
            <TimeLeft
              tone="soon"
              words="dans 38 h"
              date="mardi 24 novembre, minuit"
              dateTime="2026-11-25T00:00:00+01:00"
            />
            <TimeLeft
              tone="fine"
              words="dans 6 jours"
              date="lundi 30 novembre, minuit"
              dateTime="2026-12-01T00:00:00+01:00"
            />
          </div>
          <TimeLeft
            look="block"
            tone="urgent"
            words="dans 5 h"
            date="lundi 23 novembre, minuit (heure de Paris)"
            dateTime="2026-11-24T00:00:00+01:00"
          />
          <DayStrip label="Répondre" days={DAYS} locale={locale} />
          <DescriptionList
            facts={[
              { term: "Commande", value: "FR-2026-0042" },
              { term: "Livrée le", value: "lundi 9 novembre 2026" },
              { term: "Montant", value: "1 234,50 €" },
            ]}
          />
        </div>
        <MonthCalendar
          month="2026-11"
          days={DAYS}
          locale={locale}
          listed={({ first, last }) => ({ days: first.date, note: last.note ?? "" })}
        />
        <Timeline label="Conversation" items={ITEMS} />
      </div>
    </Section>
  );
}
