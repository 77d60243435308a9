import { describe, expect, test } from "vitest";
import { inspectPdf } from "@/lib/server/files/pdf-thread";
import { readPdf } from "@/lib/server/files/read-pdf";
import { bombPdf, lockedPdf, samplePdf, withLaunch, withScript } from "./sample-pdf";

describe("readPdf", { timeout: 60_000 }, () => {
  test("counts the pages, in a thread of its own", async () => {
    expect(await readPdf(await samplePdf({ pages: 3 }))).toEqual({ ok: true, value: { pageCount: 3 } });
  });

  test.each([
    { because: "it runs a script", trap: withScript, reason: "pdf_script" },
    { because: "it starts a program", trap: withLaunch, reason: "pdf_launch" },
    {
      because: "it carries a program",
      trap: (pdf: Parameters<typeof withScript>[0]) => pdf.attach(Buffer.from("MZ"), "facture.exe"),
      reason: "pdf_attachment",
    },
  ])("refuses a PDF when $because", async ({ trap, reason }) => {
    expect(await readPdf(await samplePdf({ trap }))).toEqual({ ok: false, reason });
  });

  test("reads an invoice that carries its data", async () => {
    const pdf = await samplePdf({ trap: (made) => made.attach(Buffer.from("<xml/>"), "factur-x.xml") });
    expect(await readPdf(pdf)).toMatchObject({ ok: true });
  });

  test("a script's name written in another way is still found", async () => {
    const plain = Buffer.from(await samplePdf()).toString("latin1");
    const disguised = plain.replace(/(\/Type \/Catalog)/, "$1 /OpenAction << /S /Java#53cript /J#53 (x) >>");
    expect(disguised).not.toBe(plain);
    expect(await inspectPdf(Buffer.from(disguised, "latin1"))).toEqual({ ok: false, reason: "pdf_script" });
  });

  test("permissions alone are no lock, a password is", async () => {
    expect(await readPdf(await lockedPdf({ ownerPassword: "maître" }))).toMatchObject({ ok: true });
    const locked = await lockedPdf({ userPassword: "clé", ownerPassword: "maître" });
    expect(await readPdf(locked)).toEqual({ ok: false, reason: "pdf_password" });
  });

  test("stops unfolding a bomb", async () => {
    expect(await readPdf(bombPdf())).toEqual({ ok: false, reason: "pdf_bomb" });
  });

  test("more pages than a document has", async () => {
    expect(await readPdf(await samplePdf({ pages: 201 }))).toEqual({ ok: false, reason: "too_many_pages" });
  });

  test("a file cut in the middle, and one that is only a header", async () => {
    const whole = await samplePdf({ pages: 2 });
    expect(await readPdf(whole.slice(0, 300))).toEqual({ ok: false, reason: "damaged" });
    expect(await readPdf(Buffer.from("%PDF-1.7\n"))).toEqual({ ok: false, reason: "damaged" });
  });

  test("a PDF that is an archive too", async () => {
    const both = Buffer.concat([await samplePdf(), Buffer.from("PK\u0005\u0006"), Buffer.alloc(18)]);
    expect(await readPdf(both)).toEqual({ ok: false, reason: "file_type" });
  });
});
