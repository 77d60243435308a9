import { beforeAll, describe, expect, test, vi } from "vitest";
import { instant } from "@/lib/calendar/instant";
import { acknowledgementToken, submissionOfToken } from "@/lib/server/acknowledgement-token";
import { firstSubmission, readSigned, signFirstSubmission } from "@/lib/server/first-submission";

beforeAll(() => {
  vi.stubEnv("BASE_URL", "http://localhost:3000");
  vi.stubEnv("AUTH_SECRET", "a secret of at least thirty-two characters");
});

describe("firstSubmission", () => {
  const first = instant("2026-11-23T22:58:00Z");

  test("a corrected form keeps the instant of its first try", () => {
    expect(firstSubmission(signFirstSubmission(first), instant("2026-11-23T23:04:00Z"))).toBe(first);
  });

  test.each([
    { because: "nothing was signed", signed: undefined },
    { because: "it is no text of ours", signed: "hier" },
    { because: "it was dated back", signed: signedThen("1795000000000") },
    { because: "it is two hours old", signed: () => signFirstSubmission(instant("2026-11-23T21:03:59Z")) },
    { because: "it is of the future", signed: () => signFirstSubmission(instant("2026-11-24T23:00:00Z")) },
  ])("when $because the present counts", ({ signed }) => {
    const now = instant("2026-11-23T23:04:00Z");
    expect(firstSubmission(typeof signed === "function" ? signed() : signed, now)).toBe(now);
  });

  function signedThen(ms: string) {
    return () => signFirstSubmission(first).replace(/^\d+/, ms);
  }

  test("what was signed can be read whatever its age", () => {
    expect(readSigned(signFirstSubmission(first))).toBe(first);
  });
});

describe("the address of an acknowledgement", () => {
  const id = "01a20938-aa42-73f4-8326-524bf7c3b7e8";

  test("opens its own statement and no other", () => {
    const token = acknowledgementToken(id);
    expect(submissionOfToken(token)).toBe(id);
    expect(submissionOfToken(`${token.slice(0, 22)}${token.slice(22).split("").reverse().join("")}`)).toBeUndefined();
    expect(submissionOfToken("court")).toBeUndefined();
  });
});
