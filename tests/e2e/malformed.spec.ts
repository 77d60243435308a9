import { connect } from "node:net";
import { expect, test } from "./support/fixtures";

/** A browser would mend the address before it sends it. */
function statusOf(baseUrl: string, path: string): Promise<string> {
  const { hostname, port } = new URL(baseUrl);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => {
      socket.write(`GET ${path} HTTP/1.1\r\nHost: ${hostname}\r\nConnection: close\r\n\r\n`);
    });
    socket.once("data", (data) => resolve(data.toString().split(" ")[1] ?? ""));
    socket.once("error", reject);
  });
}

for (const path of ["/suivi/%", "/reclamations/%ED%A0%80", "/api/v1/orders/%"]) {
  test(`${path} is refused, not an error of ours`, async ({ demo }) => {
    expect(await statusOf(demo.baseUrl, path)).toBe("400");
  });
}
