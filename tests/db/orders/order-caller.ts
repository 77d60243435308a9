import { GET, PUT } from "@/app/api/v1/orders/[number]/route";
import { openClaim } from "@/db/commands/open-claim";
import { instant } from "@/lib/calendar/instant";
import type { Situation } from "@/lib/claims/claim";
import { callApi, makeApiKey } from "../../support/api";
import { makeSeller } from "../../support/factory";
import { orderBody } from "../../support/order-body";
import type { TestDatabase } from "../../support/test-database";

export const NOW = instant("2026-11-23T09:00:00Z");

const [first] = orderBody().parcels ?? [];
if (!first) throw new Error("the body of tests has a parcel");
export const parcel = first;

export type OrderCaller = Awaited<ReturnType<typeof orderCaller>>;

/** A seller of its own, and the calls its system makes about orders. */
export async function orderCaller(db: TestDatabase) {
  const seller = await makeSeller();
  const key = await makeApiKey(db.superuser, { sellerId: seller.id });

  const put = (body: unknown, query = "", number = "CMD-1") =>
    callApi(PUT, { key, method: "PUT", path: `/orders/${number}${query}`, params: { number }, body });
  const get = (number = "CMD-1") => callApi(GET, { key, path: `/orders/${number}`, params: { number } });

  async function events() {
    const rows = await db.superuser`
      select e.type, p.payload from events e join event_payloads p using (stream_kind, stream_id, seq)
      where stream_kind = 'seller' and stream_id = ${seller.id} order by seq`;
    return rows.map((row) => ({ type: row.type, payload: JSON.parse(row.payload) }));
  }

  async function openOn(situation: Situation, statementSentAt: string, lines?: { lineId: string; quantity: number }[]) {
    const input = {
      orderNumber: "CMD-1",
      situation,
      message: "Bonjour.",
      statementSentAt: instant(statementSentAt),
      lines,
    };
    const opened = await openClaim(seller.scope, { input, recordedBy: "seller", locale: "fr" }, NOW);
    if (!opened.ok) throw new Error(opened.reason);
    return opened.value.claimId;
  }

  return { seller, put, get, events, openOn };
}
