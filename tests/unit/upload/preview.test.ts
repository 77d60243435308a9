import { PDFDocument, rgb } from "@cantoo/pdf-lib";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { imagePreview } from "@/lib/server/files/image-preview";
import { pdfPreview } from "@/lib/server/files/preview";
import { lockedPdf, samplePdf } from "./sample-pdf";

async function colourAt(picture: Buffer, at: { readonly left: number; readonly top: number }) {
  const { data } = await sharp(picture)
    .extract({ ...at, width: 1, height: 1 })
    .raw()
    .toBuffer({ resolveWithObject: true });
  return [...data.subarray(0, 3)];
}

describe("pdfPreview", { timeout: 60_000 }, () => {
  test("draws the first page, upright and in its own colours", async () => {
    const pdf = await PDFDocument.create();
    pdf.addPage([300, 200]).drawRectangle({ x: 0, y: 100, width: 150, height: 100, color: rgb(1, 0, 0) });
    pdf.addPage([300, 200]).drawRectangle({ x: 0, y: 0, width: 300, height: 200, color: rgb(0, 0, 1) });
    const picture = await pdfPreview(await pdf.save());
    if (!picture) throw new Error("no picture");
    expect(await sharp(picture).metadata()).toMatchObject({ format: "webp", width: 1240, height: 827 });
    const [red, green, blue] = await colourAt(picture, { left: 300, top: 200 });
    expect([(red ?? 0) > 230, (green ?? 255) < 25, (blue ?? 255) < 25]).toEqual([true, true, true]);
    expect((await colourAt(picture, { left: 900, top: 700 })).every((channel) => channel > 245)).toBe(true);
  });

  test("a page as wide as a wall stays a picture of a screen's size", async () => {
    const pdf = await PDFDocument.create();
    pdf.addPage([14_400, 3]);
    const picture = await pdfPreview(await pdf.save());
    expect(picture && (await sharp(picture).metadata())).toMatchObject({ width: 1240, height: 1 });
  });

  test("a file that may be read but not copied is drawn", async () => {
    expect(await pdfPreview(await lockedPdf({ ownerPassword: "maître" }))).not.toBeNull();
  });

  test("what cannot be drawn has no picture, and nothing breaks", async () => {
    expect(await pdfPreview(Buffer.from("%PDF-1.7\n"))).toBeNull();
    expect(await pdfPreview((await samplePdf()).slice(0, 200))).toBeNull();
  });
});

describe("imagePreview", () => {
  test("is no larger than a screen shows, and never enlarged", async () => {
    const photo = (width: number, height: number) =>
      sharp({ create: { width, height, channels: 3, background: "#336699" } })
        .jpeg()
        .toBuffer();
    const [large, small] = [await imagePreview(await photo(4000, 3000)), await imagePreview(await photo(40, 30))];
    expect(await sharp(large).metadata()).toMatchObject({ format: "webp", width: 1600, height: 1200 });
    expect(await sharp(small).metadata()).toMatchObject({ width: 40, height: 30 });
  });
});
