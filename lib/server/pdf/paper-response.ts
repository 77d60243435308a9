import type { ReplyPaper } from "@/lib/replies/paper";

const NAMES = { return_slip: "bon-de-retour", cancellation: "confirmation-annulation" } as const satisfies Record<
  ReplyPaper,
  string
>;

/** A paper to open or keep; it belongs to one order, and no cache keeps it. */
export function paperResponse(
  { kind, bytes }: { readonly kind: ReplyPaper; readonly bytes: Uint8Array },
  orderNumber: string,
): Response {
  const name = `${NAMES[kind]}-${orderNumber.replace(/[^A-Za-z0-9._-]/g, "_")}.pdf`;
  return new Response(new Uint8Array(bytes), {
    headers: {
      "content-type": "application/pdf",
      "content-disposition": `attachment; filename="${name}"`,
      "cache-control": "private, no-store",
      "x-content-type-options": "nosniff",
      "x-robots-tag": "noindex",
    },
  });
}
