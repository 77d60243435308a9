import { expect, test } from "vitest";
import { shortName } from "@/lib/orders/short-name";

test.each([
  { name: "Jeanne Moreau", expected: "Jeanne M." },
  { name: "Mme Jeanne  Moreau", expected: "Jeanne M." },
  { name: "Jean-Pierre de La Tour", expected: "Jean-Pierre T." },
  { name: "Émile écarlate", expected: "Émile É." },
  { name: "Moreau", expected: "Moreau" },
  { name: " ", expected: "" },
])("$name is listed as $expected", ({ name, expected }) => {
  expect(shortName(name)).toBe(expected);
});
