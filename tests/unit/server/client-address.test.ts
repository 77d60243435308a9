import { afterEach, describe, expect, test, vi } from "vitest";

afterEach(() => {
  vi.unstubAllEnvs();
  vi.resetModules();
});

/** The environment is read once per process: each count of proxies needs modules of its own. */
async function addressBehind(proxies: number, headers: Record<string, string>): Promise<string> {
  vi.stubEnv("BASE_URL", "http://localhost:3000");
  vi.stubEnv("TRUSTED_PROXIES", String(proxies));
  vi.resetModules();
  const { clientAddress } = await import("@/lib/server/client-address");
  return clientAddress(new Headers(headers));
}

const peer = { "x-peer-address": "203.0.113.9" };

describe("clientAddress", () => {
  test.each([
    { proxies: 0, forwarded: "", address: "203.0.113.9" },
    { proxies: 0, forwarded: "198.51.100.1", address: "203.0.113.9" },
    { proxies: 1, forwarded: "198.51.100.1", address: "198.51.100.1" },
    { proxies: 1, forwarded: "10.0.0.1, 198.51.100.1", address: "198.51.100.1" },
    { proxies: 2, forwarded: "10.0.0.1, 198.51.100.1, 192.0.2.1", address: "198.51.100.1" },
    { proxies: 2, forwarded: "", address: "203.0.113.9" },
    { proxies: 1, forwarded: " , ", address: "203.0.113.9" },
  ])("behind $proxies proxies, told “$forwarded”, is $address", async ({ proxies, forwarded, address }) => {
    expect(await addressBehind(proxies, { ...peer, "x-forwarded-for": forwarded })).toBe(address);
  });

  test("without the peer's address nobody is believed", async () => {
    expect(await addressBehind(1, { "x-forwarded-for": "198.51.100.1" })).toBe("unknown");
  });
});
