import { describe, expect, test } from "vitest";
import { LOCALES } from "@/lib/i18n/locale";
import { MESSAGES } from "@/lib/i18n/messages";
import { MAIL_TEMPLATES, type MailContent } from "@/lib/notifications/mail-content";
import { mailWords } from "@/lib/server/mail/words";
import { argumentsOf } from "../i18n/message-leaves";

const common = { marketplace: "Le Marché", baseUrl: "https://exemple.fr" };

test.each(MAIL_TEMPLATES)("%s is filled with the same values in both languages", (template) => {
  for (const part of ["subject", "body"] as const) {
    expect(argumentsOf(MESSAGES.en.mail[template][part])).toEqual(argumentsOf(MESSAGES.fr.mail[template][part]));
  }
});

describe("mailWords", () => {
  test("writes days and instants in the reader's language and zone", () => {
    const expires = { instant: "2026-11-23T10:30:00Z", zone: "Indian/Reunion" };
    const mail = { template: "password_reset", values: { name: "Léa", expires } } as const;
    const [french, english] = LOCALES.map((locale) => mailWords({ ...mail, locale }, common).bodyText);
    expect(french).toContain("lundi 23 novembre 2026 à 14:30");
    expect(english).toContain("Monday, November 23, 2026 at 2:30");
    expect(french).toContain("{{account_link}}");
  });

  test("names a clock, and why a file was refused, in the reader's language", () => {
    const overdue = { reference: "R-1", orderNumber: "C-1", claimId: "c", dueOn: { day: "2026-11-24" } };
    const values = { ...overdue, clock: { clock: "proof_of_delivery" } } as const;
    const [french, english] = LOCALES.map(
      (locale) => mailWords({ template: "clock_overdue", values, locale }, common).bodyText,
    );
    expect(french).toContain("Preuve de livraison");
    expect(english).toContain("Proof of delivery");
    const refused = {
      orderNumber: "C-1",
      fileName: "a.pdf",
      reason: { fileRefusal: "pdf_password" as const },
      claimId: "c",
    };
    const bodyFor = (place: string) =>
      mailWords({ template: "document_refused", values: { ...refused, place }, locale: "fr" }, common).bodyText;
    expect(bodyFor("customer")).toContain("mot de passe");
    expect(bodyFor("customer")).toContain("{{customer_link}}");
    expect(bodyFor("claim")).toContain("https://exemple.fr/reclamations/c");
    expect(bodyFor("order")).toContain("https://exemple.fr/commandes");
  });

  test("tells the seller what the customer said to an answer, and by when to go on", () => {
    const told = { reference: "R-1", orderNumber: "C-1", claimId: "c" };
    const mailOf = (values: MailContent["values"], locale = "fr") =>
      mailWords({ template: "answer_decided", values: { ...told, ...values }, locale }, common);
    const chosen = { answer: "chosen", remedy: { remedy: "refund" }, dueOn: { day: "2026-11-24" } } as const;
    expect(mailOf(chosen).subject).toBe("Le client choisit une autre solution, réclamation R-1");
    expect(mailOf(chosen).bodyText).toContain("le retour, avec remboursement");
    expect(mailOf(chosen).bodyText).toContain("au plus tard le mardi 24 novembre 2026");
    expect(mailOf(chosen, "en").bodyText).toContain("the return, with a refund");
    expect(mailOf({ answer: "refused", dueOn: { day: "2026-11-24" } }).subject).toContain("refuse votre réponse");
    expect(mailOf({ answer: "accepted" }).bodyText).toContain("Il vous reste à le faire");
  });

  test("does not let a mail with a hole in it leave", () => {
    const mail = { template: "password_reset", values: {}, locale: "fr" } as const;
    expect(() => mailWords(mail, common)).toThrow();
  });

  test("a name cannot carry a placeholder, nor break a subject in two", () => {
    const values = {
      seller: "Lin {{account_link}}\r\nBcc: x@exemple.fr",
      inviter: "A",
      expires: { day: "2026-11-30" },
    };
    const { subject } = mailWords({ template: "member_invited", values, locale: "fr" }, common);
    expect(subject).not.toContain("{{account_link}}");
    expect(subject).not.toMatch(/[\r\n]/);
  });
});
