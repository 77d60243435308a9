import { describe, expect, test } from "vitest";
import { paperOfReply } from "@/lib/replies/paper";
import { replyInput } from "@/lib/replies/schema";

const slip = {
  solution: "return_procedure",
  returnAddress: {
    name: "Maison Lumen",
    line1: "12 rue de la Soie",
    postcode: "69003",
    city: "Lyon",
    country: "France",
  },
  returnReference: "RET-1",
  sendBeforeOn: "2026-12-07",
  costBearer: "seller",
};

describe("paperOfReply", () => {
  test.each([
    { because: "goods come back", reply: { ...slip, outcome: "refund" }, paper: "return_slip" },
    {
      because: "an accepted return",
      reply: { ...slip, solution: "accept_return" },
      paper: "return_slip",
    },
    { because: "no reference yet", reply: { ...slip, returnReference: undefined }, paper: null },
    {
      because: "a replacement whose goods are kept",
      reply: { ...slip, solution: "replacement", goods: "kept" },
      paper: null,
    },
    {
      because: "a cancelled order",
      reply: { solution: "confirm_cancellation", nothingCharged: true },
      paper: "cancellation",
    },
    { because: "an invoice", reply: { solution: "send_invoice" }, paper: null },
  ])("$because: $paper", ({ reply, paper }) => {
    expect(paperOfReply(replyInput.parse(reply))).toBe(paper);
  });
});
