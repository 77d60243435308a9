import { describe, expect, test } from "vitest";
import { LOCALES } from "@/lib/i18n/locale";
import { MESSAGES } from "@/lib/i18n/messages";
import { MAIL_TEMPLATES } from "@/lib/notifications/mail-content";
import { mailWords } from "@/lib/server/mail/words";

const common = { marketplace: "Le Marché", baseUrl: "https://exemple.fr" };

function argumentsOf(text: string): readonly string[] {
  return [...new Set([...text.matchAll(/\{(\w+)/g)].map(([, name = ""]) => name))].sort();
}

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
