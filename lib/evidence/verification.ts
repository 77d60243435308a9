import type { Instant } from "@/lib/calendar/instant";
import type { AcceptedType } from "./accepted-file";

/** Why the worker refused a file, each with its sentence in the message files (`upload.refusal`). */
export const FILE_REFUSALS = [
  "empty",
  "too_large",
  "heic",
  "file_type",
  "damaged",
  "too_many_pixels",
  "too_many_pages",
  "pdf_password",
  "pdf_script",
  "pdf_launch",
  "pdf_attachment",
  "pdf_bomb",
  "malware",
  "missing",
] as const;
export type FileRefusal = (typeof FILE_REFUSALS)[number];

/** What is known of a file once its own bytes have been read, whatever its sender said. */
export type VerifiedFile = {
  readonly verifiedType: AcceptedType;
  readonly storageKey: string;
  readonly sizeBytes: number;
  /** Hash of the bytes that are kept and shown. */
  readonly sha256: string;
  /** Hash of the bytes as they arrived, before a photo's metadata was stripped. */
  readonly originalSha256: string;
  readonly pageCount: number | null;
  /** A picture of the first page, or of a large photo: what is looked at in the page. */
  readonly previewKey: string | null;
  readonly previewBytes: number | null;
  /** When the camera says the picture was taken, if it says so with an offset or in its own local time. */
  readonly capturedAt: Instant | null;
  readonly facts: { readonly [name: string]: string | number };
};
