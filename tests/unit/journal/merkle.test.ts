import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { inclusionPath, type Leaf, leafHash, rootOfPath, treeRoot } from "@/lib/journal/merkle";

const leaves = (count: number): readonly Leaf[] =>
  Array.from({ length: count }, (_, index) => ({ stream: `claim:${index}`, seq: index + 1, hash: "ab".repeat(32) }));
const sha256 = (...parts: readonly (string | Buffer)[]) => {
  const digest = createHash("sha256");
  for (const part of parts) digest.update(part);
  return digest.digest("hex");
};
const node = (left: string, right: string) => sha256(Buffer.of(1), Buffer.from(left, "hex"), Buffer.from(right, "hex"));

describe("treeRoot", () => {
  test("of nothing is the hash of nothing", () => {
    expect(treeRoot([])).toBe("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  });

  test("of one leaf is the leaf's, told from a node's by its first byte", () => {
    const [leaf] = leaves(1);
    if (!leaf) throw new Error("no leaf");
    expect(leafHash(leaf)).toBe(sha256(Buffer.of(0), `7:claim:01:164:${"ab".repeat(32)}`));
    expect(treeRoot([leaf])).toBe(leafHash(leaf));
  });

  test("of five leaves joins four and one", () => {
    const [a, b, c, d, e] = leaves(5).map(leafHash);
    const four = node(node(a ?? "", b ?? ""), node(c ?? "", d ?? ""));
    expect(treeRoot(leaves(5))).toBe(node(four, e ?? ""));
  });

  test("of seven leaves joins four, two and one", () => {
    const [a, b, c, d, e, f, g] = leaves(7).map(leafHash);
    const four = node(node(a ?? "", b ?? ""), node(c ?? "", d ?? ""));
    expect(treeRoot(leaves(7))).toBe(node(four, node(node(e ?? "", f ?? ""), g ?? "")));
  });
});

describe("inclusionPath", () => {
  test.each([1, 2, 3, 4, 5, 7, 8, 9, 33])(
    "leads from every one of %i leaves to the root, and from no other",
    (count) => {
      const all = leaves(count);
      for (const [position, leaf] of all.entries()) {
        const path = inclusionPath(all, position);
        expect(rootOfPath(leaf, path)).toBe(treeRoot(all));
        expect(rootOfPath({ ...leaf, seq: leaf.seq + 1 }, path)).not.toBe(treeRoot(all));
      }
    },
  );
});
