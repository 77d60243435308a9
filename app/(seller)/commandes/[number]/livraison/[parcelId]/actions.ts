"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { correctDelivery } from "@/db/commands/correct-delivery";
import { instantSchema } from "@/lib/calendar/schema";
import { orderNumberSchema } from "@/lib/orders/schema";
import { sellerAction } from "@/lib/server/seller-action";

export const correctDeliveryAction = sellerAction(
  z.object({
    number: orderNumberSchema,
    parcelId: z.uuid(),
    deliveredAt: instantSchema,
    instead: z.union([z.literal("").transform(() => null), instantSchema]),
  }),
  async (correction, { scope, now }) => {
    const outcome = await correctDelivery(scope, correction, now);
    if (!outcome.ok) return outcome;
    const order = `/commandes/${encodeURIComponent(correction.number)}`;
    revalidatePath(order);
    return redirect(`${order}?remise=corrigee#colis`);
  },
);
