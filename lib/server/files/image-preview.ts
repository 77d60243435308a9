import sharp from "sharp";

/** Pixels on the longer side: what a screen shows of a photo. */
const LONGEST_SIDE = 1600;

/** A verified picture at the size a page shows it. */
export function imagePreview(bytes: Uint8Array): Promise<Buffer> {
  return sharp(bytes)
    .resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: "inside", withoutEnlargement: true })
    .webp({ quality: 80 })
    .toBuffer();
}
