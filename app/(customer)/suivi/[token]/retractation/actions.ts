"use server";
import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { z } from "zod";
import { cleanLine } from "@/lib/messages/clean";
import { refused } from "@/lib/outcome";
import { acknowledgementToken } from "@/lib/server/acknowledgement-token";
import { type ActionState, fieldCodes, refusedState, typedValues } from "@/lib/server/action-state";
import { currentTime } from "@/lib/server/clock";
import { type CustomerPage, openCustomerPage } from "@/lib/server/customer-page";
import { formObject } from "@/lib/server/form-object";
import { proveCustomer } from "@/lib/server/link-code";
import { submitKnownWithdrawal, withdrawalStatement } from "@/lib/server/public-claim";
import { findStatement } from "@/lib/server/withdrawal-statement";
import { ticketedId, withdrawalTicket } from "@/lib/server/withdrawal-ticket";
import { chosenLines, linesInWords } from "./chosen-lines";

/** The statement as it will be sent, to be read before the second step. */
export type Reviewed = {
  readonly statement: string;
  readonly values: Readonly<Record<string, string>>;
  readonly isCodeSent: boolean;
  /** What makes a confirmation posted twice one statement. */
  readonly ticket: string;
};

const inputOf = (isEmailAsked: boolean) =>
  z.object({
    name: z.string().overwrite(cleanLine).min(1).max(120),
    email: z
      .string()
      .overwrite(cleanLine)
      .pipe(isEmailAsked ? z.email().max(254) : z.union([z.literal(""), z.email().max(254)])),
    code: z.string().max(20).default(""),
  });

/**
 * The two steps of a withdrawal on the customer's link. Nothing is kept before the second, whose instant counts; who
 * holds the link need not say again whose order it is.
 *
 * @see directive 2011/83/UE, art. 11 bis; Code de la consommation, art. L221-21
 */
export async function withdrawAction(
  token: string,
  _previous: unknown,
  form: FormData,
): Promise<ActionState<Reviewed>> {
  const page = await openCustomerPage(token);
  if (!page) return refusedState(refused("link_dead"), form);
  const { step, ...values } = textsOf(form);
  if (step === "edit") return { status: "error", reason: "edit", values };
  const parsed = inputOf(page.scope.actor.audience !== "letter").safeParse(formObject(form));
  if (!parsed.success) return refusedState({ ok: false, reason: "invalid", fields: fieldCodes(parsed.error) }, form);
  const lines = chosenLines(page.space.withdrawable, values);
  if (lines.length === 0) return refusedState(refused("nothing_chosen"), form);
  const locale = await getLocale();
  const { code, ...who } = parsed.data;
  const text = linesInWords(lines, page.space);
  const typed = { ...who, orderNumber: page.space.order.order.number, text };
  const statement = withdrawalStatement(typed, locale);
  const { linkId } = page.scope.actor;
  const review = { statement, values, ticket: withdrawalTicket(typed, linkId) };
  if (step !== "confirm") return { status: "done", value: { ...review, isCodeSent: false } };
  const id = ticketedId(form.get("ticket"), typed, linkId);
  const sent = id && acknowledgementToken(id);
  // Before the code is asked for: the first of two posts has used it.
  if (sent && (await findStatement(sent))) redirect(`/retractation/recue/${sent}`);
  const now = currentTime();
  const proven = await proveCustomer(page.scope, { code, act: `withdrawal:${id ?? now}` }, now);
  if (!proven.ok) return refusedState(proven, form);
  if (proven.value === "code_sent") return { status: "done", value: { ...review, isCodeSent: true } };
  redirect(`/retractation/recue/${acknowledgementToken(await submit(page, typed, lines, { locale, now, id }))}`);
}

type Typed = Parameters<typeof submitKnownWithdrawal>[0];

function submit(
  { scope }: CustomerPage,
  typed: Typed,
  lines: ReturnType<typeof chosenLines>,
  at: Parameters<typeof submitKnownWithdrawal>[2],
): Promise<string> {
  const told = typed.text === "" ? [] : lines.map(({ lineId, quantity }) => ({ lineId, quantity }));
  return submitKnownWithdrawal(typed, { sellerId: scope.sellerId, actor: scope.actor, lines: told }, at);
}

function textsOf(form: FormData): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(typedValues(form)).map(([name, value]) => [name, String(value)]));
}
