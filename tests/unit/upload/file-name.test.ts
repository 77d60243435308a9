import { describe, expect, test } from "vitest";
import { displayFileName, nameForType } from "@/lib/evidence/file-name";

describe("displayFileName", () => {
  test.each([
    { because: "an ordinary name stays", name: "Preuve n° 12 (été).pdf", expected: "Preuve n° 12 (été).pdf" },
    { because: "folders go", name: "../../etc/passwd", expected: "passwd" },
    { because: "Windows folders go", name: "C:\\Users\\moi\\facture.pdf", expected: "facture.pdf" },
    { because: "control characters go", name: "a\u0000b\r\nc.pdf", expected: "abc.pdf" },
    { because: "a name that reads backwards reads forwards", name: "facture\u202efdp.exe", expected: "facturefdp.exe" },
    { because: "a hidden file is not hidden", name: ".htaccess", expected: "htaccess" },
    { because: "nothing left", name: "///", expected: "document" },
    { because: "decomposed accents are one letter", name: "e\u0301te\u0301.png", expected: "été.png" },
  ])("$because", ({ name, expected }) => {
    expect(displayFileName(name)).toBe(expected);
  });

  test("five hundred characters become a hundred and twenty, with the extension", () => {
    const short = displayFileName(`${"a".repeat(500)}.pdf`);
    expect(short).toHaveLength(120);
    expect(short.endsWith("a….pdf")).toBe(true);
  });
});

describe("nameForType", () => {
  test.each([
    { because: "a JPEG under a PNG's name", name: "photo.png", expected: "photo.jpg" },
    { because: "either spelling of JPEG", name: "photo.JPEG", expected: "photo.JPEG" },
    { because: "no extension", name: "photo", expected: "photo.jpg" },
    { because: "a dot that ends no name", name: "M. Martin", expected: "M. Martin.jpg" },
  ])("$because", ({ name, expected }) => {
    expect(nameForType(name, "image/jpeg")).toBe(expected);
  });
});
