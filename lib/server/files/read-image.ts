import sharp, { type Metadata, type Sharp } from "sharp";
import { type AcceptedType, MAX_PIXELS } from "@/lib/evidence/accepted-file";
import type { FileRefusal } from "@/lib/evidence/verification";
import { accepted, type Outcome, refused } from "@/lib/outcome";
import { captureTime } from "./capture-time";

// One image at a time on one core, nothing kept: the worker stays small whatever is queued.
sharp.concurrency(1);
sharp.cache(false);

export type CleanImage = {
  readonly bytes: Buffer;
  readonly type: AcceptedType;
  readonly facts: { readonly [name: string]: string | number };
};

const TYPES: Readonly<Record<string, AcceptedType>> = { jpeg: "image/jpeg", png: "image/png", webp: "image/webp" };

/**
 * The picture alone, drawn again from its pixels: upright, without metadata, without whatever else was hidden in the
 * file. The camera's own time is read first and kept as a fact.
 */
export async function readImage(bytes: Uint8Array): Promise<Outcome<CleanImage, FileRefusal>> {
  const source = sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: "error", sequentialRead: true, pages: 1 });
  try {
    const metadata = await source.metadata();
    const type = imageType(metadata.format);
    if (!type) return refused("file_type");
    if (metadata.width * metadata.height > MAX_PIXELS) return refused("too_many_pixels");
    const clean = await encoded(source.rotate(), type);
    return accepted({ bytes: clean.data, type, facts: { ...imageFacts(metadata), ...clean.size } });
  } catch (error) {
    return refused(error instanceof Error && /pixel limit/i.test(error.message) ? "too_many_pixels" : "damaged");
  }
}

export function imageType(format: string): AcceptedType | undefined {
  return TYPES[format];
}

/** A picture's bytes in the format it is kept in, without metadata. */
export async function encoded(image: Sharp, type: AcceptedType) {
  const { data, info } = await withFormat(image, type).toBuffer({ resolveWithObject: true });
  return { data, size: { width: info.width, height: info.height } };
}

function withFormat(image: Sharp, type: AcceptedType): Sharp {
  if (type === "image/png") return image.png();
  if (type === "image/webp") return image.webp({ quality: 85 });
  return image.jpeg({ quality: 88 });
}

function imageFacts(metadata: Metadata): { readonly [name: string]: string } {
  const takenAt = metadata.exif ? captureTime(metadata.exif) : null;
  return takenAt === null ? {} : { takenAt };
}
