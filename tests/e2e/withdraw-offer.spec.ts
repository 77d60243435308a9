import AxeBuilder from "@axe-core/playwright";
import { dayFromToday, product } from "./support/customer-case.ts";
import { member, seller } from "./support/demo-people.ts";
import { expect, test } from "./support/fixtures.ts";
import { answerOwnClaim, openOwnClaim } from "./support/own-claim.ts";
import { signIn } from "./support/sign-in.ts";

const SLUG = "maison-lumen";

/** The customer reads an answer ten seconds after it was sent; this one was sent a minute ago. */
async function letRead(claimId: string) {
  const its = await product();
  const [{ replies }, { eq }] = await Promise.all([import("@/db/schema/replies"), import("drizzle-orm")]);
  await its.withScope(its.sweepScope("test_setup"), (tx) =>
    tx
      .update(replies)
      .set({ visibleAt: its.fromEpochMs(Date.now() - 60_000) })
      .where(eq(replies.claimId, claimId)),
  );
}

test("an offer nobody has answered is withdrawn: the customer reads it first, and can accept no more", async ({
  page,
  demo,
  request,
}) => {
  const shop = seller(demo, SLUG);
  const claim = await openOwnClaim(request, shop, { situation: "missing_item" });
  await answerOwnClaim(request, shop, claim, {
    solution: "goodwill_gesture",
    message: "Nous vous proposons un geste.",
    gestureNature: "price_reduction",
    gestureDescription: "pour la pièce qui manque",
    amountCents: 800,
    doneOn: dayFromToday(7),
    alsoOffered: ["completion", "refund"],
  });
  await letRead(claim.id);
  await page.goto(claim.customerUrl);
  await expect(page.getByRole("button", { name: "Oui, j’accepte" })).toBeVisible();

  await signIn(page, member(demo, SLUG, "agent"), `/reclamations/${claim.id}`);
  const promises = page.getByRole("region", { name: "Engagements" });
  await promises.getByText("Retirer cette proposition").click();
  await expect(promises.getByLabel("Votre message au client")).toHaveValue(/nous retirons la proposition/);
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await promises.getByRole("button", { name: "Retirer la proposition" }).click();
  await expect(page.getByText("Vous avez retiré votre proposition")).toBeVisible();
  await expect(page.getByText("Retirer cette proposition")).toHaveCount(0);

  await page.goto(claim.customerUrl);
  const answer = page.getByRole("region", { name: "La réponse du vendeur" });
  await expect(answer).toContainText(/a retiré cette proposition.+Nous vous proposons un geste/s);
  await expect(page.getByRole("button", { name: "Oui, j’accepte" })).toHaveCount(0);
});
