"use server";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { withdrawalInput } from "@/lib/claims/schema";
import { refused } from "@/lib/outcome";
import { acknowledgementToken } from "@/lib/server/acknowledgement-token";
import { type ActionState, fieldCodes, refusedState, typedValues } from "@/lib/server/action-state";
import { currentTime } from "@/lib/server/clock";
import { formObject } from "@/lib/server/form-object";
import { submitWithdrawal, withdrawalStatement } from "@/lib/server/public-claim";
import { mayPostForm } from "@/lib/server/public-rate";
import { ticketedId, withdrawalTicket } from "@/lib/server/withdrawal-ticket";

/** The statement as it will be sent, to be read before the second step. */
export type Reviewed = {
  readonly statement: string;
  readonly values: Readonly<Record<string, string>>;
  /** What makes a confirmation posted twice one statement. */
  readonly ticket: string;
};

/**
 * The two steps of a withdrawal. Nothing is kept before the second, whose instant counts; it is recorded before
 * anything is looked up.
 *
 * @see directive 2011/83/UE, art. 11 bis; Code de la consommation, art. L221-21
 */
export async function withdrawalAction(_previous: unknown, form: FormData): Promise<ActionState<Reviewed>> {
  const { step, ...typed } = Object.fromEntries(
    Object.entries(typedValues(form)).map(([name, value]) => [name, String(value)]),
  );
  if (step === "edit") return { status: "error", reason: "edit", values: typed };
  const parsed = withdrawalInput.safeParse(statementOf(form));
  if (!parsed.success) return refusedState({ ok: false, reason: "invalid", fields: fieldCodes(parsed.error) }, form);
  const locale = await getLocale();
  if (step !== "confirm") {
    const statement = withdrawalStatement(parsed.data, locale);
    return { status: "done", value: { statement, values: typed, ticket: withdrawalTicket(parsed.data) } };
  }
  const now = currentTime();
  if (!(await mayPostForm("withdrawal", await headers(), now))) return refusedState(refused("rate_limited"), form);
  const id = ticketedId(form.get("ticket"), parsed.data);
  redirect(`/retractation/recue/${acknowledgementToken(await submitWithdrawal(parsed.data, locale, now, id))}`);
}

function statementOf(form: FormData): object {
  return Object.fromEntries(Object.entries(formObject(form)).filter(([name]) => name !== "step" && name !== "ticket"));
}
