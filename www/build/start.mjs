// npm start: builds the page and serves it on this machine alone.
import { createReadStream, existsSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { buildPage } from "./page.mjs";
import { dist, main, say } from "./project.mjs";
import { buildWasm } from "./wasm.mjs";

const page = join(dist, "jiandu.html");

/** Serves the page, the only thing there is, at the first free port from `port` on. */
function serve(port) {
  const server = createServer((request, response) => {
    const known = ["/", "/jiandu.html"].includes(new URL(request.url ?? "/", "http://localhost").pathname);
    if (!known || !existsSync(page)) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { "content-type": "text/html; charset=utf-8", "cache-control": "no-cache" });
    createReadStream(page).pipe(response);
  });
  server.on("error", (error) => {
    if ("code" in error && error.code === "EADDRINUSE" && port < 65535) serve(port + 1);
    else throw error;
  });
  server.listen(port, "127.0.0.1", () => {
    say(`ready: http://localhost:${port}/ (sample documents are on the page; Ctrl+C ends it)`);
  });
}

await main(async () => {
  await buildWasm();
  await buildPage();
  serve(Number(process.env.PORT ?? 4173));
});
