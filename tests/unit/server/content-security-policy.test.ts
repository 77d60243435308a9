import { describe, expect, test } from "vitest";
import { contentSecurityPolicy, uploadOrigins } from "@/lib/server/content-security-policy";

const production = contentSecurityPolicy({ nonce: "bm9uY2U=", mode: "production", uploadOrigins: [] });

describe("the policy of a page in production", () => {
  test("runs only scripts with the nonce", () => {
    expect(production).toContain("script-src 'self' 'nonce-bm9uY2U=' 'strict-dynamic';");
    expect(production).not.toContain("unsafe");
  });

  test("names no other site", () => {
    expect(production).not.toMatch(/https?:|\*/);
  });

  test("is nobody's frame, and its forms stay here", () => {
    expect(production).toContain("frame-ancestors 'none'");
    expect(production).toContain("form-action 'self'");
    expect(production).toContain("base-uri 'none'");
    expect(production).toContain("object-src 'none'");
  });
});

test("UploadThing is allowed only once configured", () => {
  expect(uploadOrigins(undefined)).toEqual([]);
  expect(uploadOrigins("")).toEqual([]);
  const policy = contentSecurityPolicy({ nonce: "n", mode: "production", uploadOrigins: uploadOrigins("token") });
  expect(policy).toContain("connect-src 'self' https://*.ingest.uploadthing.com https://*.ufs.sh;");
  expect(policy).toContain("img-src 'self' blob: data: https://*.ingest.uploadthing.com https://*.ufs.sh;");
});
