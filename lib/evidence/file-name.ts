import type { AcceptedType } from "./accepted-file";

const MAX_NAME_LENGTH = 120;
/** Control characters, and the marks that make a name read backwards. */
const UNSAFE = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu;

/**
 * The name a file is shown and downloaded under: no folder, no control character, at most 120 characters with its
 * extension kept. It never becomes part of a path.
 */
export function displayFileName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? "";
  const clean = last.normalize("NFC").replace(UNSAFE, "").replace(/\s+/g, " ").trim().replace(/^\.+/, "");
  if (clean === "") return "document";
  return [...clean].length <= MAX_NAME_LENGTH ? clean : shortened(clean);
}

const EXTENSIONS: Readonly<Record<AcceptedType, readonly [string, ...string[]]>> = {
  "application/pdf": ["pdf"],
  "image/jpeg": ["jpg", "jpeg"],
  "image/png": ["png"],
  "image/webp": ["webp"],
};

/** The same name with the extension of the type found in the bytes: a JPEG sent as `photo.png` is kept as `photo.jpg`. */
export function nameForType(name: string, type: AcceptedType): string {
  const dot = name.lastIndexOf(".");
  const hasExtension = dot > 0 && name.length - dot <= 6;
  if (hasExtension && EXTENSIONS[type].includes(name.slice(dot + 1).toLowerCase())) return name;
  return `${hasExtension ? name.slice(0, dot) : name}.${EXTENSIONS[type][0]}`;
}

function shortened(name: string): string {
  const dot = name.lastIndexOf(".");
  const extension = dot > 0 && name.length - dot <= 6 ? name.slice(dot) : "";
  const stem = [...name.slice(0, name.length - extension.length)];
  return `${stem.slice(0, MAX_NAME_LENGTH - extension.length - 1).join("")}…${extension}`;
}
