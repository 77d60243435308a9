import type { Page } from "@playwright/test";
import { type Answer, customerCase, dayFromToday, type Product, product } from "./support/customer-case";
import { expect, test } from "./support/fixtures";
import { type KnownForms, postEveryForm, postForm } from "./support/posted-forms";

/** Every form of the customer's pages, in the order in which one page is walked: acts that end something come last. */
const FORMS: KnownForms = {
  "/api/suivi/documents": { isDownload: true },
  "lu-R": {},
  "message-R": { fields: { body: "La lampe est fendue." } },
  "choix-R": { fields: { remedy: "refund" } },
  "situation-R": { button: "Oui" },
  "decision-R": { button: "Oui, j’accepte" },
  "contestation-R": { fields: { body: "J’étais en voyage." } },
  "attestation-R": { fields: { signatory: "Jeanne Moreau", sworn: true } },
  "colis-R": { fields: { receivedOn: dayFromToday(-3) } },
  "aide-R": { fields: { message: "Je voudrais mon remboursement." } },
  "rouvrir-R": { fields: { message: "Le problème est revenu." } },
  "/api/upload": { fields: { file: { file: "fente.png" } } },
  precision: { fields: { fault: "Le pied est fendu." } },
  choix: {},
  retractation: { button: "Renoncer au contrat ici" },
  reclamation: {},
  lien: {},
  lettre: {},
  "/api/locale": {},
};

const REFUND: Answer = {
  solution: "refund",
  message: "Nous sommes désolés.",
  amountCents: 10470,
  refundOn: dayFromToday(4),
  refundMethod: "original_payment",
};
const MISSING: Answer = {
  solution: "ship_missing_item",
  message: "Nous envoyons la lampe manquante.",
  expectedOn: dayFromToday(4),
  carrier: "Colissimo",
  trackingNumber: "6A15602676301",
  trackingUrl: "https://www.laposte.fr/outils/suivre-vos-envois?code=6A15602676301",
  alsoOffered: ["refund"],
};

// The small picture of a file may not be made yet when the page that took it is read again; the address that asks
// which of two orders it is opens nothing once that was said.
test.use({ javaScriptEnabled: false, expectedErrors: [/404.*\/(documents|reclamation\/commande)\//] });

test("every form of the customer's pages is posted without JavaScript, and none is unknown", async ({ page, demo }) => {
  test.setTimeout(240_000);
  const its = await product();
  const posted = new Set<string>();
  const walk = async (address: string, known: KnownForms = FORMS, only?: readonly string[]) => {
    for (const name of await postEveryForm(page, address, known, only)) posted.add(name);
    // The language was changed as well.
    await page.context().clearCookies();
  };

  // Other tests read this page: only what changes nothing there.
  await walk(await linkWithDocuments(page, demo.customerLinks), FORMS, ["/api/suivi/documents", "/api/locale"]);
  const damaged = await customerCase({ situation: "damaged" });
  await walk(damaged.path);
  await walk(`${damaged.path}/fichiers/${damaged.claimId}`);
  await page.goto((await customerCase({ situation: "damaged" })).path);
  await page.getByRole("link", { name: "Donner des précisions" }).click();
  await walk(page.url());
  await walk((await customerCase({ situation: "parcel_not_received", answer: REFUND })).path);
  await walk((await customerCase({ situation: "missing_item", answer: MISSING })).path);
  await walk((await customerCase({ situation: "other" })).path);
  await walk((await asked(its)).path);
  await walk((await closed(its)).path);

  const sent = await customerCase({ situation: "parcel_not_received", delivered: false });
  await walk(`${sent.path}/retractation`);
  await confirm(page, {});
  const order = await its.makeOrder(await its.makeSeller());
  const statement = { name: "Jeanne Moreau", orderNumber: order.number, email: "jeanne@example.org" };
  await walk("/retractation", { ...FORMS, retractation: { fields: statement, button: "Renoncer au contrat ici" } });
  await confirm(page, statement);

  const identity = { orderNumber: order.number, email: "jeanne@example.org" };
  const claim = { situation: "damaged", message: "Le pied est cassé.", ...identity };
  await walk("/reclamation", { ...FORMS, reclamation: { fields: claim } });
  await page.goto("/reclamation");
  await postForm(page, "reclamation", { fields: { ...claim, orderNumber: "INTROUVABLE-78" } });
  await page.getByRole("link", { name: "Donner des précisions" }).click();
  await walk(page.url());
  await walk("/lien-perdu", { ...FORMS, lien: { fields: identity } });
  const letter = await customerCase({ situation: "damaged", audience: "letter" });
  await walk("/lettre", { ...FORMS, lettre: { fields: { code: await its.letterOf(letter.link) } } });
  await walk(await orderChoice(its));
  for (const path of ["/confidentialite", "/mentions-legales", "/accessibilite", "/situations"]) await walk(path);

  expect([...posted].sort()).toEqual(Object.keys(FORMS).sort());
});

async function linkWithDocuments(page: Page, links: readonly string[]): Promise<string> {
  for (const link of links) {
    await page.goto(link);
    if ((await page.locator('form[action*="/documents/"]').count()) > 0) return link;
  }
  throw new Error("No customer of the demo has a document");
}

/** The two steps of a withdrawal: without JavaScript the second is a page of its own. */
async function confirm(page: Page, fields: Readonly<Record<string, string>>): Promise<void> {
  await page.goto(page.url());
  await postForm(page, "retractation", { fields, button: "Renoncer au contrat ici" });
  await postForm(page, "retractation", { button: "Confirmer la rétractation" });
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Votre rétractation est enregistrée");
}

/** The seller reads another situation, at the customer's cost: it is the customer who says. */
async function asked(its: Product) {
  const made = await customerCase({ situation: "damaged" });
  const { requalifyClaim } = await import("@/db/commands/requalify-claim");
  const change = { claimId: made.claimId, to: "no_longer_wanted", reason: "La lampe n’a aucun défaut." } as const;
  const answer = await requalifyClaim(made.seller.scope, change, its.toInstant(new Date()));
  expect(answer).toMatchObject({ ok: true, value: { result: "asked" } });
  return made;
}

async function closed(its: Product) {
  const made = await customerCase({ situation: "other", answer: { solution: "answer_other", message: "Voici." } });
  const { closeClaim } = await import("@/db/commands/claim-life");
  const now = its.toInstant(new Date());
  expect(await closeClaim(made.seller.scope, { claimId: made.claimId, reason: "settled" }, now)).toMatchObject({
    ok: true,
  });
  return made;
}

/** One number at two sellers: the mail's address asks which of the two orders it is. */
async function orderChoice(its: Product): Promise<string> {
  const [{ recordSubmission }, { orderChoiceUrl }] = await Promise.all([
    import("@/db/commands/submissions"),
    import("@/lib/server/order-choice-link"),
  ]);
  const { id, number } = await its.makeOrder(await its.makeSeller());
  await its.makeOrder(await its.makeSeller(), { number });
  const now = its.toInstant(new Date());
  const input = {
    orderNumber: number,
    identity: { by: "email", email: "jeanne@example.org" },
    situation: "damaged",
    message: "Le pied est cassé.",
    locale: "fr",
  } as const;
  const submissionId = await recordSubmission(its.entryScope(), input, { submittedAt: now, now });
  return new URL(orderChoiceUrl({ submissionId, orderId: id })).pathname;
}
