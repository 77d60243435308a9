import { expect, test } from "vitest";
import { postedForm } from "@/lib/server/posted-form";

function post(body: string, headers: Record<string, string>) {
  return new Request("http://localhost/api/locale", { method: "POST", body, headers });
}

const FORM = "application/x-www-form-urlencoded";

test("a form is read", async () => {
  const form = await postedForm(post("locale=en", { "content-type": FORM, "content-length": "9" }), 100);
  expect(form?.get("locale")).toBe("en");
});

test.each([
  ["a body that is no form", { "content-type": "application/json", "content-length": "9" }],
  ["a multipart form without its boundary", { "content-type": "multipart/form-data", "content-length": "9" }],
  ["one that is longer than may be", { "content-type": FORM, "content-length": "101" }],
  ["one that does not say how long it is", { "content-type": FORM }],
])("%s is none", async (_, headers) => {
  expect(await postedForm(post("locale=en", headers), 100)).toBeUndefined();
});
