import { Readable } from "node:stream";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type FileStorage, StoredFileMissing } from "@/lib/server/storage/storage";
import { loopbackStorage } from "../../support/loopback-storage";
import { type UploadthingHost, uploadthingHost } from "../../support/uploadthing-host";

let host: UploadthingHost;
let storage: FileStorage;
beforeAll(async () => {
  host = await uploadthingHost();
  storage = loopbackStorage(host);
});
afterAll(() => host.close());

const file = { id: "019340aa-0000-7000-8000-000000000001", name: "reçu.pdf", type: "application/pdf" };
const content = () => Readable.from([Buffer.from("01234"), Buffer.from("56789")]);
const textOf = async (stream: Readable) => Buffer.concat(await stream.toArray()).toString();

describe("files kept by UploadThing", () => {
  test("are sent, read whole or in part, measured and deleted", async () => {
    const stored = await storage.put(file, content());
    expect(stored).toEqual({ key: expect.stringMatching(/^uploadthing\/[A-Za-z0-9]+$/), sizeBytes: 10 });
    expect(await textOf(await storage.read(stored.key))).toBe("0123456789");
    expect(await textOf(await storage.read(stored.key, { start: 2, end: 4 }))).toBe("234");
    expect(await storage.sizeOf(stored.key)).toBe(10);
    await storage.delete(stored.key);
    expect(await storage.sizeOf(stored.key)).toBeNull();
    await expect(storage.read(stored.key)).rejects.toThrow(StoredFileMissing);
    await storage.delete(stored.key);
  });

  test("are deleted by our own identifier too, when their key was never written down", async () => {
    const stored = await storage.put(file, content());
    await storage.deleteById(file.id);
    expect(await storage.sizeOf(stored.key)).toBeNull();
    await storage.deleteById(file.id);
  });

  test("larger than the limit they are not collected in memory", async () => {
    const endless = Readable.from(
      (function* () {
        for (;;) yield Buffer.alloc(1024 * 1024);
      })(),
    );
    await expect(storage.put(file, endless)).rejects.toThrow("larger than the limit");
  });
});
