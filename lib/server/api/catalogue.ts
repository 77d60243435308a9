import type { Operation } from "@/lib/server/api/operation";
import * as claimActs from "@/lib/server/api/operations/claim-acts";
import * as claimLife from "@/lib/server/api/operations/claim-life";
import * as claims from "@/lib/server/api/operations/claims";
import * as compliance from "@/lib/server/api/operations/compliance";
import * as contests from "@/lib/server/api/operations/contests";
import * as invoices from "@/lib/server/api/operations/invoices";
import * as mails from "@/lib/server/api/operations/mails";
import * as orderDeeds from "@/lib/server/api/operations/order-deeds";
import * as orders from "@/lib/server/api/operations/orders";
import * as takenBack from "@/lib/server/api/operations/taken-back";

/** Every operation of `/api/v1`, in the order of the document. */
export const OPERATIONS: readonly Operation[] = [
  ...Object.values(orders),
  ...Object.values(orderDeeds),
  ...Object.values(claims),
  ...Object.values(claimActs),
  ...Object.values(claimLife),
  ...Object.values(takenBack),
  ...Object.values(contests),
  ...Object.values(invoices),
  ...Object.values(mails),
  ...Object.values(compliance),
];
