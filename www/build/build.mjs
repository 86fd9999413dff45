// npm run build: dist/lib and dist/generated, the package; dist/jiandu.html, the page.
import { buildPackage } from "./package.mjs";
import { buildPage } from "./page.mjs";
import { main } from "./project.mjs";
import { buildWasm } from "./wasm.mjs";

await main(async () => {
  await buildWasm();
  await buildPackage();
  await buildPage();
});
