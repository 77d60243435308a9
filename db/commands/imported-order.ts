import type { AffectedClock } from "@/db/commands/delivery-clocks";
import type { AbovePaid } from "@/db/commands/record-refund";
import type { Actor } from "@/lib/auth/scope";
import type { Instant } from "@/lib/calendar/instant";
import type { OrderBody } from "@/lib/orders/schema";
import type { OrderWarning } from "@/lib/orders/warnings";
import type { Refusal } from "@/lib/outcome";

export type OrderEntry = { readonly number: string; readonly body: OrderBody };

export type OrderImport = {
  readonly sellerId: string;
  readonly actor: Actor;
  readonly now: Instant;
  /** Where an order comes from when its body does not say. */
  readonly channel: string;
  /** Nothing in an order may lie after this instant. */
  readonly latest: Instant;
};

export type ImportedOrder = {
  readonly orderId: string;
  readonly number: string;
  readonly result: "created" | "updated" | "unchanged";
  readonly warnings: readonly OrderWarning[];
  readonly affectedClocks: readonly AffectedClock[];
};

export type OrderRefusal =
  | Refusal<"invalid">
  | (Refusal<"order_invoiced"> & { readonly invoice: string })
  | (Refusal<"refund_above_paid"> & { readonly above: AbovePaid })
  | (Refusal<"order_line_in_use"> & { readonly lines: readonly string[] });

export type EntryOutcome = { readonly ok: true; readonly value: ImportedOrder } | OrderRefusal;

/** An entry on its way: checked, hashed, and matched with the order it changes. */
export type PreparedOrder = OrderEntry & {
  readonly orderId: string | undefined;
  readonly hash: string;
  readonly channel: string;
};
