import { expect, test } from "vitest";
import { backWithCookies } from "@/lib/server/preference-cookies";
import { pageBefore } from "@/lib/server/return-to";

function request(referer: string | undefined): Request {
  const headers = new Headers({ host: "vendeurs.example" });
  if (referer !== undefined) headers.set("referer", referer);
  return new Request("https://vendeurs.example/api/locale", { method: "POST", headers });
}

test.each([
  { referer: "https://vendeurs.example/situations?page=2#S3", expected: "/situations?page=2" },
  { referer: "https://ailleurs.example/situations", expected: "/" },
  { referer: "https://vendeurs.example//ailleurs.example/x", expected: "/" },
  { referer: "https://vendeurs.example/\\ailleurs.example", expected: "/" },
  { referer: "pas une adresse", expected: "/" },
  { referer: undefined, expected: "/" },
])("from $referer back to $expected", ({ referer, expected }) => {
  expect(pageBefore(request(referer))).toBe(expected);
});

test("preferences are kept by the browser and the form's page comes back", () => {
  const response = backWithCookies(request("https://vendeurs.example/situations"), { locale: "en", theme: "dark" });
  expect(response.status).toBe(303);
  expect(response.headers.get("location")).toBe("/situations");
  expect(response.headers.getSetCookie()).toEqual([
    "locale=en; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly",
    "theme=dark; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly",
  ]);
});
