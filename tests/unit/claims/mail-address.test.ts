import { describe, expect, test } from "vitest";
import { emailSchema } from "@/lib/auth/schema";
import { claimedIdentity, withdrawalInput } from "@/lib/claims/schema";

/** Every form of the customer's side that takes a mail address, and the operator's correction of one. */
const DOORS: Readonly<Record<string, (email: string) => boolean>> = {
  "the public form": (email) => claimedIdentity.safeParse({ by: "email", email }).success,
  "the withdrawal": (email) =>
    withdrawalInput.safeParse({ name: "Jeanne Moreau", orderNumber: "CMD-1", email }).success,
  "the correction of an address": (email) => emailSchema.safeParse(email).success,
};

describe.each(Object.entries(DOORS))("%s", (_door, takes) => {
  test.each([
    { because: "a comma names two", email: "jeanne@example.org,autre@example.org" },
    { because: "a comma in it", email: "jeanne,moreau@example.org" },
    { because: "a semicolon names two", email: "jeanne@example.org;autre@example.org" },
    { because: "quotes", email: '"jeanne moreau"@example.org' },
    { because: "a name around it", email: "Jeanne <jeanne@example.org>" },
    { because: "a header after a line break", email: "jeanne@example.org\r\nBcc: autre@example.org" },
    { because: "a line break in it", email: "jeanne@\nexample.org" },
    { because: "longer than any", email: `${"a".repeat(250)}@example.org` },
    { because: "nothing", email: "" },
  ])("refuses $because", ({ email }) => {
    expect(takes(email)).toBe(false);
  });

  test.each(["jeanne@example.org", " jeanne@example.org\n", "o'brien+sav@example.org", "JEANNE@EXAMPLE.ORG"])(
    "takes %j",
    (email) => {
      expect(takes(email)).toBe(true);
    },
  );
});
