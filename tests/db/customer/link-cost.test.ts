import { afterAll, beforeEach, expect, test, vi } from "vitest";
import { closeDatabase } from "@/db/client";
import { findCustomerLink } from "@/db/queries/links";
import { isTokenOfLink } from "@/lib/auth/link-token";
import { instant } from "@/lib/calendar/instant";
import { openCustomerLink } from "@/lib/server/customer-link";
import { DEAD_TOKENS, tokenOfLink } from "../../support/dead-tokens";

vi.mock("@/db/queries/links", { spy: true });
vi.mock("@/lib/auth/link-token", { spy: true });

afterAll(closeDatabase);
beforeEach(() => vi.clearAllMocks());

const NOW = instant("2026-11-23T09:00:00Z");

test.each([
  { because: "alive", token: () => tokenOfLink(), opens: true },
  ...DEAD_TOKENS.map((dead) => ({ ...dead, opens: false })),
])("a token that is $because costs one look-up and one tag, whatever it opens", async ({ token, opens }) => {
  const given = await token();
  vi.clearAllMocks();
  expect((await openCustomerLink(given, NOW)) !== undefined).toBe(opens);
  expect(findCustomerLink).toHaveBeenCalledTimes(1);
  expect(isTokenOfLink).toHaveBeenCalledTimes(1);
});
