import { loadFonts } from "@/lib/server/pdf/fonts";
import { exactInstant } from "@/lib/server/pdf/french-format";
import { Facts, Heading, Paragraph } from "@/lib/server/pdf/letter-parts";
import { Paper } from "@/lib/server/pdf/paper";
import { readableCopy, readableLines } from "@/lib/server/pdf/readable-text";
import { renderPaper } from "@/lib/server/pdf/render-paper";

/** What the consumer typed, word for word; nothing that the order could tell is added. */
type WithdrawalStatement = {
  readonly name: string;
  readonly orderNumber: string;
  readonly email: string;
  readonly text: string;
};

export type WithdrawalAcknowledgement = {
  readonly marketplaceName: string;
  readonly reference: string;
  readonly statement: WithdrawalStatement;
  readonly sentAt: Date;
  /** IANA zone in which the instant is written. */
  readonly timeZone: string;
};

/**
 * Acknowledgement of a withdrawal statement on a durable medium: its content, the day and the time of its sending.
 *
 * @see Code de la consommation, art. L221-21 and D221-5; directive 2011/83/UE, art. 11 bis
 */
export async function renderWithdrawalAcknowledgementPdf(
  acknowledgement: WithdrawalAcknowledgement,
): Promise<Uint8Array> {
  await loadFonts();
  const { sentAt, ...words } = acknowledgement;
  const printed = readableCopy(words);
  const lines = readableLines(words.statement.text);
  return renderPaper(() => <AcknowledgementPaper acknowledgement={{ ...printed, sentAt }} lines={lines} />);
}

type PaperProps = { readonly acknowledgement: WithdrawalAcknowledgement; readonly lines: readonly string[] };

function AcknowledgementPaper({ acknowledgement, lines }: PaperProps) {
  const { marketplaceName, reference, statement, sentAt, timeZone } = acknowledgement;
  return (
    <Paper
      title="Accusé de réception"
      facts={[["Référence", reference]]}
      brand={{ name: marketplaceName, under: ["Déclaration de rétractation"] }}
      footer="Document établi automatiquement à l’envoi de la déclaration (C. consom., art. L221-21 et D221-5). Conservez-le."
      createdAt={sentAt}
    >
      <Paragraph>{`Votre déclaration de rétractation nous est parvenue le ${exactInstant(sentAt, timeZone)}.`}</Paragraph>
      <Facts
        rows={[
          ["Nom", statement.name],
          ["Commande", statement.orderNumber],
          ["Adresse électronique", statement.email],
          ["Envoyée le", exactInstant(sentAt, timeZone)],
        ]}
      />
      <Heading>Votre déclaration, telle que vous l’avez envoyée</Heading>
      <Paragraph>{lines.join("\n")}</Paragraph>
      <Heading>Et ensuite</Heading>
      <Paragraph>
        Cet accusé de réception prouve le contenu de votre déclaration, son jour et son heure. Il ne préjuge pas de la
        suite : le vendeur vous répond et, si la rétractation s’applique, vous indique où renvoyer les articles. Vous
        disposez alors de 14 jours à compter de votre déclaration pour les envoyer, et le vendeur de 14 jours pour vous
        rembourser ; il peut attendre d’avoir reçu les articles ou la preuve de leur envoi.
      </Paragraph>
    </Paper>
  );
}
