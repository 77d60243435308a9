import { uploadthingStorage } from "@/lib/server/storage/uploadthing";
import type { UploadthingHost } from "./uploadthing-host";

/** UploadThing's driver, speaking to the host on loopback alone. */
export function loopbackStorage({ token, origin, port }: UploadthingHost) {
  return uploadthingStorage({
    token,
    ingestUrl: origin,
    apiUrl: origin,
    ufsHost: `localhost:${port}`,
    ufsAppIdLocation: "path",
  });
}
