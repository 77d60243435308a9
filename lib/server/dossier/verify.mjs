/*
 * Dit si un dossier a été modifié / Tells whether a dossier was altered.
 *
 *   node verify.mjs [dossier]
 *
 * Sans dépendance ni réseau : Node 18 ou plus récent. Le format est celui du journal, version 1 : chaque champ est
 * précédé de sa longueur en octets UTF-8, chaque ligne porte l'empreinte SHA-256 de la précédente, et la racine du jour
 * est un arbre de Merkle (RFC 6962).
 */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";

const folder = process.argv[2] ?? dirname(fileURLToPath(import.meta.url));
const faults = [];
const fail = (words) => faults.push(words);
const sha256 = (...parts) => parts.reduce((digest, part) => digest.update(part), createHash("sha256")).digest("hex");
const joined = (fields) => fields.map((field) => `${Buffer.byteLength(String(field))}:${field}`).join("");

/** Every file is the one that was put in, and there is no other. */
function checkFiles() {
  const listed = new Map();
  for (const line of readFileSync(join(folder, "sha256sums.txt"), "utf8").split("\n").slice(0, -1)) {
    const [, hash, path] = /^([0-9a-f]{64}) {2}(.+)$/.exec(line) ?? [];
    if (!path || listed.has(path)) fail(`sha256sums.txt : ligne illisible / unreadable line: ${line}`);
    else listed.set(path, hash);
  }
  for (const [path, hash] of listed) {
    const file = join(folder, ...path.split("/"));
    if (!existsSync(file)) fail(`${path} : fichier manquant / missing file`);
    else if (sha256(readFileSync(file)) !== hash) fail(`${path} : fichier modifié / altered file`);
  }
  for (const path of filesUnder(folder)) {
    if (!listed.has(path) && path !== "sha256sums.txt") fail(`${path} : fichier ajouté / added file`);
  }
  return listed;
}

function filesUnder(directory) {
  return readdirSync(directory, { withFileTypes: true }).flatMap((entry) => {
    const path = join(directory, entry.name);
    return entry.isDirectory() ? filesUnder(path) : [relative(folder, path).split(sep).join("/")];
  });
}

/** Every row of the journal follows from the one before, and every payload is the one that was written. */
function checkChain({ stream, events }) {
  let previous = "0".repeat(64);
  let seq = 0;
  const erased = new Set();
  for (const event of events) {
    const row = `journal.json, ligne / row ${event.seq}`;
    seq += 1;
    if (event.seq !== seq) fail(`${row} : ligne manquante ou ajoutée / row missing or added`);
    if (event.prevHash !== previous) fail(`${row} : chaîne rompue / chain broken`);
    const fields = ["1", stream, event.seq, event.atText, event.actor, event.type, event.payloadHash, event.prevHash];
    if (sha256(joined(fields)) !== event.hash) fail(`${row} : ligne modifiée / altered row`);
    if (event.payload && sha256(event.payload.salt, event.payload.text) !== event.payloadHash)
      fail(`${row} : contenu modifié / altered content`);
    if (event.type === "personal_data_erased") for (const gone of JSON.parse(event.payload.text).seqs) erased.add(gone);
    previous = event.hash;
  }
  for (const { seq: missing, payload, type } of events) {
    // A seller's internal notes stay with the seller: their rows are there, not their words.
    if (!payload && type !== "note_added" && !erased.has(missing))
      fail(`journal.json, ligne / row ${missing} : contenu manquant / missing content`);
  }
}

/** Every document is the one whose hash the journal holds. */
function checkDocuments({ events }, listed) {
  const told = new Map();
  const gone = new Set();
  for (const { type, payload } of events) {
    if (!payload) continue;
    const facts = JSON.parse(payload.text);
    if ((type === "document_verified" || type === "document_sent") && facts.sha256)
      told.set(facts.documentId, facts.sha256);
    if (type === "document_erased") gone.add(facts.documentId);
  }
  for (const [path, hash] of listed) {
    const [, id] = /^documents\/([0-9a-f-]{36})/.exec(path) ?? [];
    if (!id) continue;
    if (told.get(id) !== hash) fail(`${path} : n'est pas le document du journal / not the document of the journal`);
    told.delete(id);
  }
  for (const id of told.keys()) if (!gone.has(id)) fail(`documents/${id} : document manquant / missing document`);
}

/** The chain's sealed row is in the tree of its day, and the day's root is the one its fields give. */
function checkInclusion({ stream, events, inclusion }) {
  if (!inclusion) return;
  const { leaf, path, root } = inclusion;
  const sealed = events.find(({ seq }) => seq === leaf.seq);
  if (leaf.stream !== stream || sealed?.hash !== leaf.hash)
    fail("journal.json : la feuille n'est pas de ce journal / the leaf is not of this journal");
  const node = (left, right) => sha256(Buffer.of(1), Buffer.from(left, "hex"), Buffer.from(right, "hex"));
  const first = sha256(Buffer.of(0), joined([leaf.stream, leaf.seq, leaf.hash]));
  const tree = path.reduce(
    (hash, step) => (step.side === "left" ? node(step.hash, hash) : node(hash, step.hash)),
    first,
  );
  if (tree !== root.treeRoot)
    fail("journal.json : la preuve ne mène pas à la racine / the proof does not lead to the root");
  const fields = ["1", root.number, root.day, root.atText, root.leafCount, root.treeRoot, root.prevHash];
  if (sha256(joined(fields)) !== root.hash) fail("journal.json : racine modifiée / altered root");
}

let journal;
try {
  const listed = checkFiles();
  journal = JSON.parse(readFileSync(join(folder, "journal.json"), "utf8"));
  checkChain(journal);
  checkDocuments(journal, listed);
  checkInclusion(journal);
} catch (error) {
  fail(`dossier illisible / unreadable dossier: ${error instanceof Error ? error.message : error}`);
}

if (faults.length > 0) {
  console.error(`MODIFIÉ / ALTERED\n${faults.map((words) => `- ${words}`).join("\n")}`);
  process.exitCode = 1;
} else {
  const { events, inclusion } = journal;
  console.log(`INTACT : ${events.length} événements, aucun fichier modifié / ${events.length} events, no file altered`);
  console.log(
    inclusion
      ? `Scellé jusqu'à la ligne ${inclusion.leaf.seq} par la racine n° ${inclusion.root.number} du ${inclusion.root.day} :\n${inclusion.root.hash}\nComparez-la à celle du courriel de ce jour. / Compare it with the one mailed that day.`
      : "Pas encore scellé par une racine. / Not sealed by a root yet.",
  );
}
