import { z } from "zod";
import type { StoredEvent } from "@/lib/journal/verify";

/*
 * What a verification reads in payloads. The payload's hash was checked before: a text that does not fit is a bug.
 */

/** The events of this stream whose payloads an event says were erased. */
export function erasedSeqs(event: StoredEvent): readonly number[] {
  return event.type === "personal_data_erased" ? erasure.parse(JSON.parse(textOf(event))).seqs : [];
}

/** The root an event says was made. */
export function sealedRoot(event: StoredEvent) {
  return event.type === "journal_sealed" ? sealed.parse(JSON.parse(textOf(event))) : undefined;
}

/** A file the journal holds the hash of. */
export type JournaledFile = {
  readonly kind: "document" | "invoice";
  readonly id: string;
  readonly sha256: string;
};

/** The file an event says was kept with this hash. */
export function journaledFile(event: StoredEvent): JournaledFile | undefined {
  switch (event.type) {
    case "document_verified": {
      const { documentId, sha256 } = verified.parse(JSON.parse(textOf(event)));
      return { kind: "document", id: documentId, sha256 };
    }
    case "invoice_issued":
    case "credit_note_issued": {
      const { invoiceId, creditNoteId, pdfSha256 } = issued.parse(JSON.parse(textOf(event)));
      return { kind: "invoice", id: invoiceId ?? creditNoteId ?? "", sha256: pdfSha256 };
    }
    default:
      return undefined;
  }
}

/** The document an event says was erased. */
export function erasedDocument(event: StoredEvent): string | undefined {
  return event.type === "document_erased" ? erasedFile.parse(JSON.parse(textOf(event))).documentId : undefined;
}

const erasure = z.object({ seqs: z.array(z.number()) });
const sealed = z.object({ number: z.number(), hash: z.string() });
const verified = z.object({ documentId: z.string(), sha256: z.string() });
const issued = z.object({
  invoiceId: z.string().optional(),
  creditNoteId: z.string().optional(),
  pdfSha256: z.string(),
});
const erasedFile = z.object({ documentId: z.string() });

function textOf({ stream, seq, payload }: StoredEvent): string {
  if (!payload) throw new Error(`The payload of ${stream} #${seq} is never erased`);
  return payload.text;
}
