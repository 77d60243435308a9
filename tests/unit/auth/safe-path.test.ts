import { expect, test } from "vitest";
import { safePath } from "@/lib/auth/safe-path";

test.each(["/reclamations", "/reclamations/12?etat=ouvert", "/invitation/abc_-", "/compte#sessions"])(
  "%s is a place to go",
  (path) => {
    expect(safePath(path)).toBe(path);
  },
);

test.each([
  "https://ailleurs.example",
  "//ailleurs.example",
  "/\\ailleurs.example",
  "\\/ailleurs.example",
  "/a\\b",
  "/\t/ailleurs.example",
  "reclamations",
  "",
  "/api/auth/signout",
  "/connexion?suite=/x",
  "/connexion",
  `/${"a".repeat(2000)}`,
  undefined,
  ["/reclamations"],
])("%s is not", (path) => {
  expect(safePath(path)).toBeUndefined();
});

test("a page whose name begins like one of these is", () => {
  expect(safePath("/apiculture")).toBe("/apiculture");
});
