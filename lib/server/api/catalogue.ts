import type { Operation } from "@/lib/server/api/operation";
import * as orders from "@/lib/server/api/operations/orders";

/** Every operation of `/api/v1`, in the order of the document. */
export const OPERATIONS: readonly Operation[] = [...Object.values(orders)];
