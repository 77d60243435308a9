"use server";
import { revalidatePath } from "next/cache";
import { z } from "zod";
import { openCalendarFeed, revokeCalendarFeed, rotateCalendarFeed } from "@/db/commands/calendar-feeds";
import { sellerAction } from "@/lib/server/seller-action";

const NOTHING_TYPED = z.object({});
const PAGE = "/reglages/calendrier";

export const openFeedAction = sellerAction(NOTHING_TYPED, async (_, { scope, now }) => {
  const outcome = await openCalendarFeed(scope, now);
  revalidatePath(PAGE);
  return outcome;
});

export const rotateFeedAction = sellerAction(NOTHING_TYPED, async (_, { scope, now }) => {
  const outcome = await rotateCalendarFeed(scope, now);
  revalidatePath(PAGE);
  return outcome;
});

export const revokeFeedAction = sellerAction(NOTHING_TYPED, async (_, { scope, now }) => {
  const outcome = await revokeCalendarFeed(scope, now);
  revalidatePath(PAGE);
  return outcome;
});
