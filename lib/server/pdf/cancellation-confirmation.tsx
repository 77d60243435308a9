import type { IsoDate } from "@/lib/calendar/civil-day";
import type { SellerIdentity } from "@/lib/sellers/legal-identity";
import { loadFonts } from "@/lib/server/pdf/fonts";
import { longDay, money, shortDay } from "@/lib/server/pdf/french-format";
import { Facts, Heading, Items, type PaperItem, Paragraph } from "@/lib/server/pdf/letter-parts";
import { Paper } from "@/lib/server/pdf/paper";
import { readableCopy } from "@/lib/server/pdf/readable-text";
import { renderPaper } from "@/lib/server/pdf/render-paper";
import { legalLine, sellerBrand } from "@/lib/server/pdf/seller-brand";

/** A refund of everything paid, delivery included, or nothing to pay back because nothing was taken. */
type CancellationRefund =
  | { readonly kind: "refund"; readonly amountCents: number; readonly currency: string; readonly noLaterThan: IsoDate }
  | { readonly kind: "nothing_debited" };

export type CancellationConfirmation = {
  readonly seller: SellerIdentity;
  readonly orderNumber: string;
  readonly orderPlacedOn: IsoDate;
  readonly customerName: string;
  readonly items: readonly PaperItem[];
  readonly cancelledOn: IsoDate;
  readonly refund: CancellationRefund;
  readonly createdAt: Date;
};

/** Confirms to a customer that the order is cancelled before dispatch, and what is paid back. */
export async function renderCancellationPdf({ createdAt, ...paper }: CancellationConfirmation): Promise<Uint8Array> {
  await loadFonts();
  const printed = readableCopy(paper);
  return renderPaper(() => <CancellationPaper paper={{ ...printed, createdAt }} />);
}

function CancellationPaper({ paper }: { readonly paper: CancellationConfirmation }) {
  const { seller, orderNumber, orderPlacedOn, customerName, items, cancelledOn, refund, createdAt } = paper;
  return (
    <Paper
      title="Confirmation d’annulation"
      facts={[
        ["Commande", orderNumber],
        ["Annulée le", shortDay(cancelledOn)],
      ]}
      brand={sellerBrand(seller)}
      footer={legalLine(seller)}
      createdAt={createdAt}
    >
      <Facts
        rows={[
          ["Client", customerName],
          ["Commande passée le", longDay(orderPlacedOn)],
          ["Annulée le", longDay(cancelledOn)],
        ]}
      />
      <Paragraph>
        {`Nous vous confirmons l’annulation de votre commande n° ${orderNumber}. Elle n’a pas été expédiée et ne le sera pas.`}
      </Paragraph>
      <Heading>Articles annulés</Heading>
      <Items items={items} />
      <Heading>Remboursement</Heading>
      <Paragraph>{refundSentence(refund)}</Paragraph>
    </Paper>
  );
}

function refundSentence(refund: CancellationRefund): string {
  return refund.kind === "nothing_debited"
    ? "Rien n’a été débité : il n’y a donc rien à vous rembourser."
    : `Vous serez remboursé de ${money(refund.amountCents, refund.currency)}, frais de livraison compris, au plus tard le ${longDay(refund.noLaterThan)}, par le moyen de paiement que vous avez utilisé.`;
}
