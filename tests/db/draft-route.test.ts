import { afterAll, beforeEach, expect, test, vi } from "vitest";
import { POST } from "@/app/(seller)/reclamations/[claimId]/brouillon/route";
import { closeDatabase } from "@/db/client";
import { openClaim } from "@/db/commands/open-claim";
import type { SellerScope } from "@/lib/auth/scope";
import { instant } from "@/lib/calendar/instant";
import { accepted, refused } from "@/lib/outcome";
import { proveSeller } from "@/lib/server/seller-action";
import { type MadeSeller, makeOrder, makeSeller, memberOf } from "../support/factory";

vi.mock("@/lib/server/seller-action", () => ({ proveSeller: vi.fn() }));

const NOW = instant("2026-11-20T09:00:00Z");

let seller: MadeSeller;
let claimId: string;
beforeEach(async () => {
  seller = await makeSeller();
  const { number } = await makeOrder(seller);
  const input = { orderNumber: number, situation: "parcel_not_received" as const, message: "Rien reçu." };
  const opened = await openClaim(seller.scope, { input, recordedBy: "seller", locale: "fr" }, NOW);
  if (!opened.ok) throw new Error(opened.reason);
  claimId = opened.value.claimId;
});
afterAll(closeDatabase);

function signedInAs(scope: SellerScope) {
  const viewer = {
    userId: "u",
    name: "Lea",
    email: "lea@example.org",
    locale: "fr" as const,
    zone: "Europe/Paris",
    operatorRole: null,
    memberships: [],
    sessionId: "s",
    seller: undefined,
    isLook: false,
  };
  vi.mocked(proveSeller).mockResolvedValue(accepted({ scope, viewer, now: NOW }));
}

async function keepDraft(headers: Record<string, string> = {}) {
  const body = new URLSearchParams({ zone: "Europe/Paris", solution: "refund", message: "Nous vous remboursons." });
  const own = {
    host: "localhost:3000",
    origin: "http://localhost:3000",
    "content-length": `${body}`.length.toString(),
  };
  const request = new Request(`http://localhost:3000/reclamations/${claimId}/brouillon`, {
    method: "POST",
    body,
    headers: { ...own, ...headers },
  });
  const answer = await POST(request, { params: Promise.resolve({ claimId }) });
  return { status: answer.status, text: await answer.text() };
}

test("an agent's draft is kept", async () => {
  signedInAs(memberOf(seller.id));
  expect(await keepDraft()).toEqual({ status: 204, text: "" });
});

test("a viewer is told that their role does not answer, in their language", async () => {
  signedInAs(memberOf(seller.id, "viewer"));
  expect(await keepDraft()).toEqual({ status: 403, text: expect.stringContaining("votre rôle") });
  expect(await keepDraft({ "accept-language": "en" })).toEqual({
    status: 403,
    text: expect.stringContaining("your role"),
  });
});

test("another seller, nobody, and another site", async () => {
  signedInAs(memberOf((await makeSeller()).id));
  expect(await keepDraft()).toMatchObject({ status: 404 });
  vi.mocked(proveSeller).mockResolvedValue(refused("signed_out"));
  expect(await keepDraft()).toMatchObject({ status: 401 });
  expect(await keepDraft({ origin: "https://evil.example" })).toMatchObject({ status: 403 });
});
