import { Image, StyleSheet, View } from "@react-pdf/renderer";
import type { ProofFacts } from "@/lib/evidence/document-facts";
import { MESSAGES } from "@/lib/i18n/messages";
import type { SellerIdentity } from "@/lib/sellers/legal-identity";
import { loadFonts } from "@/lib/server/pdf/fonts";
import { exactInstant } from "@/lib/server/pdf/french-format";
import { Facts, Heading, Paragraph } from "@/lib/server/pdf/letter-parts";
import { Paper } from "@/lib/server/pdf/paper";
import { readableCopy } from "@/lib/server/pdf/readable-text";
import { renderPaper } from "@/lib/server/pdf/render-paper";
import { legalLine, sellerBrand } from "@/lib/server/pdf/seller-brand";

const styles = StyleSheet.create({
  picture: { marginTop: 10, maxHeight: 640, objectFit: "contain", objectPosition: "0 0" },
});

/** What the sheet says of a proof of delivery, as plain data. Instants are told in `zone`. */
export type ProofSheet = {
  readonly seller: SellerIdentity;
  readonly orderNumber: string;
  readonly claimReference: string | null;
  readonly customerName: string;
  readonly facts: ProofFacts;
  readonly file: {
    readonly name: string;
    readonly sha256: string;
    readonly originalSha256: string;
    readonly receivedAt: Date;
    readonly sentAt: Date | null;
  };
  readonly zone: string;
  /** JPEG of the proof's first page, a few hundred kilobytes. */
  readonly picture: Buffer | null;
};

const WORDS = MESSAGES.fr.verdict;

/**
 * The sheet that goes with a proof of delivery: its facts in one place, and the hash by which anybody can tell that
 * the file beside it is the one that was sent. In French, as the other papers.
 */
export async function renderProofSheetPdf({ picture, file, ...sheet }: ProofSheet): Promise<Uint8Array> {
  await loadFonts();
  const printed = { ...readableCopy(sheet), file: { ...file, name: readableCopy(file.name) } };
  return renderPaper(() => <ProofSheetPaper sheet={{ ...printed, picture }} />);
}

function ProofSheetPaper({ sheet }: { readonly sheet: ProofSheet }) {
  const { seller, orderNumber, claimReference, customerName, file, zone, picture } = sheet;
  const at = (instant: Date) => exactInstant(instant, zone);
  return (
    <Paper
      title="Preuve de livraison"
      facts={[["Commande", orderNumber], ...(claimReference ? ([["Réclamation", claimReference]] as const) : [])]}
      brand={sellerBrand(seller)}
      footer={legalLine(seller)}
      createdAt={file.sentAt ?? file.receivedAt}
    >
      <Facts rows={[["Client", customerName], ...deliveryRows(sheet)]} />
      <Heading>Le fichier</Heading>
      <Facts
        rows={[
          ["Nom", file.name],
          ["Reçu le", at(file.receivedAt)],
          ["Envoyé au client le", file.sentAt ? at(file.sentAt) : undefined],
          ["Empreinte SHA-256", spaced(file.sha256)],
          ["Empreinte à l’arrivée", file.originalSha256 === file.sha256 ? undefined : spaced(file.originalSha256)],
        ]}
      />
      <Paragraph>
        L’empreinte permet à chacun de vérifier que le fichier est bien celui qui a été envoyé : un seul octet changé en
        donne une autre. Les faits ci-dessus sont déclarés par le vendeur d’après ce document.
      </Paragraph>
      {picture && (
        <View wrap={false}>
          <Heading>Première page du document</Heading>
          <Image src={{ data: picture, format: "jpg" }} style={styles.picture} />
        </View>
      )}
    </Paper>
  );
}

function deliveryRows({ facts, zone }: ProofSheet): (readonly [string, string | undefined])[] {
  const { place } = facts;
  const town = [place?.postcode, place?.city].filter(Boolean).join(" ");
  return [
    [WORDS.facts.carrier, facts.carrier],
    [WORDS.facts.trackingNumber, facts.trackingNumber],
    [WORDS.facts.deliveredAt, facts.deliveredAt && exactInstant(new Date(facts.deliveredAt), zone)],
    [WORDS.facts.placeName, [place?.name, town, place?.country].filter(Boolean).join(", ")],
    [WORDS.facts.recipient, facts.recipient],
    [WORDS.facts.signatory, facts.signatory],
    [WORDS.facts.evidenceKind, facts.evidenceKind && WORDS.evidenceKinds[facts.evidenceKind]],
    [WORDS.facts.status, facts.status && WORDS.statedStatuses[facts.status]],
  ];
}

/** In groups of eight, to be read aloud and broken over lines. */
function spaced(hash: string): string {
  return hash.replace(/(.{8})(?=.)/g, "$1 ");
}
