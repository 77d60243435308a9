import { describe, expect, test } from "vitest";
import { mayAdministerMarketplace, mayAdministerSeller, roleCovers } from "@/lib/auth/permissions";
import { MEMBER_ROLES, OPERATOR_ROLES } from "@/lib/auth/role";
import { adminScope, sellerScope } from "@/lib/server/scope";

describe("permissions", () => {
  test.each(MEMBER_ROLES.map((role) => ({ role, may: role === "owner" })))(
    "a seller's $role administers it: $may",
    ({ role, may }) => {
      const scope = sellerScope({ sellerId: "s", role, actor: { kind: "member", userId: "u" } });
      expect(mayAdministerSeller(scope)).toBe(may);
    },
  );

  test.each(OPERATOR_ROLES.map((role) => ({ role, may: role === "admin" })))(
    "the operator's $role administers the marketplace: $may",
    ({ role, may }) => {
      const scope = adminScope({ role, actor: { kind: "operator", userId: "u" } });
      expect(mayAdministerMarketplace(scope)).toBe(may);
    },
  );

  test.each([
    { role: "owner", minimum: "owner", covers: true },
    { role: "agent", minimum: "owner", covers: false },
    { role: "agent", minimum: "viewer", covers: true },
    { role: "viewer", minimum: "agent", covers: false },
    { role: "accountant", minimum: "viewer", covers: true },
    { role: "accountant", minimum: "agent", covers: false },
  ] as const)("$role covers $minimum: $covers", ({ role, minimum, covers }) => {
    expect(roleCovers(role, minimum)).toBe(covers);
  });
});
