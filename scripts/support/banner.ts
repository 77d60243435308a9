import type { DemoFacts } from "./demo.ts";
import type { Settings } from "./settings.ts";

/** Where the product answers, who can sign in, and one customer's link. */
export function printBanner({ BASE_URL }: Settings, demo: DemoFacts | undefined) {
  const lines = ["", `  Espace vendeur is running on ${BASE_URL}`, ""];
  if (demo) lines.push(...demoLines(demo), "");
  lines.push("  Ctrl-C stops everything.", "");
  console.log(lines.join("\n"));
}

function demoLines({ admin, auditor, sellers, customerLinks }: DemoFacts): readonly string[] {
  const logins = [
    { who: "admin", ...admin },
    { who: "auditor", ...auditor },
    ...sellers.map((seller) => ({ ...seller, who: `seller ${seller.slug}` })),
  ];
  const width = Math.max(...logins.map(({ who }) => who.length));
  const mailWidth = Math.max(...logins.map(({ email }) => email.length));
  const rows = logins.map(
    ({ who, email, password }) => `    ${who.padEnd(width)}  ${email.padEnd(mailWidth)}  ${password}`,
  );
  return [
    "  Demo logins (also in DATA_DIR/demo.json)",
    ...rows,
    "",
    "  A customer's link",
    `    ${customerLinks[0] ?? "-"}`,
  ];
}
