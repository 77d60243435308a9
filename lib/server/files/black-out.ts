import sharp from "sharp";
import { MAX_PIXELS } from "@/lib/evidence/accepted-file";
import { type Area, pixelsOf } from "@/lib/evidence/black-out";
import { encoded, imageType } from "./read-image";

/** The picture with these areas painted over and drawn again: what lay under them is in none of its bytes. */
export async function blackOut(bytes: Uint8Array, areas: readonly Area[]) {
  const source = sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: "error" });
  const { format, width, height } = await source.metadata();
  const type = imageType(format);
  if (!type) throw new Error(`a kept picture is of the format ${format}`);
  const black = areas.map((area) => {
    const { left, top, ...size } = pixelsOf(area, { width, height });
    return { left, top, input: { create: { ...size, channels: 4 as const, background: "#000" } } };
  });
  const { data, size } = await encoded(source.composite(black), type);
  return { bytes: data, type, ...size };
}
