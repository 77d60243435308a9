import { Readable } from "node:stream";
import { uuidv7 } from "uuidv7";
import { storeFile } from "../storage/stored-files";
import { imagePreview } from "./image-preview";

const NO_PREVIEW = { previewKey: null, previewBytes: null };
/** Bytes below which a picture is its own preview. */
const SMALL_PICTURE_BYTES = 200_000;

/** What is looked at of a picture in the page: a smaller one, unless it is small itself. */
export async function keptPreview(picture: Uint8Array) {
  return picture.byteLength <= SMALL_PICTURE_BYTES ? NO_PREVIEW : keepPreview(await imagePreview(picture));
}

export async function keepPreview(picture: Buffer | null) {
  if (!picture) return NO_PREVIEW;
  const stored = await storeFile({ id: uuidv7(), name: "apercu.webp", type: "image/webp" }, Readable.from([picture]));
  return { previewKey: stored.key, previewBytes: stored.sizeBytes };
}
