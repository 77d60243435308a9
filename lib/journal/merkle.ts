import { createHash } from "node:crypto";
import { joinedFields } from "@/lib/journal/hash";

/** A chain's head as a root seals it. */
export type Leaf = { readonly stream: string; readonly seq: number; readonly hash: string };

/** One step from a leaf towards the root: the neighbour's hash and the side it stands on. */
export type ProofStep = { readonly side: "left" | "right"; readonly hash: string };

const LEAF = Buffer.of(0);
const NODE = Buffer.of(1);

/** SHA-256 over a zero byte and the leaf's fields, so that no leaf can pass for a node. @see RFC 6962, 2.1 */
export function leafHash({ stream, seq, hash }: Leaf): string {
  return createHash("sha256")
    .update(LEAF)
    .update(joinedFields([stream, String(seq), hash]))
    .digest("hex");
}

function nodeHash(left: string, right: string): string {
  return createHash("sha256")
    .update(NODE)
    .update(Buffer.from(left, "hex"))
    .update(Buffer.from(right, "hex"))
    .digest("hex");
}

export type TreeGrowth = { add(leaf: Leaf): void; readonly count: number; root(): string };

/** A tree that grows leaf by leaf and remembers one hash per level, however many leaves there are. @see RFC 6962, 2.1 */
export function growTree(): TreeGrowth {
  const peaks: { readonly height: number; readonly hash: string }[] = [];
  let count = 0;
  return {
    add: (leaf) => {
      count += 1;
      let peak = { height: 0, hash: leafHash(leaf) };
      for (let left = peaks.at(-1); left?.height === peak.height; left = peaks.at(-1)) {
        peaks.pop();
        peak = { height: peak.height + 1, hash: nodeHash(left.hash, peak.hash) };
      }
      peaks.push(peak);
    },
    get count() {
      return count;
    },
    root: () => {
      const [last, ...rest] = peaks.map(({ hash }) => hash).reverse();
      if (last === undefined) return createHash("sha256").digest("hex");
      return rest.reduce((right, left) => nodeHash(left, right), last);
    },
  };
}

/** Root of a tree of these leaves, in this order. */
export function treeRoot(leaves: readonly Leaf[]): string {
  const tree = growTree();
  for (const leaf of leaves) tree.add(leaf);
  return tree.root();
}

/**
 * What leads from one leaf to the root, neighbour by neighbour.
 *
 * @param position of the leaf, counted from 0
 * @see RFC 6962, 2.1.1
 */
export function inclusionPath(leaves: readonly Leaf[], position: number): readonly ProofStep[] {
  if (leaves.length <= 1) return [];
  const split = largestPowerOfTwoBelow(leaves.length);
  const left = leaves.slice(0, split);
  const right = leaves.slice(split);
  return position < split
    ? [...inclusionPath(left, position), { side: "right", hash: treeRoot(right) }]
    : [...inclusionPath(right, position - split), { side: "left", hash: treeRoot(left) }];
}

/** The root a leaf and its path lead to. */
export function rootOfPath(leaf: Leaf, path: readonly ProofStep[]): string {
  return path.reduce(
    (hash, step) => (step.side === "left" ? nodeHash(step.hash, hash) : nodeHash(hash, step.hash)),
    leafHash(leaf),
  );
}

function largestPowerOfTwoBelow(size: number): number {
  let power = 1;
  while (power * 2 < size) power *= 2;
  return power;
}
