import { z } from "zod";
import type { UploadTarget } from "@/db/commands/documents";
import type { CustomerScope, SellerScope } from "@/lib/auth/scope";
import { DOCUMENT_KINDS } from "@/lib/evidence/document";
import { PHOTO_SUBJECTS, type PhotoSubject } from "@/lib/evidence/document-facts";

/** What every upload says before its first byte: to what it belongs, and by which right. */
export const uploadIntentSchema = z.object({
  /** A customer's link; without it the right is the session's. */
  token: z.string().max(200).optional(),
  claimId: z.uuid().optional(),
  orderId: z.uuid().optional(),
  kind: z.enum(DOCUMENT_KINDS),
  /** What a photo shows, when it answers a question. */
  subject: z.enum(PHOTO_SUBJECTS).optional(),
  /** The document a cut upload belongs to. */
  resume: z.uuid().optional(),
});
export type UploadIntent = z.output<typeof uploadIntentSchema>;

/** The facts a file is announced with. */
export function factsOf({ kind, subject }: UploadIntent): { readonly subject: PhotoSubject } | undefined {
  return kind === "photo" && subject ? { subject } : undefined;
}

/** How the two kinds of sender prove who they are; a proof is asked for once per request. */
export type UploadVisitor = {
  readonly seller: () => Promise<SellerScope | undefined>;
  readonly customer: (token: string) => Promise<CustomerScope | undefined>;
};

export type AuthorisedUpload = { readonly scope: SellerScope | CustomerScope; readonly target: UploadTarget };

/** Undefined when there is no right at all; whether the target is theirs is asked by the command, on the row itself. */
export async function authoriseUpload(
  visitor: UploadVisitor,
  intent: UploadIntent,
): Promise<AuthorisedUpload | undefined> {
  const scope = intent.token === undefined ? await visitor.seller() : await visitor.customer(intent.token);
  const target = scope && targetOf(intent, scope);
  return scope && target ? { scope, target } : undefined;
}

function targetOf(intent: UploadIntent, scope: SellerScope | CustomerScope): UploadTarget | undefined {
  if (intent.claimId) return { kind: "claim", claimId: intent.claimId };
  if (scope.kind === "customer") return { kind: "order", orderId: scope.orderId };
  return intent.orderId ? { kind: "order", orderId: intent.orderId } : undefined;
}
