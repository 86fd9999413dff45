// npm start: builds the page and serves it on this machine alone.
import { buildPage } from "./page.mjs";
import { main, say } from "./project.mjs";
import { serve } from "./serve.mjs";
import { buildWasm } from "./wasm.mjs";

await main(async () => {
  await buildWasm();
  await buildPage();
  const { port } = await serve(Number(process.env.PORT ?? 4173));
  say(`ready: http://localhost:${port}/ (sample documents are on the page; Ctrl+C ends it)`);
});
