import type { Remedy } from "@/lib/replies/remedy";

/** What the customer says to an answer through the link. */
export type ReplyAnswer =
  | { readonly kind: "accepted" }
  | { readonly kind: "refused" }
  | { readonly kind: "chosen"; readonly remedy: Remedy };
