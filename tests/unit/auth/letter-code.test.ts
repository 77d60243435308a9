import { describe, expect, test } from "vitest";
import { letterCode, letterCodeHash, printedCode, typedCode } from "@/lib/auth/letter-code";

const link = { id: "0193f0a2-7c1e-7d52-9f3a-5b7e2d1c4a60", generation: 1 };

describe("the code of a letter", () => {
  test("is twelve signs of thirty-two, and another one for each generation and secret", () => {
    const code = letterCode("secret", link);
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{12}$/);
    expect(letterCode("secret", { ...link, generation: 2 })).not.toBe(code);
    expect(letterCode("another", link)).not.toBe(code);
    expect(letterCodeHash("another", code)).not.toBe(letterCodeHash("secret", code));
  });

  test("is read back as it was printed, in small letters, with spaces, or with O for 0 and l for 1", () => {
    const code = letterCode("secret", link);
    expect(typedCode(printedCode(code))).toBe(code);
    expect(typedCode(` ${printedCode(code).toLowerCase().replaceAll("-", " ")} `)).toBe(code);
    expect(typedCode("O1l0-abcd-efgh")).toBe("0110ABCDEFGH");
  });

  test.each(["", "AB12", "AB12-CD34-EF5", "AB12-CD34-EFU6", "<script>", "a".repeat(40)])("%j is none", (text) => {
    expect(typedCode(text)).toBeUndefined();
  });
});
