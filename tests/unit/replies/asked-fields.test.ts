import { describe, expect, test } from "vitest";
import { askedFields } from "@/lib/replies/asked-fields";
import { deedOfCommitment } from "@/lib/replies/commitment";
import { replyContext } from "./reply-context";

describe("askedFields", () => {
  test.each([
    {
      because: "a withdrawal has no outcome to choose, and no demand is ever proposed",
      solution: "return_procedure",
      claim: { situation: "no_longer_wanted", phase: "withdrawal_period" },
      without: ["outcome", "alsoOffered", "withheld", "demands"],
      withField: "returnAddress",
    },
    {
      because: "a defect leaves the choice to the consumer",
      solution: "return_procedure",
      claim: { situation: "damaged" },
      without: ["demands"],
      withField: "alsoOffered",
    },
    {
      because: "a professional is owed no choice of remedy",
      solution: "return_procedure",
      claim: { situation: "damaged", customerKind: "professional" },
      without: ["alsoOffered", "withheld"],
      withField: "outcome",
    },
    {
      because: "what proves the information is only missing from a withdrawal",
      solution: "refuse",
      claim: { situation: "damaged" },
      without: ["missingProof"],
      withField: "ground",
    },
  ] as const)("$because", ({ solution, claim, without, withField }) => {
    const asked = askedFields(solution, replyContext({ claim }));
    expect(asked).toContain(withField);
    for (const name of without) expect(asked).not.toContain(name);
  });
});

test.each([
  { kind: "refund", deed: "refund" },
  { kind: "replacement", deed: "shipment" },
  { kind: "return", deed: "return" },
  { kind: "proof_of_delivery", deed: "answer" },
  { kind: "carrier_inquiry", deed: "note" },
] as const)("$kind is shown kept by a $deed", ({ kind, deed }) => {
  expect(deedOfCommitment(kind)).toBe(deed);
});
