/*
 * Starts the built web server, named by the argument. Next answers a path that is no valid percent-encoding with a
 * bare 500, before any page or proxy sees it: such a request is refused here, in words. Next also hides who is at the
 * other end of the connection behind a header anybody can send: it is written here into one of our own.
 */
import { Server } from "node:http";
import { pathToFileURL } from "node:url";

const { emit } = Server.prototype;
Server.prototype.emit = function emitDecodable(name, ...args) {
  const [request, response] = args;
  if (name === "request") request.headers["x-peer-address"] = request.socket.remoteAddress ?? "";
  if (name !== "request" || isDecodable(request.url)) return emit.call(this, name, ...args);
  response.writeHead(400, { "Content-Type": "text/plain; charset=utf-8", "X-Content-Type-Options": "nosniff" });
  response.end("Cette adresse est mal écrite. / This address is malformed.\n");
  return true;
};

const [program] = process.argv.slice(2);
await import(pathToFileURL(program).href);

function isDecodable(url) {
  try {
    decodeURIComponent(url.split("?", 1)[0]);
    return true;
  } catch {
    return false;
  }
}
