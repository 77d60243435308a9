import { describe, expect, test } from "vitest";
import { z } from "zod";
import { refused } from "@/lib/outcome";
import { fieldCodes, refusedState, typedValues } from "@/lib/server/action-state";

function form(...entries: readonly (readonly [string, string | File])[]): FormData {
  const data = new FormData();
  for (const [name, value] of entries) data.append(name, value);
  return data;
}

describe("typedValues", () => {
  test("keeps texts, repeated ones as a list", () => {
    expect(typedValues(form(["name", "Anne"], ["line", "a"], ["line", "b"], ["empty", ""]))).toEqual({
      name: "Anne",
      line: ["a", "b"],
      empty: "",
    });
  });

  test("drops secrets, files and the framework's own fields", () => {
    const data = form(
      ["password", "x"],
      ["proof", new File(["x"], "x.pdf")],
      ["$ACTION_ID_1", ""],
      ["email", "a@b.fr"],
    );
    expect(typedValues(data, ["password"])).toEqual({ email: "a@b.fr" });
  });
});

test("a refusal becomes the state of its form", () => {
  const state = refusedState(refused("claim_closed", { text: ["required"] }), form(["text", "bonjour"]));
  expect(state).toEqual({
    status: "error",
    reason: "claim_closed",
    fields: { text: ["required"] },
    values: { text: "bonjour" },
  });
});

describe("fieldCodes", () => {
  const schema = z.object({
    name: z.string().min(1),
    text: z.string().min(10).max(12),
    email: z.email(),
    day: z.iso.date(),
    choice: z.enum(["a", "b"]),
    amount: z.coerce.number().min(1).max(9),
    tracking: z.string().refine((value) => value.startsWith("6A"), { error: "unknown_tracking" }),
    lines: z.array(z.string()).min(1),
    missing: z.string(),
  });

  const codes = (input: unknown) => {
    const parsed = schema.safeParse(input);
    return parsed.success ? {} : fieldCodes(parsed.error);
  };

  test("names what is wrong with each field", () => {
    const input = { name: "", text: "court", email: "x", day: "x", choice: "c", amount: "0", tracking: "X", lines: [] };
    expect(codes(input)).toEqual({
      name: ["required"],
      text: ["too_short"],
      email: ["invalid_email"],
      day: ["invalid_date"],
      choice: ["invalid_choice"],
      amount: ["too_small"],
      tracking: ["unknown_tracking"],
      lines: ["required"],
      missing: ["required"],
    });
  });

  test("above the most allowed", () => {
    const found = codes({ text: "beaucoup trop long", amount: "dix" });
    expect(found).toMatchObject({ text: ["too_long"], amount: ["invalid_number"] });
    expect(codes({ amount: "10" })).toMatchObject({ amount: ["too_big"] });
  });
});
