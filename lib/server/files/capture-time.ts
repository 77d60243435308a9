const EXIF_HEADER = "Exif\0\0";
const EXIF_DIRECTORY = 0x8769;
const DATE_TIME_ORIGINAL = 0x9003;
const OFFSET_TIME_ORIGINAL = 0x9011;
const ASCII = 2;
const LONG = 4;
const ENTRY_BYTES = 12;

/**
 * When the camera says the picture was taken: `2026-11-20T10:11:12+01:00`, without the offset when the camera gave
 * none (its own local time, which names no instant). Null when it says nothing we can read.
 *
 * @see CIPA DC-008 (Exif 2.32), tags DateTimeOriginal and OffsetTimeOriginal
 */
export function captureTime(exif: Buffer): string | null {
  const tiff = exif.subarray(0, 6).toString("latin1") === EXIF_HEADER ? exif.subarray(6) : exif;
  try {
    const read = reader(tiff);
    const directory = read.entries(read.long(4)).get(EXIF_DIRECTORY);
    if (directory?.type !== LONG) return null;
    const tags = read.entries(directory.value);
    const day = /^(\d{4}):(\d\d):(\d\d) (\d\d:\d\d:\d\d)$/.exec(read.text(tags.get(DATE_TIME_ORIGINAL)));
    if (!day) return null;
    const offset = /^[+-]\d\d:\d\d$/.exec(read.text(tags.get(OFFSET_TIME_ORIGINAL)))?.[0] ?? "";
    return `${day[1]}-${day[2]}-${day[3]}T${day[4]}${offset}`;
  } catch (error) {
    // Offsets that point outside the block: a broken tag is no reason to refuse the picture.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

type Entry = { readonly type: number; readonly count: number; readonly value: number; readonly at: number };

function reader(tiff: Buffer) {
  const little = tiff.subarray(0, 2).toString("latin1") === "II";
  const short = (at: number) => (little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const long = (at: number) => (little ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at));

  function entries(at: number): ReadonlyMap<number, Entry> {
    return new Map(
      Array.from({ length: short(at) }, (_, index) => {
        const entry = at + 2 + index * ENTRY_BYTES;
        return [
          short(entry),
          { type: short(entry + 2), count: long(entry + 4), value: long(entry + 8), at: entry + 8 },
        ];
      }),
    );
  }

  function text(entry: Entry | undefined): string {
    if (entry?.type !== ASCII) return "";
    const start = entry.count > 4 ? entry.value : entry.at;
    return tiff
      .subarray(start, start + entry.count)
      .toString("latin1")
      .replace(/\0.*$/, "");
  }

  return { long, entries, text };
}
