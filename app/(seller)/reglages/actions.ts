"use server";
import { revalidatePath } from "next/cache";
import type { z } from "zod";
import { changeAbsence, changeAfterSales, changeIdentity, changeInvoicing } from "@/db/commands/seller-settings";
import {
  absenceSchema,
  afterSalesSchema,
  invoicingSchema,
  legalIdentitySchema,
  mediatorOf,
} from "@/lib/sellers/schema";
import { sellerAction } from "@/lib/server/seller-action";

export const changeIdentityAction = sellerAction(legalIdentitySchema, async (identity, { scope, now }) => {
  const outcome = await changeIdentity(scope, identity, now);
  revalidatePath("/reglages");
  return outcome;
});

export const changeInvoicingAction = sellerAction(invoicingSchema, async (invoicing, { scope, now }) => {
  const outcome = await changeInvoicing(scope, invoicing, now);
  revalidatePath("/reglages/facturation");
  return outcome;
});

export const changeAfterSalesAction = sellerAction(afterSalesSchema, async (input, { scope, now }) => {
  const { email, phone, postalAddress, zone } = input;
  const contact = { email, phone, postalAddress };
  const outcome = await changeAfterSales(scope, { contact, mediator: mediatorOf(input), zone }, now);
  revalidatePath("/reglages/service-client");
  return outcome;
});

export const changeAbsenceAction = sellerAction(absenceSchema, async (input, { scope, now }) => {
  const outcome = await changeAbsence(scope, absenceOf(input), now);
  revalidatePath("/reglages/service-client");
  return outcome;
});

function absenceOf(input: z.output<typeof absenceSchema>) {
  if (input.act === "end") return null;
  const { fromOn, untilOn, words, wordsEn } = input;
  return { fromOn, untilOn, words: words || null, wordsEn: wordsEn || null };
}
