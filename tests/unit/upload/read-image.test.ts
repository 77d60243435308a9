import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { typeOfBytes } from "@/lib/server/files/file-signature";
import { readImage } from "@/lib/server/files/read-image";
import { hugePng } from "./huge-png";

const square = () => sharp({ create: { width: 40, height: 20, channels: 3, background: "#336699" } });

describe("readImage", () => {
  test("keeps the picture upright, and nothing of what the phone wrote into it", async () => {
    const exif = {
      IFD0: { Make: "Telephone", ImageDescription: "chez Jeanne" },
      IFD2: { DateTimeOriginal: "2026:11:20 10:11:12", OffsetTimeOriginal: "+01:00" },
      IFD3: { GPSLatitudeRef: "N", GPSLatitude: "45/1 46/1 0/1" },
    };
    const photo = await square().jpeg().withExif(exif).withMetadata({ orientation: 6, exif }).toBuffer();
    const read = await readImage(photo);
    if (!read.ok) throw new Error(read.reason);
    expect(read.value.facts).toEqual({ takenAt: "2026-11-20T10:11:12+01:00", width: 20, height: 40 });
    const kept = await sharp(read.value.bytes).metadata();
    expect(kept).toMatchObject({ format: "jpeg", width: 20, height: 40 });
    expect([kept.exif, kept.xmp, kept.iptc, kept.orientation]).toEqual([undefined, undefined, undefined, undefined]);
  });

  test.each(["png", "webp"] as const)("a %s stays one", async (format) => {
    const read = await readImage(await square().toFormat(format).toBuffer());
    expect(read).toMatchObject({ ok: true, value: { type: `image/${format}` } });
  });

  test("what was hidden behind the picture is gone", async () => {
    const photo = Buffer.concat([await square().jpeg().toBuffer(), Buffer.from("<script>alert(1)</script>")]);
    const read = await readImage(photo);
    expect(read.ok && read.value.bytes.includes("script")).toBe(false);
  });

  test("a photo cut in the middle is damaged", async () => {
    const noise = sharp({
      create: {
        width: 400,
        height: 400,
        channels: 3,
        background: "#888",
        noise: { type: "gaussian", mean: 128, sigma: 40 },
      },
    });
    const whole = await noise.jpeg().toBuffer();
    expect(await readImage(whole.subarray(0, whole.length / 2))).toEqual({ ok: false, reason: "damaged" });
  });

  test.each([
    { because: "900 megapixels", width: 30_000, height: 30_000, reason: "too_many_pixels" },
    { because: "one row above 50 megapixels", width: 10_000, height: 5001, reason: "too_many_pixels" },
    // Not too large: it is unfolded, and found to be empty.
    { because: "50 megapixels that are not there", width: 10_000, height: 5000, reason: "damaged" },
  ])("$because are refused", async ({ width, height, reason }) => {
    expect(await readImage(hugePng(width, height))).toEqual({ ok: false, reason });
  });
});

describe("typeOfBytes", () => {
  test.each([
    { what: "a program", bytes: Buffer.from("4d5a90000300000004000000ffff0000", "hex"), reason: "file_type" },
    {
      what: "an SVG",
      bytes: Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>"),
      reason: "file_type",
    },
    { what: "text", bytes: Buffer.from("bonjour"), reason: "file_type" },
    {
      what: "an iPhone's HEIC",
      bytes: Buffer.from("00000018667479706865696300000000686569636d696631", "hex"),
      reason: "heic",
    },
  ])("$what is refused, whatever its name", async ({ bytes, reason }) => {
    expect(await typeOfBytes(bytes)).toEqual({ ok: false, reason });
  });

  test("a PDF with another file before it is none", async () => {
    expect(await typeOfBytes(Buffer.from("MZ\u0000%PDF-1.7\n"))).toEqual({ ok: false, reason: "file_type" });
  });
});
