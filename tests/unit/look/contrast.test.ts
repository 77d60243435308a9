import { describe, expect, test } from "vitest";
import { ASKED_FOR_BY, contrast, DARK, LIGHT, type Tokens } from "./tokens";

const GROUNDS = ["page", "surface", "sunken", "raised"] as const;
const TEXTS = ["ink", "ink-muted", "ink-subtle", "link", "primary", "accent-ink"] as const;
const STATES = ["late", "urgent", "soon", "fine", "info"] as const;

const READABLE: readonly (readonly [string, string])[] = [
  ...GROUNDS.flatMap((ground) => [...TEXTS, ...STATES].map((text) => [text, ground] as const)),
  ...STATES.flatMap((state) => [[state, `${state}-soft`] as const, ["ink", `${state}-soft`] as const]),
  ...["ink", "ink-muted", "link", "primary"].map((text) => [text, "primary-soft"] as const),
  ["on-primary", "primary"],
  ["on-primary", "primary-strong"],
  ["on-band", "band"],
  ["on-band", "band-strong"],
  ["on-band-muted", "band"],
  ["on-accent", "accent"],
];

const VISIBLE: readonly (readonly [string, string])[] = [
  ...GROUNDS.flatMap((ground) => [["line-control", ground] as const, ["focus", ground] as const]),
  ["accent", "band"],
];

const THEMES: readonly (readonly [string, Tokens])[] = [
  ["light", LIGHT],
  ["dark", DARK],
];

describe.each(THEMES)("in the %s theme", (_name, tokens) => {
  const ratio = ([front, ground]: readonly [string, string]) => contrast(tokens[front] ?? "", tokens[ground] ?? "");
  const below = (pairs: readonly (readonly [string, string])[], least: number) =>
    pairs.filter((pair) => !(ratio(pair) >= least)).map((pair) => `${pair.join(" on ")}: ${ratio(pair).toFixed(2)}`);

  test("text is at least 4.5 to 1", () => {
    expect(below(READABLE, 4.5)).toEqual([]);
  });

  test("controls and focus are at least 3 to 1", () => {
    expect(below(VISIBLE, 3)).toEqual([]);
  });
});

test("dark is the same, asked for by the system or chosen", () => {
  expect(ASKED_FOR_BY.system).toContain("@apply dark-tokens;");
  expect(ASKED_FOR_BY.choice).toContain("@apply dark-tokens;");
});

test("each colour exists in both themes", () => {
  expect(Object.keys(DARK).sort()).toEqual(Object.keys(LIGHT).sort());
});

test("the ratio of black and white is 21, of a colour and itself 1", () => {
  expect(contrast("#000000", "#ffffff")).toBeCloseTo(21, 5);
  expect(contrast("#0b5768", "#0b5768")).toBe(1);
});
