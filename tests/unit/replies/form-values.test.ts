import { describe, expect, test } from "vitest";
import { zoneId } from "@/lib/calendar/zone";
import { readDraft } from "@/lib/replies/draft";
import type { ReplyFields } from "@/lib/replies/field";
import { replyFormValues } from "@/lib/replies/form-values";
import { maskReply } from "@/lib/replies/masked";
import { readReplyForm } from "@/lib/replies/reply-form";

const PARIS = { zone: zoneId("Europe/Paris"), decimal: "," } as const;

function reread(fields: ReplyFields) {
  const entries = Object.entries(replyFormValues(fields, PARIS)).flatMap(([name, value]) =>
    (typeof value === "string" ? [value] : value).map((text) => [name, text] as const),
  );
  return readReplyForm(entries, PARIS.zone);
}

describe("replyFormValues", () => {
  type Case = { readonly because: string; readonly fields: ReplyFields; readonly typed: object };
  const cases: readonly Case[] = [
    { because: "an amount is typed in euros", fields: { amountCents: 10470 }, typed: { amountCents: "104,70" } },
    {
      because: "an instant is typed as local time",
      fields: { deliveredAt: "2026-11-02T13:05:00.000Z" },
      typed: { deliveredAt: "2026-11-02T14:05" },
    },
    {
      because: "an address has an input for each part",
      fields: { returnAddress: { line1: "12 rue des Ateliers", city: "Lyon" } },
      typed: { "returnAddress.line1": "12 rue des Ateliers", "returnAddress.city": "Lyon" },
    },
    {
      because: "quantities are named by their line",
      fields: { lines: [{ lineId: "LAMPE.01", quantity: 2 }] },
      typed: { "lines.LAMPE.01": "2" },
    },
    {
      because: "a remedy withheld is named by itself, its reason is the value",
      fields: { withheld: [{ remedy: "repair", reason: "Irréparable." }] },
      typed: { "withheld.repair": "Irréparable." },
    },
    {
      because: "a choice of several repeats its name",
      fields: { alsoOffered: ["refund", "replacement"] },
      typed: { alsoOffered: ["refund", "replacement"] },
    },
    { because: "a yes is ticked", fields: { nothingCharged: true }, typed: { nothingCharged: "yes" } },
  ];
  test.each(cases)("$because, and reads back", ({ fields, typed }) => {
    expect(replyFormValues(fields, PARIS)).toEqual(typed);
    expect(reread(fields)).toEqual(fields);
  });

  test("what is absent, and a no, have no value", () => {
    expect(replyFormValues({ message: undefined, nothingCharged: false }, PARIS)).toEqual({});
  });

  test("an English amount has a point", () => {
    expect(replyFormValues({ amountCents: 500 }, { ...PARIS, decimal: "." })).toEqual({ amountCents: "5.00" });
  });
});

describe("readDraft", () => {
  test("a field half typed is left out, the rest is kept", () => {
    const typed = { solution: "refund", message: "Nous vous remboursons.", amountCents: "95,", refundOn: "2026-11-25" };
    expect(readDraft(typed)).toEqual({
      solution: "refund",
      message: "Nous vous remboursons.",
      refundOn: "2026-11-25",
    });
  });

  test("a field of another solution is left out", () => {
    expect(readDraft({ solution: "answer_other", message: "Bonjour.", carrier: "DPD" })).toEqual({
      solution: "answer_other",
      message: "Bonjour.",
    });
  });

  test("without a solution there is nothing to keep", () => {
    expect(readDraft({ message: "Bonjour." })).toBeUndefined();
    expect(readDraft({ solution: "give_up", message: "Bonjour." })).toBeUndefined();
  });
});

describe("maskReply", () => {
  test("masks what is written freely and leaves parcels alone", () => {
    const reply = maskReply(
      {
        solution: "refuse",
        message: "Votre IBAN FR76 3000 6000 0112 3456 7890 189.",
        facts: "Carte 4970 1000 0000 0014, commande 4970100000000014.",
        missingProof: "Aucune",
      },
      ["4970100000000014"],
    );
    expect(reply.message).not.toContain("3000");
    expect(reply.facts).toContain("4970100000000014");
    expect(reply.missingProof).toBe("Aucune");
  });
});
