import { GENESIS_HASH } from "@/lib/journal/hash";
import { growTree } from "@/lib/journal/merkle";
import { readAhead } from "@/lib/journal/read-ahead";
import { type JournalRoot, rootHash } from "@/lib/journal/root";
import type { BadRow } from "@/lib/journal/verify";
import { nameOfLeaf, type StoredLeaf } from "@/lib/journal/verify-streams";

export type RootRows = {
  /** By number. */
  readonly roots: AsyncIterable<JournalRoot>;
  /** By root, then position. */
  readonly leaves: AsyncIterable<StoredLeaf>;
};

/** Numbers and hashes of the roots that the marketplace's stream says were made. */
export type SealedRoots = ReadonlyMap<number, string>;

/** Check that every root is the one its leaves and the root before it give, and the one the journal tells of. */
export async function verifyRoots(
  rows: RootRows,
  sealed: SealedRoots,
): Promise<BadRow | { readonly roots: number; readonly last: string }> {
  const leaves = readAhead(rows.leaves);
  let last = { number: 0, hash: GENESIS_HASH };
  for await (const root of rows.roots) {
    const row = `root ${root.number}`;
    if (root.number !== last.number + 1) return { row: `root ${last.number + 1}`, fault: "root_gap" };
    const tree = growTree();
    for (let leaf = await leaves.peek(); leaf && leaf.rootNumber <= root.number; leaf = await leaves.peek()) {
      if (leaf.rootNumber < root.number || tree.count === root.leafCount)
        return { row: nameOfLeaf(leaf), fault: "leaf_unknown" };
      if (leaf.position !== tree.count) return missingLeaf(root, tree.count);
      tree.add(leaf);
      await leaves.take();
    }
    if (tree.count < root.leafCount) return missingLeaf(root, tree.count);
    if (root.treeRoot !== tree.root() || root.prevHash !== last.hash || root.hash !== rootHash(root))
      return { row, fault: "root_changed" };
    if (sealed.get(root.number) !== root.hash)
      return { row, fault: sealed.has(root.number) ? "root_changed" : "root_unknown" };
    last = root;
  }
  const leaf = await leaves.peek();
  if (leaf) return { row: nameOfLeaf(leaf), fault: "leaf_unknown" };
  const missing = [...sealed.keys()].find((number) => number > last.number);
  return missing === undefined
    ? { roots: last.number, last: last.hash }
    : { row: `root ${missing}`, fault: "root_missing" };
}

function missingLeaf({ number }: JournalRoot, position: number): BadRow {
  return { row: `leaf ${position} of root ${number}`, fault: "leaf_missing" };
}
