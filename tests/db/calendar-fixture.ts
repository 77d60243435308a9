import { type Confirmation, correctCalendar } from "@/db/commands/calendar-changes";
import { moveClocks } from "@/db/commands/move-clocks";
import { openClaim } from "@/db/commands/open-claim";
import { sendReply } from "@/db/commands/send-reply";
import { findCalendarPreview } from "@/db/queries/calendar-preview";
import { readClocks } from "@/db/queries/clock-facts";
import { withScope } from "@/db/scope";
import { isoDate } from "@/lib/calendar/civil-day";
import { type Instant, instant } from "@/lib/calendar/instant";
import type { OverrideDraft } from "@/lib/calendar/override";
import { adminScope } from "@/lib/server/scope";
import { type MadeSeller, makeOrder } from "../support/factory";
import type { TestDatabase } from "../support/test-database";

/** No correction made, and no clock of an earlier test open. */
export async function forgetCorrections({ superuser }: TestDatabase): Promise<void> {
  await superuser`truncate calendar_runs, calendar_overrides`;
  await superuser`update clocks set cancelled_at = now() where stopped_at is null and cancelled_at is null`;
}

export const USER = "0198a0c0-0000-7000-8000-000000000001";
export const admin = adminScope({ role: "admin", actor: { kind: "operator", userId: USER } });
export const auditor = adminScope({ role: "auditor", actor: { kind: "operator", userId: USER } });

/** Friday 20 November, when claims open unless told otherwise: two working days end on Tuesday the 24th. */
const OPENED = instant("2026-11-20T09:00:00Z");
export const NOW = instant("2026-11-23T10:00:00Z");
export const PONT: OverrideDraft = {
  calendar: "FR",
  day: isoDate("2026-11-24"),
  change: "add",
  name: { fr: "Jour de deuil national", en: "National day of mourning" },
  origin: "law:décret du 22 novembre 2026",
};

export async function opened(
  seller: MadeSeller,
  at: Instant = OPENED,
  situation: "other" | "no_longer_wanted" = "other",
) {
  const order = await makeOrder(seller);
  const input = { orderNumber: order.number, situation, message: "Une question." };
  const claim = await openClaim(seller.scope, { input, recordedBy: "seller", locale: "fr" }, at);
  if (!claim.ok) throw new Error(claim.reason);
  return claim.value.claimId;
}

export async function answer(seller: MadeSeller, claimId: string, at: Instant) {
  const reply = { solution: "answer_other" as const, message: "Voici notre réponse." };
  const sent = await sendReply(seller.scope, { claimId, reply }, at);
  if (!sent.ok) throw new Error(sent.reason);
}

export async function preview(draft: OverrideDraft, now: Instant = NOW) {
  const found = await findCalendarPreview(admin, draft, now);
  if (!found.ok) throw new Error(found.reason);
  return found.value;
}

export async function confirm(draft: OverrideDraft, now: Instant = NOW, figures: Confirmation["figures"] = "as_shown") {
  const { version, name } = await preview(draft, now);
  const done = await correctCalendar(admin, draft, { shown: { version, name, figures }, now });
  if (!done.ok) throw new Error(done.reason);
  while (!(await moveClocks(admin, version, now)).finished);
  return version;
}

export const replyOf = async (seller: MadeSeller, claimId: string) => {
  const rows = await withScope(seller.scope, (tx) => readClocks(tx, seller.id, claimId));
  const clock = rows.find(({ kind }) => kind === "reply");
  if (!clock) throw new Error("no reply clock");
  return clock;
};
