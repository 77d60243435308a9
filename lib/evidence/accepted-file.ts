/** What a customer or a seller may send: numbers shown on screen, checked in the browser, at the door and by the worker. */
export const MAX_FILE_BYTES = 16 * 1024 * 1024;
export const MAX_FILES = 10;
/** 50 megapixels: above a phone's best camera, below what would fill the worker's memory. */
export const MAX_PIXELS = 50_000_000;
export const MAX_PDF_PAGES = 200;
/** One sender's files in an hour: far above a hard day's work, far below what would fill a disk. */
export const MAX_UPLOADS_PER_HOUR = 120;

export const ACCEPTED_TYPES = ["application/pdf", "image/jpeg", "image/png", "image/webp"] as const;
export type AcceptedType = (typeof ACCEPTED_TYPES)[number];

/** Refusals known from name, size and declared type alone, before a byte is sent. */
export const ANNOUNCED_REFUSALS = ["empty", "too_large", "heic", "file_type"] as const;
export type AnnouncedRefusal = (typeof ANNOUNCED_REFUSALS)[number];

export type AnnouncedFile = { readonly name: string; readonly size: number; readonly type: string };

const TYPES_BY_EXTENSION: Readonly<Record<string, AcceptedType>> = {
  pdf: "application/pdf",
  jpg: "image/jpeg",
  jpeg: "image/jpeg",
  png: "image/png",
  webp: "image/webp",
};

export function announcedRefusal(file: AnnouncedFile): AnnouncedRefusal | null {
  if (!Number.isInteger(file.size) || file.size <= 0) return "empty";
  if (isHeic(file)) return "heic";
  if (announcedType(file) === null) return "file_type";
  if (file.size > MAX_FILE_BYTES) return "too_large";
  return null;
}

/** A declared type is a rumour: it only routes the file, the worker decides from its bytes. */
export function announcedType(file: Pick<AnnouncedFile, "name" | "type">): AcceptedType | null {
  const declared = file.type.toLowerCase();
  const known = ACCEPTED_TYPES.find((type) => type === declared);
  if (known) return known;
  return declared === "" || declared === "application/octet-stream"
    ? (TYPES_BY_EXTENSION[extensionOf(file.name)] ?? null)
    : null;
}

function isHeic(file: Pick<AnnouncedFile, "name" | "type">): boolean {
  return /^image\/hei[cf]/i.test(file.type) || ["heic", "heif"].includes(extensionOf(file.name));
}

function extensionOf(name: string): string {
  const dot = name.lastIndexOf(".");
  return dot < 0 ? "" : name.slice(dot + 1).toLowerCase();
}
