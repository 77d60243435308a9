import { eq } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { invoiceSeries, sellers } from "@/db/schema/sellers";
import { withScope } from "@/db/scope";
import { type MadeSeller, makeSeller } from "./factory";

/** A seller that can issue: a legal identity and both series, `F-` and `A-`. */
export async function makeInvoicingSeller(): Promise<MadeSeller> {
  const seller = await makeSeller();
  const address = { name: "Vauban", line1: "1 rue du Port", postcode: "59800", city: "Lille", country: "FR" };
  await withScope(seller.job, async (tx) => {
    await tx
      .update(sellers)
      .set({
        legalIdentity: {
          status: "individual",
          name: "Marie Vauban",
          address,
          vatRegime: "liable",
          siren: "377853536",
          vatNumber: "FR93377853536",
        },
      })
      .where(eq(sellers.id, seller.id));
    await tx.insert(invoiceSeries).values([
      { sellerId: seller.id, id: uuidv7(), kind: "invoice", prefix: "F" },
      { sellerId: seller.id, id: uuidv7(), kind: "credit_note", prefix: "A" },
    ]);
  });
  return seller;
}

/** Stands for the PDF where its look is not in question. */
export async function stubRender(_document: unknown, number: string): Promise<Uint8Array> {
  return new TextEncoder().encode(`PDF of ${number}`);
}
