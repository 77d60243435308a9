import sharp from "sharp";

/** Soft shapes under a fine grain, as a camera gives: plain noise would be heavier than any photo. */
export async function twelveMegapixels(): Promise<Buffer> {
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
