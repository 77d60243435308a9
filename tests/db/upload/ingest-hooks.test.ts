import { afterAll, describe, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import { ownIngest } from "./browser";

afterAll(closeDatabase);

describe("the hooks between router and ingest", () => {
  test("metadata and results without the key are refused", async () => {
    const { answerMetadata, answerCallbackResult } = await import("@/lib/server/upload/ingest-hooks");
    const post = () => new Request("http://localhost:3000/api/ingest/x", { method: "POST", body: "{}" });
    expect((await answerMetadata(post(), ownIngest())).status).toBe(403);
    expect((await answerCallbackResult(post(), ownIngest())).status).toBe(403);
  });

  test("a forged callback registers nothing", async () => {
    const { answerUploadRequest } = await import("@/lib/server/upload/upload-path");
    const nobody = { seller: async () => undefined, customer: async () => undefined };
    const request = new Request("http://localhost:3000/api/uploadthing?slug=document", {
      method: "POST",
      headers: {
        "content-type": "application/json",
        "uploadthing-hook": "callback",
        "x-uploadthing-signature": `hmac-sha256=${"0".repeat(64)}`,
      },
      body: JSON.stringify({ status: "uploaded", metadata: {}, file: {}, origin: "http://evil.example" }),
    });
    expect((await answerUploadRequest(request, nobody)).status).toBe(400);
  });
});
