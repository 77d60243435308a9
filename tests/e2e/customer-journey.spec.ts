import { type Answer, product } from "./support/customer-case";
import { expect, test } from "./support/fixtures";

test.use({ javaScriptEnabled: false });

test("from the public form to the accepted solution, without JavaScript", async ({ page }) => {
  const its = await product();
  const seller = await its.makeSeller();
  const order = await its.makeOrder(seller);

  // As people type it: small letters, a space for the sign.
  await page.goto("/reclamation");
  await page.getByLabel("Le produit est arrivé abîmé").check();
  await page.getByLabel("Numéro de commande").fill(order.number.toLowerCase().replace("-", " "));
  await page.getByLabel("Adresse e-mail donnée à la commande").fill("jeanne@example.org");
  await page.getByLabel("Expliquez avec vos mots").fill("Le pied de la lampe est cassé.");
  await page.getByRole("button", { name: "Envoyer ma réclamation" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Votre réclamation est enregistrée");

  const { claimId, link } = await openedClaim(its, { seller, orderId: order.id });
  const now = its.toInstant(new Date());
  const answer: Answer = {
    solution: "refund_without_return",
    message: "Gardez la lampe, nous vous remboursons.",
    amountCents: 4990,
    refundOn: new Date(Date.now() + 4 * 86_400_000).toISOString().slice(0, 10),
    refundMethod: "original_payment",
    alsoOffered: ["repair"],
  };
  expect(await its.sendReply(seller.scope, { claimId, reply: answer }, now)).toMatchObject({ ok: true });

  // Nothing is shown while the seller may still take the answer back.
  const path = new URL(its.customerUrl(link)).pathname;
  await page.goto(path);
  await expect(page.getByRole("button", { name: "Oui, j’accepte" })).toHaveCount(0);
  await expect(async () => {
    await page.goto(path);
    await expect(page.getByRole("button", { name: "Oui, j’accepte" })).toBeVisible({ timeout: 1000 });
  }).toPass({ timeout: 30_000 });
  await page.getByRole("button", { name: "Oui, j’accepte" }).click();
  await expect(page.getByText("Votre accord est enregistré.")).toBeVisible();
});

type Its = Awaited<ReturnType<typeof product>>;
type Made = { readonly seller: Awaited<ReturnType<Its["makeSeller"]>>; readonly orderId: string };

/** The claim the worker opens once it has found the order, with the customer's link. */
async function openedClaim(its: Its, { seller, orderId }: Made) {
  const [{ claims }, { eq }] = await Promise.all([import("@/db/schema/claims"), import("drizzle-orm")]);
  const find = () =>
    its.withScope(seller.job, (tx) => tx.select({ id: claims.id }).from(claims).where(eq(claims.orderId, orderId)));
  await expect.poll(async () => (await find()).length, { timeout: 20_000 }).toBe(1);
  const claimId = (await find())[0]?.id ?? "";
  const link = await its.withScope(seller.job, (tx) =>
    its.ensureLink(
      tx,
      { sellerId: seller.id, orderId, audience: "mailed" },
      { actor: seller.job.actor, now: its.toInstant(new Date()), claimId },
    ),
  );
  return { claimId, link };
}
