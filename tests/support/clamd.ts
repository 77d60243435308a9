import { createServer } from "node:net";

/** The harmless text every scanner knows, in two parts so that this file is not itself found. */
export const EICAR = Buffer.from(`X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-${"ANTIVIRUS-TEST-FILE!$H+H*"}`);

export type Clamd = Awaited<ReturnType<typeof clamd>>;

/** ClamAV's daemon on loopback, as far as INSTREAM goes; `answer` gives undefined to break off. */
export async function clamd(answer: (received: Buffer) => string | undefined) {
  const server = createServer((socket) => {
    let received = Buffer.alloc(0);
    socket.on("error", () => {});
    socket.on("data", (part) => {
      received = Buffer.concat([received, part]);
      if (!received.subarray(-4).equals(Buffer.alloc(4))) return;
      const verdict = answer(received);
      if (verdict === undefined) socket.destroy();
      else socket.end(`${verdict}\0`);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return {
    url: `tcp://127.0.0.1:${address.port}`,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

/** What ClamAV says of a stream with and without the known text. */
export function knowsEicar(received: Buffer): string {
  return received.includes(EICAR) ? "stream: Eicar-Test-Signature FOUND" : "stream: OK";
}
