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
import { accepted, type Outcome, type Refusal, refused } from "@/lib/outcome";
import { REMEDIES } from "@/lib/replies/remedy";
import { type CustomerContext, customerAction } from "@/lib/server/customer-action";
import { openCustomerPage } from "@/lib/server/customer-page";
import { proveCustomer } from "@/lib/server/link-code";
import { choicesOf } from "./choices";
import { type DoneWord, overtakenWord } from "./done";

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
  const words = { ...input, locale: await getLocale() };
  const outcome = await sendCustomerMessage(context.scope, words, context.now);
  return isClosed(outcome) ? reopenWith(words, context) : leave(context.token, outcome, "message");
});

export const decideAction = customerAction(
  z.object({ ...reply, answer: z.enum(["accepted", "refused"]), code }),
  async ({ answer, code: typed, ...input }, { scope, token, now }) => {
    const act = `reply:${input.replyId}:${answer}`;
    const proven = await proveCustomer(scope, { code: typed, act }, now);
    if (!proven.ok || proven.value === "code_sent") return proven;
    const outcome = await answerReply(scope, { ...input, answer: { kind: answer } }, now);
    return leave(token, outcome, answer);
  },
);

export const chooseAction = customerAction(
  z.object({ ...reply, remedy: z.enum(REMEDIES), code }),
  async ({ remedy, code: typed, ...input }, { scope, token, now }) => {
    const refusal = await judgeChoice(token, input.replyId, remedy);
    if (refusal) return leave(token, refusal, "chosen");
    const proven = await proveCustomer(scope, { code: typed, act: `reply:${input.replyId}:${remedy}` }, now);
    if (!proven.ok || proven.value === "code_sent") return proven;
    const outcome = await answerReply(scope, { ...input, answer: { kind: "chosen", remedy } }, now);
    return leave(token, outcome, "chosen");
  },
);

export const parcelAction = customerAction(
  z.object({ ...claim, receivedOn: day, code }),
  async ({ receivedOn, code: typed, claimId }, { scope, token, now }) => {
    const proven = await proveCustomer(scope, { code: typed, act: `parcel:${claimId}:${receivedOn}` }, now);
    if (!proven.ok || proven.value === "code_sent") return proven;
    const [t, locale] = await Promise.all([getTranslations("customer.parcel"), getLocale()]);
    const words = { body: t("got_said", { day: formatDay(receivedOn, locale) }), locale };
    const outcome = await confirmParcel(scope, { claimId, receivedOn, words }, now);
    return leave(token, outcome, "parcel");
  },
);

export const contestAction = customerAction(z.object({ ...claim, body: optionalText }), async (input, context) => {
  const [t, locale] = await Promise.all([getTranslations("customer.parcel"), getLocale()]);
  const { claimId } = input;
  const words = { body: [t("not_me_said"), input.body].filter(Boolean).join("\n\n"), locale };
  const outcome = await contestDelivery(context.scope, { claimId, words }, context.now);
  return isClosed(outcome) ? reopenWith({ claimId, ...words }, context) : leave(context.token, outcome, "contested");
});

export const attestAction = customerAction(
  z.object({
    ...claim,
    signatory: z.string().overwrite(cleanLine).min(1, "required").max(120),
    sworn: z.literal("oui", "unticked"),
    code,
  }),
  async ({ claimId, signatory, code: typed }, { scope, token, now }) => {
    const proven = await proveCustomer(scope, { code: typed, act: `attestation:${claimId}:${signatory}` }, now);
    if (!proven.ok || proven.value === "code_sent") return proven;
    const page = await openCustomerPage(token);
    if (!page) return refused("not_found");
    const [t, locale] = await Promise.all([getTranslations("customer.attestation"), getLocale()]);
    const words = { body: t("said", { name: signatory, order: page.space.order.order.number }), locale };
    const outcome = await attestNonReceipt(scope, { claimId, signatory, words }, now);
    return leave(token, outcome, "attested");
  },
);

export const helpAction = customerAction(z.object({ ...claim, message: messageText }), async (input, context) => {
  const { claimId, message: body } = input;
  const words = { claimId, body, locale: await getLocale() };
  const outcome = await escalateClaim(context.scope, { ...words, message: body }, context.now);
  if (isClosed(outcome)) return reopenWith(words, context);
  const isAsked = !outcome.ok && outcome.reason === "already_escalated";
  return leave(context.token, isAsked ? await sendCustomerMessage(context.scope, words, context.now) : outcome, "help");
});

export const reopenAction = customerAction(z.object({ ...claim, message: messageText }), async (input, context) =>
  reopenWith({ claimId: input.claimId, body: input.message, locale: await getLocale() }, context),
);

export const consentAction = customerAction(
  z.object({ ...claim, requalificationId: z.uuid(), answer: z.enum(["given", "refused"]), code }),
  async ({ code: typed, ...input }, { scope, token, now }) => {
    const act = `requalification:${input.requalificationId}:${input.answer}`;
    const proven = await proveCustomer(scope, { code: typed, act }, now);
    if (!proven.ok || proven.value === "code_sent") return proven;
    const outcome = await answerRequalification(scope, input, now);
    return leave(token, outcome, input.answer === "given" ? "requalified" : "not_requalified");
  },
);

export const readAction = customerAction(z.object(reply), async (input, { scope, token, now }) => {
  const outcome = await recordAnswerOpened(scope, input, now);
  return outcome.ok ? backTo(token, "read") : accepted(null);
});

type Words = { readonly claimId: string; readonly body: string; readonly locale: string };

function isClosed(outcome: Outcome<unknown>): boolean {
  return !outcome.ok && outcome.reason === "claim_closed";
}

/** What a customer wrote is never lost: written while the claim was being closed, it opens it again, and the reverse. */
async function reopenWith(words: Words, { scope, token, now }: CustomerContext) {
  const outcome = await reopenClaim(scope, { ...words, message: words.body }, now);
  if (outcome.ok || outcome.reason !== "claim_open") return leave(token, outcome, "reopened");
  return leave(token, await sendCustomerMessage(scope, words, now), "message");
}

/** Back to the page by a GET, so that reloading it sends nothing twice. */
function backTo(token: string, done: DoneWord): never {
  redirect(`/suivi/${token}?fait=${done}#fait`);
}

/** A refusal stays in its form, unless the page it came from is no longer true. */
function leave<Reason extends string>(
  token: string,
  outcome: Outcome<unknown, Reason>,
  done: DoneWord,
): Refusal<Reason> {
  if (outcome.ok) backTo(token, done);
  const word = overtakenWord(outcome.reason);
  if (word) backTo(token, word);
  return outcome;
}

async function judgeChoice(token: string, replyId: string, remedy: (typeof REMEDIES)[number]) {
  const page = await openCustomerPage(token);
  const shown = page?.space.claims.find((claim) => claim.replies.some(({ id }) => id === replyId));
  const reply = shown?.replies.find(({ id }) => id === replyId);
  if (!shown || !reply) return refused("not_found");
  if (reply.customerAnswer) return refused("already_answered");
  return choicesOf(shown, reply).includes(remedy) ? undefined : refused("not_offered");
}
