import { genUploader } from "uploadthing/client";
import { z } from "zod";
import type { DocumentKind } from "@/lib/evidence/document";
import type { PhotoSubject } from "@/lib/evidence/document-facts";
import { type UploadReason, uploadReason } from "@/lib/evidence/upload-reason";
import type { UploadRouter } from "@/lib/server/upload/router";

/** To what the files belong, and by which right: the page's own session, or the token of a customer's link. */
export type UploadIntent = {
  readonly claimId?: string | undefined;
  readonly orderId?: string | undefined;
  readonly token?: string | undefined;
  readonly kind: DocumentKind;
  /** What a photo shows, when it answers a question. */
  readonly subject?: PhotoSubject | undefined;
};

export type SendOutcome =
  | { readonly kind: "received"; readonly documentId: string }
  | { readonly kind: "refused"; readonly reason: UploadReason }
  /** The connection was lost: what has arrived is kept under the announced document. */
  | { readonly kind: "cut" };

export type Sending = {
  /** The document of an earlier attempt, to go on with. */
  readonly resume: string | undefined;
  readonly signal: AbortSignal;
  readonly onAnnounced: (documentId: string) => void;
  /** From 0 to 100. */
  readonly onProgress: (percent: number) => void;
};

/** One attempt at sending one file, from where the last one stopped. */
export async function sendFile(file: File, intent: UploadIntent, sending: Sending): Promise<SendOutcome> {
  const { resume, signal, onAnnounced, onProgress } = sending;
  const { uploadFiles } = genUploader<UploadRouter>({ fetch: listening(onAnnounced) });
  try {
    const [sent] = await uploadFiles("document", {
      files: [file],
      input: { ...intent, resume },
      signal,
      onUploadProgress: ({ progress }) => onProgress(Math.min(100, progress)),
    });
    return sent ? { kind: "received", documentId: sent.serverData.documentId } : { kind: "cut" };
  } catch (error) {
    return outcomeOf(error, resume);
  }
}

const announcementSchema = z.tuple([z.object({ customId: z.uuid() })]);

/** The client keeps the identifier it is given to itself; whoever wants to resume must listen. */
function listening(onAnnounced: (documentId: string) => void): typeof fetch {
  return async (input, init) => {
    const response = await fetch(input, init);
    if (init?.method === "POST" && response.ok) {
      const announced = announcementSchema.safeParse(await response.clone().json());
      if (announced.success) onAnnounced(announced.data[0].customId);
    }
    return response;
  };
}

const failureSchema = z.object({
  message: z.string().optional().catch(undefined),
  data: z.object({ error: z.string() }).optional().catch(undefined),
});

function outcomeOf(error: unknown, resume: string | undefined): SendOutcome {
  const failure = failureSchema.safeParse(error);
  const reason = failure.success
    ? (uploadReason(failure.data.message) ?? uploadReason(failure.data.data?.error))
    : undefined;
  if (reason === "already_received" && resume) return { kind: "received", documentId: resume };
  if (reason === undefined || reason === "broken_form") return { kind: "cut" };
  return { kind: "refused", reason };
}
