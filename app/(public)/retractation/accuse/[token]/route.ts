import { findMarketplace } from "@/db/queries/marketplace";
import { toDate } from "@/lib/calendar/instant";
import { renderWithdrawalAcknowledgementPdf } from "@/lib/server/pdf/withdrawal-acknowledgement";
import { STATEMENT_ZONE } from "@/lib/server/public-claim";
import { entryScope } from "@/lib/server/scope";
import { findStatement } from "@/lib/server/withdrawal-statement";

type Address = { params: Promise<{ token: string }> };

/** The acknowledgement on a durable medium, for whoever holds its address. */
export async function GET(_request: Request, { params }: Address): Promise<Response> {
  const { token } = await params;
  const [statement, marketplace] = await Promise.all([findStatement(token), findMarketplace(entryScope())]);
  if (!statement) return new Response(null, { status: 404 });
  const { sentAt, reference, ...typed } = statement;
  const pdf = await renderWithdrawalAcknowledgementPdf({
    marketplaceName: marketplace?.name ?? "",
    reference,
    statement: typed,
    sentAt: toDate(sentAt),
    timeZone: STATEMENT_ZONE,
  });
  return new Response(new Uint8Array(pdf), {
    headers: {
      "content-type": "application/pdf",
      "content-disposition": `attachment; filename="retractation-${reference}.pdf"`,
      "cache-control": "private, no-store",
      "x-robots-tag": "noindex",
    },
  });
}
