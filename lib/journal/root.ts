import { createHash } from "node:crypto";
import { JOURNAL_FORMAT, joinedFields } from "@/lib/journal/hash";

/** One day's root, as it is kept and mailed. */
export type JournalRoot = {
  /** Counts up by one from 1. */
  readonly number: number;
  readonly day: string;
  readonly atText: string;
  readonly leafCount: number;
  readonly treeRoot: string;
  readonly prevHash: string;
  readonly hash: string;
};

/** SHA-256 over format version, number, day, instant text, count of leaves, root of the tree and the hash of the root before. */
export function rootHash(root: Omit<JournalRoot, "hash">): string {
  const { number, day, atText, leafCount, treeRoot, prevHash } = root;
  const fields = [JOURNAL_FORMAT, String(number), day, atText, String(leafCount), treeRoot, prevHash];
  return createHash("sha256").update(joinedFields(fields)).digest("hex");
}
