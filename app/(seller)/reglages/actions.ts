"use server";
import { revalidatePath } from "next/cache";
import { changeAfterSales, changeIdentity, changeInvoicing } from "@/db/commands/seller-settings";
import { afterSalesSchema, invoicingSchema, legalIdentitySchema, mediatorOf } from "@/lib/sellers/schema";
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
