import { expect, test } from "vitest";
import { formObject } from "@/lib/server/form-object";

function form(...entries: readonly (readonly [string, string])[]) {
  const data = new FormData();
  for (const [name, value] of entries) data.append(name, value);
  return data;
}

test("a dotted name becomes a member", () => {
  const object = formObject(form(["name", "Lin"], ["address.city", "Lyon"], ["address.postcode", "69001"]));
  expect(JSON.parse(JSON.stringify(object))).toEqual({ name: "Lin", address: { city: "Lyon", postcode: "69001" } });
});

test("the last of several values counts, unless the field is a list", () => {
  const twice = form(["a", "1"], ["a", "2"]);
  expect(formObject(twice)).toMatchObject({ a: "2" });
  expect(formObject(twice, ["a"])).toMatchObject({ a: ["1", "2"] });
  expect(formObject(form(["a", "1"]), ["a"])).toMatchObject({ a: ["1"] });
});

test("Next's own fields are left out", () => {
  expect(Object.keys(formObject(form(["$ACTION_ID_x", ""], ["a", "1"])))).toEqual(["a"]);
});

test("a forged name reaches no prototype", () => {
  formObject(form(["__proto__.polluted", "yes"], ["constructor.prototype.polluted", "yes"]));
  expect("polluted" in {}).toBe(false);
});

test("a forged name of endless members is left out", () => {
  const endless = `a${".a".repeat(100_000)}`;
  expect(JSON.stringify(formObject(form([endless, "1"], ["b.c", "2"])))).toBe('{"b":{"c":"2"}}');
});

test("a text loses what the database cannot hold", () => {
  expect(formObject(form(["a", "x\u0000y"]))).toMatchObject({ a: "xy" });
});
