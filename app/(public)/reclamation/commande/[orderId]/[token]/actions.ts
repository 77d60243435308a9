"use server";
import { redirect } from "next/navigation";
import { z } from "zod";
import { chooseOrder } from "@/lib/server/order-choice";
import { publicAction } from "@/lib/server/public-action";

/** The token, which only a mail to the order's own address holds, is the proof. */
export const chooseOrderAction = publicAction(
  z.object({ orderId: z.uuid(), token: z.string().max(100) }),
  async (choice, { now }) => {
    const outcome = await chooseOrder(choice, now);
    if (outcome.ok) redirect(outcome.value.followUrl);
    return outcome;
  },
);
