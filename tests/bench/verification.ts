import sharp from "sharp";
import { imagePreview } from "@/lib/server/files/image-preview";
import { readImage } from "@/lib/server/files/read-image";

/** What the worker does with a photo, one run: `npx tsx tests/bench/verification.ts`. */

const ROUNDS = 5;

const photo = await twelveMegapixels();
const times: number[] = [];
for (let round = 0; round < ROUNDS; round += 1) {
  const started = performance.now();
  const image = await readImage(photo);
  if (!image.ok) throw new Error(image.reason);
  await imagePreview(image.value.bytes);
  times.push(performance.now() - started);
}
const median = times.toSorted((one, other) => one - other)[Math.floor(ROUNDS / 2)] ?? 0;
console.log(
  `photo of 12 megapixels, ${Math.round(photo.length / 1e5) / 10} MB, checked and drawn again: ${(median / 1000).toFixed(2)} s`,
);

/** Soft shapes under a fine grain, as a camera gives: plain noise would be heavier than any photo. */
async function twelveMegapixels(): Promise<Buffer> {
  const grain = { type: "gaussian", mean: 128, sigma: 12 } as const;
  const shapes = await sharp({
    create: { width: 400, height: 300, channels: 3, background: "#777", noise: { ...grain, sigma: 60 } },
  })
    .resize(4000, 3000)
    .png({ compressionLevel: 1 })
    .toBuffer();
  const grained = await sharp({ create: { width: 4000, height: 3000, channels: 3, background: "#777", noise: grain } })
    .png({ compressionLevel: 1 })
    .toBuffer();
  return sharp(shapes)
    .composite([{ input: grained, blend: "soft-light" }])
    .jpeg({ quality: 92 })
    .toBuffer();
}
