import { mkdtempSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { describe, expect, test } from "vitest";
import { localStorage } from "@/lib/server/storage/local";
import { isStorageKey, StoredFileMissing } from "@/lib/server/storage/storage";

const root = mkdtempSync(join(tmpdir(), "storage-test-"));
const storage = localStorage(root);
const file = { id: "019340aa-0000-7000-8000-0000000000ff", name: "../../x", type: "image/png" };

describe("files under a folder of ours", () => {
  test("are kept under our own name, read in part and deleted", async () => {
    const { key, sizeBytes } = await storage.put(file, Readable.from([Buffer.from("0123456789")]));
    expect([key, sizeBytes]).toEqual([`local/${file.id}`, 10]);
    expect(readdirSync(root, { recursive: true })).toEqual(["ff", join("ff", file.id)]);
    const part = await (await storage.read(key, { start: 3, end: 4 })).toArray();
    expect(Buffer.concat(part).toString()).toBe("34");
    await storage.delete(key);
    await storage.delete(key);
    await expect(storage.read(key)).rejects.toThrow(StoredFileMissing);
  });

  test("half a file is no file", async () => {
    const breaking = Readable.from(
      (function* () {
        yield Buffer.from("half");
        throw new Error("cut");
      })(),
    );
    await expect(storage.put(file, breaking)).rejects.toThrow("cut");
    expect(await storage.sizeOf(`local/${file.id}`)).toBeNull();
    expect(readdirSync(join(root, "ff"))).toEqual([]);
  });

  test.each(["../../etc/passwd", "..", "ff/../../x", "019340aa-0000-7000-8000-0000000000ff/..", ""])(
    "no key leaves the folder: %s",
    async (id) => {
      expect(await storage.sizeOf(`local/${id}`)).toBeNull();
      await expect(storage.read(`local/${id}`)).rejects.toThrow(StoredFileMissing);
      expect(isStorageKey(`local/${id}`)).toBe(false);
    },
  );
});
