import { describe, expect, test } from "vitest";
import { mailHtml } from "@/lib/notifications/mail-html";

const text = `Bonjour,

Suivre votre réclamation :
https://exemple.fr/suivi/AbC-_1?x=1&y=2.

Votre « article » <cassé> & "réparé"

--
Le Marché
Confidentialité : https://exemple.fr/confidentialite
`;
const html = mailHtml({ subject: "Réclamation <1>", text, locale: "fr" });

describe("mailHtml", () => {
  test("says in HTML what the text says, in its language", () => {
    expect(html).toContain('<html lang="fr">');
    expect(html).toContain("<title>Réclamation &lt;1&gt;</title>");
    expect(html).toContain("Votre « article » &lt;cassé&gt; &amp; &quot;réparé&quot;");
  });

  test("makes addresses pressable, without the point that ends a sentence", () => {
    expect(html).toContain('href="https://exemple.fr/suivi/AbC-_1?x=1&amp;y=2"');
    expect(html).toContain("y=2</a>.");
    expect(html).toContain('href="https://exemple.fr/confidentialite"');
  });

  test("loads nothing and tells nobody when it is read", () => {
    expect(html).not.toMatch(/<img|<script|<link|src=|url\(/i);
  });
});
