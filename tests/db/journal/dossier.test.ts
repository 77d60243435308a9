import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import { erasePayloads } from "@/db/commands/erase-payloads";
import { sendMessage } from "@/db/commands/messages";
import { sealJournal } from "@/db/commands/seal-journal";
import { withScope } from "@/db/scope";
import { isoDate } from "@/lib/calendar/civil-day";
import { instant } from "@/lib/calendar/instant";
import { eventHash } from "@/lib/journal/hash";
import { rootOfPath } from "@/lib/journal/merkle";
import { rootHash } from "@/lib/journal/root";
import { makeDossier } from "@/lib/server/dossier/dossier";
import { makeReceipt } from "@/lib/server/journal/proofs";
import { adminScope, sweepScope } from "@/lib/server/scope";
import { type MadeSeller, makeSeller } from "../../support/factory";
import { unpacked } from "../../support/unpacked";
import { addToByte } from "./alterations";
import { ANSWERED, answeredClaim, photoOf } from "./story";

const NOW = instant("2026-11-21T09:00:00Z");
const auditor = adminScope({ role: "auditor", actor: { kind: "operator", userId: uuidv7() } });
let seller: MadeSeller;
let story: Awaited<ReturnType<typeof answeredClaim>>;
let whole: ReturnType<typeof unpacked>;

beforeAll(async () => {
  seller = await makeSeller();
  story = await answeredClaim(seller);
  await answeredClaim(seller);
  await answeredClaim(await makeSeller());
  const note = { body: "Client déjà venu au magasin.", locale: "fr", visibility: "internal" } as const;
  await sendMessage(seller.scope, { ...note, claimId: story.claimId }, ANSWERED);
  await sealJournal(sweepScope("test"), isoDate("2026-11-20"), instant("2026-11-21T00:12:00Z"));
  whole = await dossierOf(story.claimId);
});
afterAll(closeDatabase);

async function dossierOf(claimId: string) {
  const dossier = await makeDossier(auditor, claimId, NOW);
  if (!dossier) throw new Error("there is no dossier");
  return unpacked(Buffer.from(await new Response(dossier.body).arrayBuffer()));
}

function verified(folder: string) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(folder, "verify.mjs")], { encoding: "utf8" });
  return { status, told: stdout + stderr };
}

function copyOf(folder: string): string {
  const copy = mkdtempSync(join(tmpdir(), "dossier-"));
  cpSync(folder, copy, { recursive: true });
  return copy;
}

describe("a dossier", () => {
  test("holds the paper, the journal, the documents and the program that finds them intact", () => {
    const photo = `documents/${story.documentId}-photo.jpg`;
    expect(whole.names).toEqual(["dossier.pdf", "journal.json", "verify.mjs", photo, "sha256sums.txt"]);
    expect(readFileSync(join(whole.folder, "dossier.pdf"), "latin1")).toMatch(/^%PDF-/);
    expect(readFileSync(join(whole.folder, photo))).toEqual(photoOf(story.claimId));
    const { status, told } = verified(whole.folder);
    expect(told).toContain("INTACT");
    expect(told).toContain("racine n° 1 du 2026-11-20");
    expect(status).toBe(0);
  });

  test("says which file was altered, whichever byte it is", () => {
    for (const name of whole.names) {
      const size = readFileSync(join(whole.folder, name)).length;
      for (const at of [0, Math.floor(size / 3), size - 1]) {
        const folder = copyOf(whole.folder);
        // A program that was altered may do anything: it is the one that came with the dossier that is run.
        addToByte(join(folder, name), at, 1);
        const program = join(whole.folder, "verify.mjs");
        const { status, stderr } = spawnSync(process.execPath, [program, folder], { encoding: "utf8" });
        expect(status, `${name} at ${at}`).toBe(1);
        expect(stderr).toContain("ALTERED");
      }
    }
  });

  test.each([
    { because: "a file taken away", alter: (folder: string) => rmSync(join(folder, "dossier.pdf")) },
    { because: "a file added", alter: (folder: string) => writeFileSync(join(folder, "documents", "x.txt"), "x") },
    {
      because: "a file renamed",
      alter: (folder: string) => renameSync(join(folder, "dossier.pdf"), join(folder, "d.pdf")),
    },
  ])("is altered by $because", ({ alter }) => {
    const folder = copyOf(whole.folder);
    alter(folder);
    expect(verified(folder).status).toBe(1);
  });

  test("keeps a seller's internal notes out, words and all", () => {
    const files = whole.names.map((name) => readFileSync(join(whole.folder, name), "utf8")).join("\n");
    expect(files).not.toContain("déjà venu");
    expect(JSON.parse(readFileSync(join(whole.folder, "journal.json"), "utf8")).events.at(-1)).toMatchObject({
      type: "note_added",
      payload: null,
    });
  });

  test("stays intact once personal data was erased", async () => {
    const { claimId } = await answeredClaim(seller);
    const act = { sellerId: seller.id, claimId, actor: seller.job.actor, now: ANSWERED };
    await withScope(seller.job, (tx) => erasePayloads(tx, act, "asked"));
    expect(verified((await dossierOf(claimId)).folder)).toMatchObject({ status: 0 });
  });

  test("of a claim that does not exist is none", async () => {
    expect(await makeDossier(auditor, uuidv7(), NOW)).toBeUndefined();
  });
});

describe("the receipt of an answer", () => {
  test("leads from its event to the root of its day", async () => {
    const receipt = await makeReceipt(seller.scope, { claimId: story.claimId, replyId: story.reply.replyId });
    if (!receipt?.inclusion) throw new Error("there is no proof");
    const { event, following, stream, inclusion } = receipt;
    expect(event.hash).toBe(story.reply.receipt.hash);
    const rows = [event, ...following];
    for (const [index, row] of rows.entries()) {
      expect(eventHash({ ...row, stream })).toBe(row.hash);
      if (index > 0) expect(row.prevHash).toBe(rows[index - 1]?.hash);
    }
    expect(rows.at(-1)?.hash).toBe(inclusion.leaf.hash);
    expect(rootOfPath(inclusion.leaf, inclusion.path)).toBe(inclusion.root.treeRoot);
    expect(rootHash(inclusion.root)).toBe(inclusion.root.hash);
  });

  test("has no proof before the night", async () => {
    const { claimId, reply } = await answeredClaim(seller);
    const receipt = await makeReceipt(seller.scope, { claimId, replyId: reply.replyId });
    expect(receipt).toMatchObject({ event: { hash: reply.receipt.hash }, following: [], inclusion: null });
  });

  test("another seller sees nothing", async () => {
    const other = await makeSeller();
    expect(await makeReceipt(other.scope, { claimId: story.claimId, replyId: story.reply.replyId })).toBeUndefined();
  });
});
