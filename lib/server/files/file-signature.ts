import { fileTypeFromBuffer } from "file-type";
import { ACCEPTED_TYPES, type AcceptedType } from "@/lib/evidence/accepted-file";
import type { FileRefusal } from "@/lib/evidence/verification";
import { accepted, type Outcome, refused } from "@/lib/outcome";

/** The type the first bytes tell, which is the only one believed. */
export async function typeOfBytes(bytes: Uint8Array): Promise<Outcome<AcceptedType, FileRefusal>> {
  const found = await fileTypeFromBuffer(bytes);
  const type = ACCEPTED_TYPES.find((accepted) => accepted === found?.mime);
  if (type) return accepted(type);
  return refused(found?.mime.startsWith("image/hei") ? "heic" : "file_type");
}
