import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { uuidv7 } from "uuidv7";
import { type KeepRefusal, keepBlackedOut } from "@/db/commands/keep-blacked-out";
import { findPicture } from "@/db/queries/documents";
import type { SellerScope } from "@/lib/auth/scope";
import type { Instant } from "@/lib/calendar/instant";
import { type Area, blackOutRefusal } from "@/lib/evidence/black-out";
import { accepted, type Outcome, refused } from "@/lib/outcome";
import { hasRoomForFiles } from "../storage/disk-room";
import { deleteStoredFile, readStoredFile, storeFile } from "../storage/stored-files";
import { blackOut } from "./black-out";
import { keptPreview } from "./kept-preview";

type Refusal = KeepRefusal | "disk_full";
type Wanted = { readonly documentId: string; readonly areas: readonly Area[] };

/** What the picture will be, for the seller's eyes before it is kept. */
export async function drawBlackedOut(scope: SellerScope, { documentId, areas }: Wanted) {
  const document = await findPicture(scope, documentId);
  if (!document) return refused("not_found");
  const refusal = blackOutRefusal(document);
  if (refusal) return refused(refusal);
  const picture = await alone(async () => blackOut(await buffer(await readStoredFile(document.storageKey)), areas));
  return accepted({ document, picture });
}

/** Draws it and keeps it in the first one's place. */
export async function blackOutDocument(
  scope: SellerScope,
  wanted: Wanted,
  now: Instant,
): Promise<Outcome<{ readonly documentId: string; readonly claimId: string | null }, Refusal>> {
  if (!(await hasRoomForFiles())) return refused("disk_full");
  const drawn = await drawBlackedOut(scope, wanted);
  if (!drawn.ok) return drawn;
  const { document, picture } = drawn.value;
  const file = { id: uuidv7(), name: document.fileName, type: picture.type };
  const stored = await storeFile(file, Readable.from([picture.bytes]));
  const preview = await keptPreview(picture.bytes);
  const kept = await keepBlackedOut(
    scope,
    {
      documentId: wanted.documentId,
      picture: {
        areas: wanted.areas.length,
        sha256: createHash("sha256").update(picture.bytes).digest("hex"),
        sizeBytes: stored.sizeBytes,
        storageKey: stored.key,
        ...preview,
      },
    },
    now,
  );
  if (!kept.ok) {
    await deleteStoredFile(stored.key);
    if (preview.previewKey) await deleteStoredFile(preview.previewKey);
  }
  return kept;
}

let last: Promise<unknown> = Promise.resolve();

/** One large picture at a time in this process, whoever asks. */
async function alone<Value>(work: () => Promise<Value>): Promise<Value> {
  const mine = last.then(work, work);
  last = mine.catch(() => undefined);
  return mine;
}
