import { FILE_REFUSALS } from "./verification";

/** What may stand in the way of a file, before, while or after it is sent; each has its sentence in `upload.reasons`. */
export const UPLOAD_REASONS = [
  ...FILE_REFUSALS,
  "not_allowed",
  "not_found",
  "too_many_files",
  "too_many_uploads",
  "already_received",
  "nothing_chosen",
  "broken_form",
  "disk_full",
] as const;
export type UploadReason = (typeof UPLOAD_REASONS)[number];

/** For reasons that come back as text: from a server's answer, an address, a row. */
export function uploadReason(text: string | undefined | null): UploadReason | undefined {
  return UPLOAD_REASONS.find((reason) => reason === text);
}
