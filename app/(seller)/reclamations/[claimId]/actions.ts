"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { assignClaim, closeClaim, escalateClaim, reopenClaim } from "@/db/commands/claim-life";
import { issueInvoice } from "@/db/commands/issue-invoice";
import { retryMail } from "@/db/commands/mails";
import { sendMessage } from "@/db/commands/messages";
import { confirmProofFacts } from "@/db/commands/proof-facts";
import { sendReply } from "@/db/commands/send-reply";
import { resendLinkOfClaim } from "@/db/commands/staff-links";
import { undoReply } from "@/db/commands/undo-reply";
import { findNextClaim } from "@/db/queries/inbox";
import { zoneSchema } from "@/lib/calendar/zone-schema";
import { messageText } from "@/lib/claims/schema";
import { proofFacts } from "@/lib/evidence/document-facts";
import { readProofForm } from "@/lib/evidence/proof-form";
import { storableText } from "@/lib/messages/clean";
import { type ActionState, fieldCodes, refusedState } from "@/lib/server/action-state";
import { missingByField, readPostedReply } from "@/lib/server/claim-actions";
import { renderInvoicePdf } from "@/lib/server/pdf/invoice";
import { proveSeller, sellerAction } from "@/lib/server/seller-action";

const claimId = z.uuid();
const optionalMessage = z.union([z.literal(""), messageText]).optional();

/** Send the answer, after issuing its invoice when asked to; the next claim then opens. */
export async function sendReplyAction(_previous: unknown, form: FormData): Promise<ActionState<never>> {
  const proven = await proveSeller();
  if (!proven.ok) return refusedState(proven, form);
  const { scope, now } = proven.value;
  const posted = readPostedReply(form);
  if (!posted.ok) return refusedState(posted, form);
  const { reply, revision, claimId } = posted.value;
  const issued = await issueWithReply(form, proven.value);
  if (issued && !issued.ok) return refusedState({ ok: false, reason: issued.reason }, form);
  const answer = issued && reply.solution === "send_invoice" ? { ...reply, invoiceId: issued.value.invoiceId } : reply;
  const outcome = await sendReply(scope, { claimId, reply: answer, revision }, now);
  revalidatePath(`/reclamations/${claimId}`);
  if (!outcome.ok) {
    const fields = "verdict" in outcome ? missingByField(outcome.verdict) : undefined;
    return refusedState({ ok: false, reason: outcome.reason, ...(fields ? { fields } : {}) }, form);
  }
  const next = await findNextClaim(scope, claimId);
  redirect(`/reclamations${next ? `/${next}` : ""}?envoyee=${claimId}.${outcome.value.replyId}#contenu`);
}

type Proven = Extract<Awaited<ReturnType<typeof proveSeller>>, { ok: true }>["value"];

/** Undefined when the form asks for no invoice. */
async function issueWithReply(form: FormData, { scope, now }: Proven) {
  if (form.get("intent") !== "issue_and_send") return undefined;
  const input = { orderNumber: storableText(String(form.get("orderNumber"))), claimId: String(form.get("claimId")) };
  return issueInvoice(scope, input, { render: renderInvoicePdf, now });
}

export const undoReplyAction = sellerAction(z.object({ claimId, replyId: z.uuid() }), async (input, { scope, now }) => {
  const outcome = await undoReply(scope, input, now);
  if (!outcome.ok) return outcome;
  revalidatePath(`/reclamations/${input.claimId}`);
  redirect(`/reclamations/${input.claimId}?reprise=oui#reponse`);
});

export const issueInvoiceAction = sellerAction(
  z.object({ claimId, orderNumber: z.string().min(1).max(100) }),
  async (input, { scope, now }) => {
    const outcome = await issueInvoice(scope, input, { render: renderInvoicePdf, now });
    revalidatePath(`/reclamations/${input.claimId}`);
    return outcome;
  },
);

/** Say what a proof shows; the verdict comes back with the page. */
export async function confirmProofAction(
  _previous: unknown,
  form: FormData,
): Promise<ActionState<{ readonly verdict: string }>> {
  const proven = await proveSeller();
  if (!proven.ok) return refusedState(proven, form);
  const posted = z.object({ documentId: z.uuid(), zone: zoneSchema }).safeParse(Object.fromEntries(form));
  if (!posted.success) return refusedState({ ok: false, reason: "invalid" }, form);
  const facts = proofFacts.safeParse(readProofForm(form.entries(), posted.data.zone));
  if (!facts.success) return refusedState({ ok: false, reason: "invalid", fields: fieldCodes(facts.error) }, form);
  const { scope, now } = proven.value;
  const outcome = await confirmProofFacts(scope, { documentId: posted.data.documentId, facts: facts.data }, now);
  if (!outcome.ok) return refusedState(outcome, form);
  if (outcome.value.claimId) revalidatePath(`/reclamations/${outcome.value.claimId}`);
  return { status: "done", value: { verdict: outcome.value.verdict } };
}

export const writeMessageAction = sellerAction(
  z.object({
    claimId,
    body: messageText,
    visibility: z.enum(["conversation", "internal"]),
    locale: z.enum(["fr", "en"]),
    documentIds: z.array(z.uuid()).max(10).default([]),
  }),
  async (input, { scope, now }) => {
    const outcome = await sendMessage(scope, input, now);
    if (outcome.ok) revalidatePath(`/reclamations/${input.claimId}`);
    return outcome;
  },
  { lists: ["documentIds"] },
);

export const closeClaimAction = sellerAction(
  z.object({ claimId, reason: z.enum(["settled", "customer_satisfied", "silent"]) }),
  async (input, { scope, now }) => {
    const outcome = await closeClaim(scope, input, now);
    if (outcome.ok) revalidatePath(`/reclamations/${input.claimId}`);
    return outcome;
  },
);

export const reopenClaimAction = sellerAction(
  z.object({ claimId, message: optionalMessage }),
  async (input, { scope, now }) => {
    const outcome = await reopenClaim(scope, input, now);
    if (outcome.ok) revalidatePath(`/reclamations/${input.claimId}`);
    return outcome;
  },
);

export const escalateClaimAction = sellerAction(
  z.object({ claimId, message: optionalMessage }),
  async (input, { scope, now }) => {
    const outcome = await escalateClaim(scope, input, now);
    if (outcome.ok) revalidatePath(`/reclamations/${input.claimId}`);
    return outcome;
  },
);

export const assignClaimAction = sellerAction(
  z.object({ claimId, userId: z.union([z.literal("").transform(() => null), z.uuid()]) }),
  async (input, { scope, now }) => {
    const outcome = await assignClaim(scope, input, now);
    if (outcome.ok) revalidatePath(`/reclamations/${input.claimId}`);
    return outcome;
  },
);

export const resendLinkAction = sellerAction(z.object({ claimId }), (input, { scope, now }) =>
  resendLinkOfClaim(scope, input, now),
);

export const retryMailAction = sellerAction(z.object({ mailId: z.uuid() }), ({ mailId }, { scope }) =>
  retryMail(scope, mailId),
);
