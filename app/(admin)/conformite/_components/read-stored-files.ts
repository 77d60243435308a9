import { type FaultyDocument, findLastFileCheck, listFaultyDocuments } from "@/db/queries/kept-files";
import type { AdminScope } from "@/lib/auth/scope";
import { diskRoom } from "@/lib/server/storage/disk-room";

/** Faults shown; the rest is counted. */
const MOST_SHOWN = 20;

/** The last night's check of stored files, its faults by the names people know, and the room that is left now. */
export async function readStoredFiles(scope: AdminScope) {
  const [check, disk] = await Promise.all([findLastFileCheck(scope), diskRoom()]);
  const shown = (check?.faults ?? []).slice(0, MOST_SHOWN);
  const ids = [...new Set(shown.map(({ documentId }) => documentId))];
  const named = new Map<string, FaultyDocument>(
    (await listFaultyDocuments(scope, ids)).map((document) => [document.id, document]),
  );
  return { check, disk, faults: shown.map((fault) => ({ ...fault, document: named.get(fault.documentId) })) };
}
export type StoredFiles = Awaited<ReturnType<typeof readStoredFiles>>;

/** Whether there is something the operator must do. */
export function isAlarming({ check, disk }: StoredFiles): boolean {
  return disk.level !== "enough" || check?.isSound === false;
}
