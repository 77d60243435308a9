"use server";
import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { answerReply } from "@/db/commands/answer-reply";
import { answerRequalification } from "@/db/commands/answer-requalification";
import { escalateClaim, reopenClaim } from "@/db/commands/claim-life";
import { confirmParcel, contestDelivery, recordAnswerOpened } from "@/db/commands/customer-acts";
import { sendCustomerMessage } from "@/db/commands/messages";
import { attestNonReceipt } from "@/db/commands/proof-contests";
import { parseIsoDate } from "@/lib/calendar/civil-day";
import { messageText } from "@/lib/claims/schema";
import { formatDay } from "@/lib/i18n/format";
import { cleanLine, cleanText, MAX_TEXT_LENGTH } from "@/lib/messages/clean";
import { accepted, refused } from "@/lib/outcome";
import { REMEDIES } from "@/lib/replies/remedy";
import { customerAction } from "@/lib/server/customer-action";
import { openCustomerPage } from "@/lib/server/customer-page";
import { proveCustomer } from "@/lib/server/link-code";
import { choicesOf } from "./choices";
import type { DoneWord } from "./done";

const claim = { claimId: z.uuid() };
const reply = { ...claim, replyId: z.uuid() };
const code = z.string().max(20).default("");
const optionalText = z.string().overwrite(cleanText).max(MAX_TEXT_LENGTH).default("");
const day = z.string().transform((text, context) => {
  const parsed = parseIsoDate(text);
  if (parsed) return parsed;
  context.addIssue({ code: "custom", message: text === "" ? "required" : "invalid_date" });
  return z.NEVER;
});

export const sendMessageAction = customerAction(z.object({ ...claim, body: messageText }), async (input, context) => {
  const outcome = await sendCustomerMessage(context.scope, { ...input, locale: await getLocale() }, context.now);
  return outcome.ok ? backTo(context.token, "message") : outcome;
});

export const decideAction = customerAction(
  z.object({ ...reply, answer: z.enum(["accepted", "refused"]), code }),
  async ({ answer, code: typed, ...input }, { scope, token, now }) => {
    const proven = await proveCustomer(scope, typed, now);
    if (!proven.ok || proven.value === "code_sent") return proven;
    const outcome = await answerReply(scope, { ...input, answer: { kind: answer } }, now);
    return outcome.ok ? backTo(token, answer) : outcome;
  },
);

export const chooseAction = customerAction(
  z.object({ ...reply, remedy: z.enum(REMEDIES), code }),
  async ({ remedy, code: typed, ...input }, { scope, token, now }) => {
    if (!(await isOffered(token, input.replyId, remedy))) return refused("not_offered");
    const proven = await proveCustomer(scope, typed, now);
    if (!proven.ok || proven.value === "code_sent") return proven;
    const outcome = await answerReply(scope, { ...input, answer: { kind: "chosen", remedy } }, now);
    return outcome.ok ? backTo(token, "chosen") : outcome;
  },
);

export const parcelAction = customerAction(
  z.object({ ...claim, receivedOn: day, code }),
  async ({ receivedOn, code: typed, claimId }, { scope, token, now }) => {
    const proven = await proveCustomer(scope, typed, now);
    if (!proven.ok || proven.value === "code_sent") return proven;
    const [t, locale] = await Promise.all([getTranslations("customer.parcel"), getLocale()]);
    const words = { body: t("got_said", { day: formatDay(receivedOn, locale) }), locale };
    const outcome = await confirmParcel(scope, { claimId, receivedOn, words }, now);
    return outcome.ok ? backTo(token, "parcel") : outcome;
  },
);

export const contestAction = customerAction(
  z.object({ ...claim, body: optionalText }),
  async ({ claimId, body }, { scope, token, now }) => {
    const [t, locale] = await Promise.all([getTranslations("customer.parcel"), getLocale()]);
    const said = [t("not_me_said"), body].filter(Boolean).join("\n\n");
    const outcome = await contestDelivery(scope, { claimId, words: { body: said, locale } }, now);
    return outcome.ok ? backTo(token, "contested") : outcome;
  },
);

export const attestAction = customerAction(
  z.object({
    ...claim,
    signatory: z.string().overwrite(cleanLine).min(1, "required").max(120),
    sworn: z.literal("oui"),
    code,
  }),
  async ({ claimId, signatory, code: typed }, { scope, token, now }) => {
    const proven = await proveCustomer(scope, typed, now);
    if (!proven.ok || proven.value === "code_sent") return proven;
    const page = await openCustomerPage(token);
    if (!page) return refused("not_found");
    const [t, locale] = await Promise.all([getTranslations("customer.attestation"), getLocale()]);
    const words = { body: t("said", { name: signatory, order: page.space.order.order.number }), locale };
    const outcome = await attestNonReceipt(scope, { claimId, signatory, words }, now);
    return outcome.ok ? backTo(token, "attested") : outcome;
  },
);

export const helpAction = customerAction(z.object({ ...claim, message: messageText }), async (input, context) => {
  const outcome = await escalateClaim(context.scope, { ...input, locale: await getLocale() }, context.now);
  return outcome.ok ? backTo(context.token, "help") : outcome;
});

export const reopenAction = customerAction(z.object({ ...claim, message: messageText }), async (input, context) => {
  const outcome = await reopenClaim(context.scope, { ...input, locale: await getLocale() }, context.now);
  return outcome.ok ? backTo(context.token, "reopened") : outcome;
});

export const consentAction = customerAction(
  z.object({ ...claim, requalificationId: z.uuid(), answer: z.enum(["given", "refused"]), code }),
  async ({ code: typed, ...input }, { scope, token, now }) => {
    const proven = await proveCustomer(scope, typed, now);
    if (!proven.ok || proven.value === "code_sent") return proven;
    const outcome = await answerRequalification(scope, input, now);
    return outcome.ok ? backTo(token, input.answer === "given" ? "requalified" : "not_requalified") : outcome;
  },
);

export const readAction = customerAction(z.object(reply), async (input, { scope, token, now }) => {
  const outcome = await recordAnswerOpened(scope, input, now);
  return outcome.ok ? backTo(token, "read") : accepted(null);
});

/** Back to the page by a GET, so that reloading it sends nothing twice. */
function backTo(token: string, done: DoneWord): never {
  redirect(`/suivi/${token}?fait=${done}#fait`);
}

async function isOffered(token: string, replyId: string, remedy: (typeof REMEDIES)[number]): Promise<boolean> {
  const page = await openCustomerPage(token);
  const claims = page?.space.claims ?? [];
  return claims.some((shown) =>
    shown.replies.some((given) => given.id === replyId && choicesOf(shown, given).includes(remedy)),
  );
}
