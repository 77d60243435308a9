import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";

const WEB = join(import.meta.dirname, "..", "..", "..", "scripts", "support", "web.mjs");
const ECHO = `
import { createServer } from "node:http";
createServer((request, response) => response.end(request.headers["x-peer-address"]))
  .listen(0, "127.0.0.1", function () { process.stdout.write(String(this.address().port)); });
`;

let folder: string;
let server: ChildProcess;
let port: number;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "espace-web-"));
  writeFileSync(join(folder, "echo.mjs"), ECHO);
  server = spawn(process.execPath, [WEB, join(folder, "echo.mjs")], { stdio: ["ignore", "pipe", "inherit"] });
  port = await new Promise((resolve) => server.stdout?.once("data", (text) => resolve(Number(text))));
});
afterAll(() => {
  server.kill();
  rmSync(folder, { recursive: true });
});

function get(path: string, headers: Record<string, string> = {}): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    request({ host: "127.0.0.1", port, path, headers }, (response) => {
      let text = "";
      response.on("data", (part) => {
        text += part;
      });
      response.on("end", () => resolve({ status: response.statusCode ?? 0, text }));
    })
      .on("error", reject)
      .end();
  });
}

test("the server is told who is at the other end, over whatever the sender claims", async () => {
  expect(await get("/")).toEqual({ status: 200, text: "127.0.0.1" });
  expect(await get("/", { "X-Peer-Address": "198.51.100.1" })).toEqual({ status: 200, text: "127.0.0.1" });
});

test("an address that cannot be decoded is refused in words", async () => {
  expect(await get("/%")).toMatchObject({ status: 400, text: expect.stringContaining("mal écrite") });
});
