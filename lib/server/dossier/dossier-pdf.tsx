import { StyleSheet, Text, View } from "@react-pdf/renderer";
import type { ClaimPage } from "@/db/queries/claim-page";
import type { listClaimEvents } from "@/db/queries/journal";
import { correctedCalendars } from "@/lib/calendar/corrected-calendars";
import { type Instant, toDate } from "@/lib/calendar/instant";
import { localDay } from "@/lib/calendar/zone";
import { clockState } from "@/lib/deadlines/clock";
import { explainClock } from "@/lib/deadlines/explain";
import { formatBytes, formatDay, formatInstant } from "@/lib/i18n/format";
import { MESSAGES } from "@/lib/i18n/messages";
import { replyWording } from "@/lib/i18n/reply-wording";
import type { InclusionProof } from "@/lib/journal/proof";
import { situationTitle } from "@/lib/policy/situations";
import { replyParagraphs } from "@/lib/replies/rendered";
import { writeParagraphs } from "@/lib/replies/write";
import { loadFonts } from "@/lib/server/pdf/fonts";
import { Facts, Heading } from "@/lib/server/pdf/letter-parts";
import { Paper } from "@/lib/server/pdf/paper";
import { readableText } from "@/lib/server/pdf/readable-text";
import { renderPaper } from "@/lib/server/pdf/render-paper";
import { LINE, shared } from "@/lib/server/pdf/theme";

const words = MESSAGES.fr;

const styles = StyleSheet.create({
  entry: { marginTop: 6, paddingBottom: 6, borderBottomWidth: 0.5, borderBottomColor: LINE },
  row: { flexDirection: "row", columnGap: 8, paddingVertical: 2.5, borderBottomWidth: 0.5, borderBottomColor: LINE },
  number: { width: 22, textAlign: "right" },
  when: { width: 118 },
  what: { flexGrow: 1, flexBasis: 0 },
  who: { width: 120 },
  hash: { width: 76 },
});

type Told = Awaited<ReturnType<typeof listClaimEvents>>[number];

export type Dossier = {
  readonly page: ClaimPage;
  readonly events: readonly Told[];
  readonly inclusion: InclusionProof | null;
  readonly now: Instant;
};

/** What a mediator or a judge reads: in French, in the marketplace's zone, each fact with its instant. */
export async function renderDossierPdf(dossier: Dossier): Promise<Uint8Array> {
  await loadFonts();
  return renderPaper(() => dossierPaper(dossier));
}

function dossierPaper({ page, events, inclusion, now }: Dossier) {
  const { claim, marketplace, order, seller } = page;
  const at = (instant: Instant) => formatInstant(toDate(instant), marketplace.zone, "fr", "numeric");
  return (
    <Paper
      title="Dossier de réclamation"
      facts={[
        ["Réclamation", claim.reference],
        ["Établi le", at(now)],
      ]}
      brand={{ name: readableText(marketplace.name), under: [marketplace.contactEmail] }}
      footer={`Réclamation ${claim.reference}. Les heures sont celles de ${marketplace.zone}. verify.mjs, joint, dit si quoi que ce soit a été modifié.`}
      createdAt={toDate(now)}
    >
      <Facts
        rows={[
          ["Situation", situationTitle(claim.situation).fr],
          ["Vendeur", readableText(seller.name)],
          ["Client", readableText(order.order.customerName)],
          ["Commande", readableText(order.order.number)],
          ["Demande envoyée le", at(claim.statementSentAt)],
          ["Reçue par le vendeur le", at(claim.receivedAt)],
          ["État", words.claim.states[claim.state]],
          ["Règles appliquées", `version ${claim.policyVersion}`],
        ]}
      />
      <Clocks page={page} now={now} at={at} />
      <Conversation page={page} at={at} />
      <Documents page={page} at={at} />
      <Journal events={events} inclusion={inclusion} at={at} />
    </Paper>
  );
}

type At = (instant: Instant) => string;

function Clocks({ page, now, at }: { readonly page: ClaimPage; readonly now: Instant; readonly at: At }) {
  return (
    <View>
      <Heading>Délais</Heading>
      {page.clocks.map((clock) => {
        const { sentence } = explainClock(clock, {
          rule: page.policy.content.deadlines.rules[clock.kind],
          calendarOf: correctedCalendars(page.calendarOverrides, clock.calendarVersion),
          situation: page.claim.situation,
          contractOn: localDay(page.order.order.placedAt, clock.zone),
          readerZone: page.marketplace.zone,
        });
        const stopped = clock.stoppedAt ? `, arrêté le ${at(clock.stoppedAt)}` : "";
        return (
          <View key={clock.id} style={styles.entry} wrap={false}>
            <Text style={shared.strong}>
              {`${words.clock.kinds[clock.kind]} : ${words.clock.states[clockState(clock, now)]}${stopped}`}
            </Text>
            <Text>{readableText(sentence.fr)}</Text>
          </View>
        );
      })}
    </View>
  );
}

/** Messages and answers as they were read, oldest first; a seller's internal notes are not part of a dossier. */
function Conversation({ page, at }: { readonly page: ClaimPage; readonly at: At }) {
  const wording = replyWording("fr", page.marketplace.zone, words.solutions);
  const spoken = page.messages
    .filter(({ visibility }) => visibility === "conversation")
    .map(({ id, sentAt, author, body }) => ({ id, sentAt, who: authorName(page, author), lines: body.split(/\r?\n/) }));
  const answered = page.replies.flatMap(({ id, sentAt, status, content }) => {
    if (status !== "sent" || !sentAt) return [];
    const lines = writeParagraphs(replyParagraphs(content, page.context), wording).map(({ text }) => text);
    return [{ id, sentAt, who: `${page.seller.name}, réponse`, lines }];
  });
  const said = [...spoken, ...answered].sort((one, other) => one.sentAt.localeCompare(other.sentAt));
  return (
    <View>
      <Heading>Messages et réponses</Heading>
      {said.map(({ id, sentAt, who, lines }) => (
        <View key={id} style={styles.entry}>
          <Text style={shared.strong}>{`${readableText(who)}, le ${at(sentAt)}`}</Text>
          {lines.map((line, index) => (
            <Text key={`${id}-${String(index)}`}>{readableText(line)}</Text>
          ))}
        </View>
      ))}
    </View>
  );
}

function authorName(page: ClaimPage, author: ClaimPage["messages"][number]["author"]): string {
  if (author === "customer") return page.order.order.customerName;
  return author === "seller" ? page.seller.name : page.marketplace.name;
}

function Documents({ page, at }: { readonly page: ClaimPage; readonly at: At }) {
  const documents = page.documents.filter(({ claimId }) => claimId === page.claim.id);
  return (
    <View>
      <Heading>Documents</Heading>
      {documents.length + page.invoices.length === 0 && <Text>Aucun document.</Text>}
      {documents.map((document) => (
        <View key={document.id} style={styles.entry} wrap={false}>
          <Text style={shared.strong}>{readableText(document.fileName)}</Text>
          <Text>
            {[
              `reçu le ${at(document.uploadedAt)}`,
              formatBytes(document.sizeBytes, "fr"),
              document.sentAt ? `transmis au client le ${at(document.sentAt)}` : "non transmis",
              document.verdict ? `preuve : ${words.verdict.levels[document.verdict]}` : "",
            ]
              .filter(Boolean)
              .join(" · ")}
          </Text>
          {document.sha256 && <Text style={shared.small}>{`SHA-256 ${document.sha256}`}</Text>}
        </View>
      ))}
      {page.invoices.map(({ id, number, kind, issuedOn }) => (
        <Text key={id} style={styles.entry}>
          {`${kind === "invoice" ? "Facture" : "Avoir"} ${number} du ${formatDay(issuedOn, "fr", "numeric")}`}
        </Text>
      ))}
    </View>
  );
}

type JournalProps = Pick<Dossier, "events" | "inclusion"> & { readonly at: At };

function Journal({ events, inclusion, at }: JournalProps) {
  const sealed = inclusion
    ? `Scellé jusqu’à la ligne ${inclusion.leaf.seq} par la racine n° ${inclusion.root.number} du ${formatDay(inclusion.root.day, "fr", "numeric")} : ${inclusion.root.hash}`
    : "Pas encore scellé : la prochaine racine l’est la nuit suivante.";
  return (
    <View>
      <Heading>Journal</Heading>
      <Text style={shared.muted}>{sealed}</Text>
      {events.map((event) => (
        <View key={event.seq} style={styles.row} wrap={false}>
          <Text style={styles.number}>{String(event.seq)}</Text>
          <Text style={styles.when}>{at(event.at)}</Text>
          <Text style={styles.what}>
            {[words.journal.types[event.type], event.clockKind && words.clock.kinds[event.clockKind]]
              .filter(Boolean)
              .join(" : ")}
          </Text>
          <Text style={styles.who}>
            {readableText([event.actorName, words.journal.actors[event.actorKind]].filter(Boolean).join(", "))}
          </Text>
          <Text style={[styles.hash, shared.muted]}>{event.hash.slice(0, 12)}</Text>
        </View>
      ))}
    </View>
  );
}
