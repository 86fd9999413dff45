// Serves dist/jiandu.html on this machine alone.
import { createReadStream, existsSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { dist } from "./project.mjs";

const page = join(dist, "jiandu.html");

function answer(request, response) {
  const known = ["/", "/jiandu.html"].includes(new URL(request.url ?? "/", "http://localhost").pathname);
  if (!known || !existsSync(page)) {
    response.writeHead(404).end();
    return;
  }
  response.writeHead(200, { "content-type": "text/html; charset=utf-8", "cache-control": "no-cache" });
  createReadStream(page).pipe(response);
}

/** Serves at the first free port from `port` on, and says which. */
export function serve(port) {
  return new Promise((resolve, reject) => {
    const server = createServer(answer);
    server.on("error", (error) => {
      if ("code" in error && error.code === "EADDRINUSE" && port < 65535) serve(port + 1).then(resolve, reject);
      else reject(error);
    });
    server.listen(port, "127.0.0.1", () => resolve({ port, server }));
  });
}
