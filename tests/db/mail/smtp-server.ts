import { createServer, type Socket } from "node:net";

export type SmtpServer = { readonly url: string; readonly received: string[]; refuse: boolean; close(): Promise<void> };

/** The least of an SMTP server: takes every mail, or refuses every one, and keeps the raw text. */
export async function startSmtpServer(): Promise<SmtpServer> {
  const received: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => {});
    converse(socket, received, () => state.refuse);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  const state: SmtpServer = {
    url: `smtp://127.0.0.1:${port}`,
    received,
    refuse: false,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
  return state;
}

function converse(socket: Socket, received: string[], isRefusing: () => boolean): void {
  let pending = "";
  let data: string | undefined;
  socket.write("220 test\r\n");
  socket.on("data", (chunk) => {
    pending += chunk.toString("utf8");
    for (let end = pending.indexOf("\r\n"); end >= 0; end = pending.indexOf("\r\n")) {
      const line = pending.slice(0, end);
      pending = pending.slice(end + 2);
      if (data !== undefined) data = takeLine(data, line);
      else data = answer(line);
    }
  });

  function takeLine(text: string, line: string): string | undefined {
    if (line !== ".") return `${text}${line}\n`;
    received.push(text);
    socket.write("250 taken\r\n");
    return undefined;
  }

  function answer(line: string): string | undefined {
    const verb = line.slice(0, 4).toUpperCase();
    if (verb === "DATA") {
      socket.write("354 go on\r\n");
      return "";
    }
    socket.write(verb === "MAIL" && isRefusing() ? "451 not now\r\n" : "250 fine\r\n");
    return undefined;
  }
}
