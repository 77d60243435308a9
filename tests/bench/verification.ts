import { imagePreview } from "@/lib/server/files/image-preview";
import { readImage } from "@/lib/server/files/read-image";
import { twelveMegapixels } from "../support/photo.ts";

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
